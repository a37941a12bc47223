import type * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";
import { actionsOf, BUCKETS, MANAGE, MANAGE_OWN, PASSED_TO } from "./deployRights";

/** Where Pulumi keeps the state of the environment. */
export interface StateStore {
  readonly bucketName: string;
  /** Key of the bucket and of the secrets in the state. */
  readonly kmsKeyArn: pulumi.Input<string>;
}

export interface Environment {
  /** Pulumi's project and stack, as in the tags that every resource carries. */
  readonly project: string;
  readonly stack: string;
  readonly location: Location;
}

/** How the names of the environment's buckets, roles and parameters begin. */
export const prefixOf = ({ project, stack }: Environment) => `${project}-${stack}`;

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
    { Sid: "State", Effect: "Allow", Action: objects, Resource: mine.map((each) => `${bucket}/.pulumi/${each}`) },
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

/** One document for each, since IAM takes no more than 6144 characters in one. */
export function manageDocuments(): Record<string, Statement[]> {
  const services = Object.keys(MANAGE).sort();
  const cut = [0, 8, 17, 25, services.length];
  return Object.fromEntries(
    cut.slice(1).map((end, index) => [
      `manage-${index + 1}`,
      services.slice(cut[index], end).map((service) => ({
        Sid: sid(service),
        Effect: "Allow" as const,
        Action: actionsOf(service, MANAGE[service] ?? ""),
        Resource: "*",
      })),
    ]),
  );
}

/** What is bound to this environment: by its tags, or by how its names begin. */
export function ownStatements(environment: Environment, boundaryArn: string): Statement[] {
  const { project, stack, location } = environment;
  const { accountId, region } = location;
  const own = { StringEquals: { "aws:ResourceTag/Project": project, "aws:ResourceTag/Environment": stack } };
  const prefix = prefixOf(environment);
  return [
    ...Object.entries(MANAGE_OWN).map(([service, actions]) => ({
      Sid: `Own${sid(service)}`,
      Effect: "Allow" as const,
      Action: actionsOf(service, actions),
      Resource: "*",
      Condition: own,
    })),
    {
      Sid: "SecretsThroughTheirService",
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: "*",
      Condition: { StringEquals: { ...own.StringEquals, "kms:ViaService": `secretsmanager.${region}.amazonaws.com` } },
    },
    {
      Sid: "Buckets",
      Effect: "Allow",
      Action: actionsOf("s3", BUCKETS),
      Resource: `arn:aws:s3:::${prefix}-*`,
    },
    {
      Sid: "Parameters",
      Effect: "Allow",
      Action: actionsOf("ssm", "AddTagsToResource DeleteParameter GetParameter* ListTagsForResource PutParameter"),
      Resource: `arn:aws:ssm:*:${accountId}:parameter/${prefix}/*`,
    },
    ...roleStatements(prefix, accountId, boundaryArn),
  ];
}

/** Roles of this environment only, and none that could do more than the boundary lets it. */
function roleStatements(prefix: string, accountId: string, boundaryArn: string): Statement[] {
  const roles = `arn:aws:iam::${accountId}:role/${prefix}-*`;
  return [
    {
      Sid: "BoundedRoles",
      Effect: "Allow",
      Action: actionsOf(
        "iam",
        "AttachRolePolicy CreateRole DeleteRolePolicy DetachRolePolicy PutRolePermissionsBoundary PutRolePolicy",
      ),
      Resource: roles,
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn } },
    },
    {
      Sid: "Roles",
      Effect: "Allow",
      Action: actionsOf(
        "iam",
        "DeleteRole GetRole GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription",
      ),
      Resource: roles,
    },
    {
      Sid: "Policies",
      Effect: "Allow",
      Action: actionsOf(
        "iam",
        "CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion GetPolicy GetPolicyVersion ListPolicyVersions TagPolicy UntagPolicy",
      ),
      Resource: `arn:aws:iam::${accountId}:policy/${prefix}-*`,
    },
    {
      Sid: "HandRolesToServices",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: roles,
      Condition: { StringEquals: { "iam:PassedToService": PASSED_TO } },
    },
    {
      Sid: "ServicesOwnRoles",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: `arn:aws:iam::${accountId}:role/aws-service-role/*`,
    },
  ];
}

/** IAM takes letters and digits only. */
function sid(service: string): string {
  return service.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, "");
}
