import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";
import { deployedKeys, placeOf } from "./deployedKeys";
import { publicHalf } from "./keyPair";
import { CURRENT, NEXT, PRETENDED_CURRENT, PRETENDED_NEXT, signingSecret } from "./signingSecret";

/**
 * Step 2: the prepared key becomes the current one, once CloudFront accepts its signatures. Running it again finishes what
 * broke off, and says what comes next.
 */
export async function activate(scene: Scene): Promise<void> {
  const { outputs, calls, say, which } = scene;
  const secret = signingSecret(scene);
  const current = await secret.read(CURRENT, PRETENDED_CURRENT);
  const next = await secret.read(NEXT, PRETENDED_NEXT);
  const wanted = next ?? current;
  if (wanted === undefined) throw nothingPrepared(which);
  const keys = await deployedKeys(scene);
  const place = calls.isDryRun ? 0 : placeOf(publicHalf(wanted.privateKey), keys);
  const key = keys[place];
  if (key === undefined) {
    if (next === undefined) throw nothingPrepared(which);
    throw new UsageError(
      `The prepared key is not deployed in ${outputs.stack}, so CloudFront would refuse what it signs; nothing was changed. ` +
        "Add it to cdn.signingKeys (npm run ops -- rotate-video-key --prepare shows the lines) and run " +
        `npm run up -- --stack ${outputs.stack}`,
    );
  }

  if (next !== undefined) {
    if (next.id !== current?.id) await secret.makeCurrent(next.id, current?.id);
    await secret.removeNext(next.id);
  }
  if (calls.isDryRun) {
    say("Only if CloudFront has the prepared key's public half; otherwise nothing is changed.");
    return;
  }
  say(next === undefined ? `No key is waiting: the current one is ${key.id}.` : `${key.id} is the current key.`);
  say(place === 0 ? afterwards(which) : moveUp(key.name, outputs.stack));
}

const nothingPrepared = (which: string) =>
  new UsageError(`No key is prepared. Begin with: npm run ops -- rotate-video-key --prepare ${which}`);

const afterwards = (which: string) =>
  "It is the first of cdn.signingKeys as well, so the API's links work. When those of the old key have expired: " +
  `npm run ops -- rotate-video-key --retire ${which}`;

/** The API takes the id from its settings when it starts and the key from the secret when it runs. */
const moveUp = (name: string, stack: string) =>
  `Now, without delay: move its entry (CloudFront calls it ${name}) to the first place of cdn.signingKeys in ` +
  `Pulumi.${stack}.yaml and run npm run up -- --stack ${stack}\n` +
  "Until then, a task that reads the secret signs with the new key under the old key's id, and CloudFront refuses the link.";
