import { CloudFrontClient, GetPublicKeyCommand } from "@aws-sdk/client-cloudfront";
import type { Scene } from "../shared/operation";
import { canonical } from "./keyPair";

/** A key whose signatures CloudFront accepts. */
export interface DeployedKey {
  readonly id: string;
  /** CloudFront's name of it, which has the name from the settings in it. */
  readonly name: string;
  /** PEM. */
  readonly publicKey: string;
}

/** In the order of `cdn.signingKeys`: the API signs for the first. */
export async function deployedKeys({ outputs, calls, client }: Scene): Promise<DeployedKey[]> {
  const cloudFront = new CloudFrontClient(client);
  const keys: DeployedKey[] = [];
  for (const id of outputs.list("videoKeyPairIds")) {
    const command = new GetPublicKeyCommand({ Id: id });
    const { PublicKey } = await calls.send("cloudfront", command, () => cloudFront.send(command), { $metadata: {} });
    const { Name: name = id, EncodedKey: publicKey = "" } = PublicKey?.PublicKeyConfig ?? {};
    keys.push({ id, name, publicKey });
  }
  return keys;
}

/** Place of a public key among them; -1 if CloudFront does not accept it. */
export function placeOf(publicKey: string, keys: readonly DeployedKey[]): number {
  return keys.findIndex((each) => canonical(each.publicKey) === canonical(publicKey));
}
