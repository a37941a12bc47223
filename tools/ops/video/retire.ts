import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";
import { deployedKeys, placeOf } from "./deployedKeys";
import { publicHalf } from "./keyPair";
import { CURRENT, NEXT, PRETENDED_CURRENT, signingSecret } from "./signingSecret";

/** Step 3: names the keys that sign nothing any more. It changes nothing itself: the settings do, with the next update. */
export async function retire(scene: Scene): Promise<void> {
  const { outputs, calls, say, which } = scene;
  const { stack } = outputs;
  const secret = signingSecret(scene);
  const current = await secret.read(CURRENT, PRETENDED_CURRENT);
  const next = await secret.read(NEXT, undefined);
  if (next !== undefined)
    throw new UsageError(
      "A key is prepared and not active yet, so the old one is still needed. " +
        `First: npm run ops -- rotate-video-key --activate ${which}`,
    );
  if (current === undefined)
    throw new UsageError(
      `The secret is empty: no key was ever made. Begin with: npm run ops -- rotate-video-key --prepare ${which}`,
    );
  const keys = await deployedKeys(scene);
  if (calls.isDryRun) {
    say(`would show which of ${keys.map(({ id }) => id).join(", ")} to take out of Pulumi.${stack}.yaml`);
    return;
  }

  const place = placeOf(publicHalf(current.privateKey), keys);
  const [first, ...others] = keys;
  if (place !== 0)
    throw new UsageError(
      `${first?.id ?? "Nothing"} is the first of cdn.signingKeys, and the API signs ` +
        `${place < 0 ? "with a key that is not deployed" : `with ${keys[place]?.id ?? ""}`}: ` +
        "its links are refused. Put the current key first and run " +
        `npm run up -- --stack ${stack}`,
    );
  if (others.length === 0) {
    say(`Nothing to retire: ${first?.id ?? ""} is the only key, and the API signs with it.`);
    return;
  }
  say(
    "Wait until the last link of the old key has expired: as long as the API lets links live, from the end of the update that " +
      "put the new key first; and as long as any that sign-video made, 12 hours at most. If the old key has leaked, do not wait.",
  );
  say(`Then remove from cdn.signingKeys in Pulumi.${stack}.yaml, and leave the first entry, ${first?.name ?? ""}:\n`);
  for (const [index, { id, name, publicKey }] of others.entries())
    say(`entry ${index + 2}, ${id}, which CloudFront calls ${name}:\n${publicKey}`);
  say(`Then: npm run up -- --stack ${stack}`);
}
