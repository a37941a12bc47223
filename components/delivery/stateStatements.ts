import type { Statement } from "../shared/policyDocument";
import type { Environment, StateStore } from "./environment";

/** Takes and gives back the lock, reads and writes the state: AWS S3 state backend, "Required permissions", Pulumi. */
export function stateStatements(
  { bucketName, kmsKeyArn }: StateStore,
  { project, stack, location }: Environment,
  access: "read" | "write",
): Statement[] {
  const bucket = `arn:aws:s3:::${bucketName}`;
  // Several environments may share a bucket; none reads the state, the history or the backups of another.
  const mine = ["meta.yaml", `*/${project}/${stack}.json*`, `*/${project}/${stack}/*`];
  const objects = access === "read" ? ["s3:GetObject"] : ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"];
  const secrets = access === "read" ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:Encrypt"];
  const bucketKey = access === "read" ? ["kms:Decrypt"] : ["kms:Decrypt", "kms:GenerateDataKey"];
  return [
    { Sid: "StateList", Effect: "Allow", Action: "s3:ListBucket", Resource: bucket },
    { Sid: "State", Effect: "Allow", Action: objects, Resource: mine.map((key) => `${bucket}/.pulumi/${key}`) },
    {
      Sid: "StateKey",
      Effect: "Allow",
      Action: bucketKey,
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${location.region}.amazonaws.com` } },
    },
    {
      // The encrypted key of every stack is committed beside its settings: without the context whoever may decrypt one could
      // decrypt all.
      Sid: "StateSecrets",
      Effect: "Allow",
      Action: secrets,
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:EncryptionContext:stack": stack } },
    },
    // The bucket is in the account of the state; a role of another account must not be led to one of the same name.
    {
      Sid: "StateOfOurAccountOnly",
      Effect: "Deny",
      Action: "s3:*",
      Resource: [bucket, `${bucket}/*`],
      Condition: { StringNotEquals: { "aws:ResourceAccount": location.accountId } },
    },
  ];
}
