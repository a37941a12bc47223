import { createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { UsageError } from "../../shared/usageError";

/** A private key as the signing secret holds it: PEM. RSA 2048 is what CloudFront takes and every SDK can sign with. */
export function newPrivateKey(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** The public half, PEM, always written in the same way. Says nothing of the value if it is no private key. */
export function publicHalf(privateKey: string): string {
  try {
    return spki(createPublicKey(createPrivateKey(privateKey)));
  } catch {
    throw new UsageError(
      "The secret videoSigningSecretArn does not contain a private key in PEM format. " +
        "Make a new key with `npm run ops -- rotate-video-key --prepare`.",
    );
  }
}

/** The same public key, however it was wrapped. */
export const canonical = (publicKey: string) => spki(createPublicKey(publicKey));

const spki = (key: ReturnType<typeof createPublicKey>) => key.export({ type: "spki", format: "pem" }).toString();
