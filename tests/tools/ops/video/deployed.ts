import { generateKeyPairSync } from "node:crypto";
import { CloudFrontClient, CreatePublicKeyCommand } from "@aws-sdk/client-cloudfront";
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { client, sceneWith } from "../emulator";

export function keyPair() {
  return generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
}

/** What a deployed stack has for its recordings, in the emulator: an empty secret, and the keys that a test deploys. */
export async function deployedVideos() {
  const secrets = new SecretsManagerClient(client);
  const cloudFront = new CloudFrontClient(client);
  const { ARN: SecretId = "" } = await secrets.send(new CreateSecretCommand({ Name: "video-signing" }));
  const ids: string[] = [];
  return {
    ids,
    /** As an update does with one more entry in `cdn.signingKeys`. */
    deploy: async (name: string, publicKey: string) => {
      const PublicKeyConfig = { CallerReference: name, Name: `video-${name}`, EncodedKey: publicKey };
      const { PublicKey } = await cloudFront.send(new CreatePublicKeyCommand({ PublicKeyConfig }));
      ids.push(PublicKey?.Id ?? "");
    },
    /** As docs/video-signing.md puts a key in by hand. */
    fill: (SecretString: string) => secrets.send(new PutSecretValueCommand({ SecretId, SecretString })),
    read: async (VersionStage: string) =>
      (await secrets.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString ?? "",
    /** Labels of each version, sorted. */
    labels: async () => {
      const { Versions = [] } = await secrets.send(
        new ListSecretVersionIdsCommand({ SecretId, IncludeDeprecated: true }),
      );
      return Versions.map(({ VersionStages = [] }) => [...VersionStages].sort().join(" ")).sort();
    },
    scene: (isDryRun = false) =>
      sceneWith(
        { videoSigningSecretArn: SecretId, videoKeyPairIds: ids, videoUrl: "https://video.example.com" },
        isDryRun,
      ),
    /** Without what AWS makes up. */
    plain: (lines: readonly string[]) =>
      lines.map((line) =>
        ids.reduce((text, id, index) => text.replaceAll(id, `<K${index + 1}>`), line.replaceAll(SecretId, "<secret>")),
      ),
  };
}

export type Videos = Awaited<ReturnType<typeof deployedVideos>>;
