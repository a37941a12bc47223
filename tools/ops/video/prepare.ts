import { createHash } from "node:crypto";
import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";
import { newPrivateKey, publicHalf } from "./keyPair";
import { CURRENT, NEXT, PRETENDED_CURRENT, signingSecret } from "./signingSecret";

/** "Quotas on key groups", CloudFront Developer Guide, 2026-11: public keys in a single key group. */
const MOST_KEYS = 5;

/**
 * Step 1: a new pair. The private half goes from memory into the secret, beside the current one, and nowhere else; the
 * public half is shown, for the settings. Running it again shows the same pair.
 */
export async function prepare(name: string | undefined, scene: Scene): Promise<void> {
  const { outputs, calls, say, which } = scene;
  const { stack } = outputs;
  const secret = signingSecret(scene);
  const current = await secret.read(CURRENT, PRETENDED_CURRENT);
  let privateKey = (await secret.read(NEXT, undefined))?.privateKey;
  if (privateKey === undefined) {
    if (outputs.list("videoKeyPairIds").length >= MOST_KEYS)
      throw new UsageError(
        `CloudFront takes ${MOST_KEYS} keys at most, and ${stack} has as many. ` +
          "Finish the last rotation first: npm run ops -- rotate-video-key --retire",
      );
    privateKey = newPrivateKey();
    await secret.addNext(privateKey);
  } else say("A key is prepared already; this is its public half.");
  if (calls.isDryRun) {
    say(`would show the new public key and the lines for Pulumi.${stack}.yaml`);
    return;
  }

  const publicKey = publicHalf(privateKey);
  say(publicKey);
  say(
    current === undefined
      ? `This is the first key: the API signs with it at once. In Pulumi.${stack}.yaml, put it in the place of the example`
      : `In Pulumi.${stack}.yaml, add it behind the other keys`,
  );
  say("under telehealth:cdn, signingKeys:\n");
  say(settingsLines(name ?? `${stack}-${fingerprint(publicKey)}`, publicKey));
  say(`Then: npm run up -- --stack ${stack}`);
  say(`Then: npm run ops -- rotate-video-key --activate ${which}`);
}

/** An entry of `cdn.signingKeys`, indented as it stands in the committed files. */
function settingsLines(name: string, publicKey: string): string {
  const key = publicKey.replace(/^(?=.)/gm, " ".repeat(10));
  return `      - name: ${name}\n        publicKey: |\n${key}`;
}

/** The same for the same key, so that a second run proposes the same name. */
const fingerprint = (publicKey: string) => createHash("sha256").update(publicKey).digest("hex").slice(0, 8);
