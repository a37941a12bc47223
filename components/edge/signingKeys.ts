import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

/** The public half of a key pair that signs URLs. */
export interface SigningKey {
  /** Distinguishes the keys, for example "2026-10"; part of a resource name. */
  readonly name: string;
  /**
   * Public key, PEM, from `openssl rsa -pubout`. RSA 2048 or ECDSA P-256. The private key never comes near Pulumi, whose
   * state would keep it: an operator puts it into Secrets Manager by hand, and the API signs with it.
   */
  readonly pem: string;
}

export type SigningKeys = readonly [SigningKey, ...SigningKey[]];

const PEM = /^-----BEGIN PUBLIC KEY-----\n[A-Za-z0-9+/=\n]+\n-----END PUBLIC KEY-----\n$/;

/** The keys whose signatures CloudFront accepts. Any of them is enough, so that a key can be rotated. */
export function signingKeys(component: pulumi.Resource, name: string, keys: SigningKeys) {
  refuse(component, keys);
  const publicKey = (key: SigningKey) =>
    new aws.cloudfront.PublicKey(`${name}-${key.name}`, { encodedKey: key.pem }, { parent: component }).id;
  const [first, ...more] = keys;
  const publicKeyIds = [publicKey(first), ...more.map(publicKey)] as const;
  const group = new aws.cloudfront.KeyGroup(`${name}-keys`, { items: [...publicKeyIds] }, { parent: component });
  return { keyGroupId: group.id, publicKeyIds };
}

function refuse(component: pulumi.Resource, keys: SigningKeys): void {
  if (keys.length > 5)
    invalid(
      component,
      "signingKeys",
      "a key group holds at most five keys",
      "Remove keys that no longer sign anything",
    );
  keys.forEach(({ name, pem }, index) => {
    const field = `signingKeys.${name}`;
    if (keys.findIndex((other) => other.name === name) !== index)
      invalid(component, field, "two keys have this name", "Give each key its own name");
    if (pem.includes("PRIVATE"))
      invalid(
        component,
        field,
        "this is a private key",
        "Treat it as leaked, make a new pair and write its public key",
      );
    if (!PEM.test(pem))
      invalid(
        component,
        field,
        "this is not a PEM public key",
        "Write BEGIN PUBLIC KEY to END PUBLIC KEY and a newline",
      );
  });
}
