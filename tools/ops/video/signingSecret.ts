import {
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from "@aws-sdk/client-secrets-manager";
import type { Scene } from "../shared/operation";
import { orNothing } from "../shared/orNothing";

const SERVICE = "secretsmanager";

/** What the API signs with: the version that is read when none is named. */
export const CURRENT = "AWSCURRENT";
/** What it will sign with after `--activate`. A label of our own: those of AWS move by themselves. */
export const NEXT = "NEXT";

export interface Version {
  readonly id: string;
  /** PEM: the secret's value is the key and nothing else (docs/video-signing.md). */
  readonly privateKey: string;
}

export const PRETENDED_CURRENT: Version = { id: "<current version>", privateKey: "<private key>" };
export const PRETENDED_NEXT: Version = { id: "<next version>", privateKey: "<private key>" };

/** The secret with the private key for links to recordings. */
export function signingSecret({ outputs, calls, client }: Scene) {
  const SecretId = outputs.text("videoSigningSecretArn");
  const secrets = new SecretsManagerClient(client);
  const done = { $metadata: {} };
  return {
    /** Undefined if no version has the label. */
    read: async (label: string, pretended: Version | undefined): Promise<Version | undefined> => {
      const command = new GetSecretValueCommand({ SecretId, VersionStage: label });
      const found = await calls.send(
        SERVICE,
        command,
        () => orNothing(secrets.send(command), ResourceNotFoundException),
        pretended && { ...done, VersionId: pretended.id, SecretString: pretended.privateKey },
      );
      return found && { id: found.VersionId ?? "", privateKey: found.SecretString ?? "" };
    },
    /** The very first version is the current one as well, whatever it is labelled: API reference of PutSecretValue. */
    addNext: (privateKey: string) => {
      const command = new PutSecretValueCommand({ SecretId, SecretString: privateKey, VersionStages: [NEXT] });
      return calls.send(SERVICE, command, () => secrets.send(command), done);
    },
    /** In one step, so that there is a current key at any moment. */
    makeCurrent: (id: string, former: string | undefined) => {
      const from = former === undefined ? {} : { RemoveFromVersionId: former };
      const command = new UpdateSecretVersionStageCommand({
        SecretId,
        VersionStage: CURRENT,
        MoveToVersionId: id,
        ...from,
      });
      return calls.send(SERVICE, command, () => secrets.send(command), done);
    },
    removeNext: (id: string) => {
      const command = new UpdateSecretVersionStageCommand({ SecretId, VersionStage: NEXT, RemoveFromVersionId: id });
      return calls.send(SERVICE, command, () => secrets.send(command), done);
    },
  };
}
