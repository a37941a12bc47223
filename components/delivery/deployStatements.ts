import type * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";
import {
  actionsOf,
  BUCKETS,
  KEYS_THROUGH,
  MANAGE,
  MANAGE_OWN,
  PASSED_TO,
  PROXY_TARGETS,
  SIGNING_KEYS,
} from "./deployRights";

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

/** An environment as its deploy role has to know it. */
export interface Deployed {
  readonly environment: Environment;
  /** `domain.name` of the stack: the names in DNS that are its own are derived from it. */
  readonly domain: string;
  readonly recoveryRegion: string;
  /** Stacks of the other environments in the same account: what IAM cannot keep apart is then left to an administrator. */
  readonly otherStacks: readonly string[];
}

/** How the names of the environment's buckets, roles and parameters begin. */
export const prefixOf = ({ project, stack }: Pick<Environment, "project" | "stack">) => `${project}-${stack}`;

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

/** What is bound to no name and no tag; `otherEnvironments` takes back what is another environment's. */
export function manageStatements({ otherStacks }: Deployed): Statement[] {
  const statements = Object.entries(MANAGE).map(([service, actions]) =>
    allow(sid(service), actionsOf(service, actions)),
  );
  return otherStacks.length > 0
    ? statements
    : [...statements, allow("SigningKeys", actionsOf("cloudfront", SIGNING_KEYS))];
}

/** What is bound to this environment: by its tags, or by how its names begin. */
export function ownStatements(deployed: Deployed, boundaryArn: string): Statement[] {
  const { environment, domain, recoveryRegion } = deployed;
  const { accountId, region } = environment.location;
  const tags = tagsOf(environment);
  const own = { StringEquals: tags };
  const prefix = prefixOf(environment);
  const arn = (service: string, rest: string, where = "*") => `arn:aws:${service}:${where}:${accountId}:${rest}`;
  const through = [region, recoveryRegion].flatMap((where) =>
    KEYS_THROUGH.map((service) => `${service}.${where}.amazonaws.com`),
  );
  return [
    ...chunks(Object.entries(MANAGE_OWN).flatMap(([service, actions]) => actionsOf(service, actions))).map(
      (actions, index) => ({ ...allow(`Own${String(index + 1)}`, actions), Condition: own }),
    ),
    // The group has no tags to compare; cluster and proxy have, and have to be ours.
    { ...allow("ProxyTargets", actionsOf("rds", PROXY_TARGETS)), Condition: { StringEqualsIfExists: tags } },
    allow(
      "LastSnapshot",
      actionsOf("rds", "CreateDBClusterSnapshot DeleteDBCluster"),
      arn("rds", `cluster-snapshot:${prefix}-*`),
    ),
    {
      ...allow("KeysThroughTheirService", actionsOf("kms", "Decrypt Encrypt GenerateDataKey*")),
      Condition: { StringEquals: { ...tags, "kms:ViaService": through } },
    },
    {
      // RDS makes the secret, with a tag of its own only.
      ...allow("MasterPassword", ["secretsmanager:RotateSecret"], arn("secretsmanager", "secret:rds!cluster-*")),
      Condition: { StringLike: { "aws:ResourceTag/aws:rds:primaryDBClusterArn": arn("rds", `cluster:${prefix}`) } },
    },
    allow("KeyAliases", actionsOf("kms", "CreateAlias DeleteAlias UpdateAlias"), arn("kms", `alias/${prefix}-*`)),
    { ...allow("KeysOfAliases", actionsOf("kms", "CreateAlias DeleteAlias UpdateAlias")), Condition: own },
    allow("Buckets", actionsOf("s3", BUCKETS), `arn:aws:s3:::${prefix}-*`),
    allow(
      "Parameters",
      actionsOf(
        "ssm",
        "AddTagsToResource DeleteParameter GetParameter* ListTagsForResource PutParameter RemoveTagsFromResource",
      ),
      arn("ssm", `parameter/${prefix}/*`),
    ),
    allow(
      "Dashboards",
      actionsOf("cloudwatch", "*Dashboard*"),
      [prefix, `${prefix}-*`].map((each) => arn("cloudwatch", `dashboard/${each}`, "")),
    ),
    allow(
      "Budgets",
      actionsOf("budgets", "ModifyBudget TagResource UntagResource"),
      arn("budgets", `budget/${prefix}-*`, ""),
    ),
    // AWS's groups of rules have no tags; a firewall that uses them is bound by its own.
    allow("RulesOfAws", actionsOf("wafv2", "UpdateWebACL"), "arn:aws:wafv2:*:*:*/managedruleset/*"),
    allow(
      "AlarmsOfScaling",
      actionsOf("cloudwatch", "DeleteAlarms"),
      arn("cloudwatch", `alarm:TargetTracking-service/${prefix}/*`),
    ),
    allow(
      "DomainOfTheApp",
      actionsOf("amplify", "CreateDomainAssociation DeleteDomainAssociation UpdateDomainAssociation"),
      arn("amplify", `apps/*/domains/${domain}`),
    ),
    allow(
      "Schedules",
      actionsOf("scheduler", "CreateSchedule DeleteSchedule UpdateSchedule"),
      arn("scheduler", `schedule/${prefix}-*`),
    ),
    {
      ...allow("NamesInDns", ["route53:ChangeResourceRecordSets"], "arn:aws:route53:::hostedzone/*"),
      Condition: {
        "ForAllValues:StringLike": { "route53:ChangeResourceRecordSetsNormalizedRecordNames": namesOf(domain) },
      },
    },
    ...roleStatements(prefix, accountId, boundaryArn),
  ];
}

/** Labels before the domain of a stack that its program makes records for. */
const HOSTS = ["", "app.", "api.", "video."];
/** ACM proves a name by a record below it, of an underscore and 32 characters; a `*` would take in what is below that. */
const PROOF = `_${"?".repeat(32)}.`;

/** What a stack may change in a hosted zone that it shares: its own names, and ACM's proofs of them. */
function namesOf(domain: string): string[] {
  return HOSTS.flatMap((host) => [`${host}${domain}`, `${PROOF}${host}${domain}`]);
}

/**
 * Takes back everything on what the project's other environments and its account's stack own, whatever is allowed beside, and
 * keeps this one from giving its own to another. The state is the account's, and used all the same.
 */
export function otherEnvironments({ project, stack }: Environment, state: StateStore): Statement[] {
  const deny = { Effect: "Deny", Action: "*" } as const;
  const bucket = `arn:aws:s3:::${state.bucketName}`;
  return [
    {
      ...deny,
      Sid: "OtherEnvironments",
      NotResource: [bucket, `${bucket}/*`, state.kmsKeyArn],
      Condition: {
        StringEquals: { "aws:ResourceTag/Project": project },
        StringNotEquals: { "aws:ResourceTag/Environment": stack },
      },
    },
    {
      ...deny,
      Sid: "TagsOfOthers",
      Resource: "*",
      Condition: {
        Null: { "aws:RequestTag/Environment": "false" },
        StringNotEquals: { "aws:RequestTag/Environment": stack },
      },
    },
  ];
}

/** All that changes a key, its tags among them, and nothing that uses it. */
const KEY_CHANGES =
  "Cancel* Create* Delete* Disable* Enable* Import* Put* Replicate* Retire* Revoke* Schedule* Tag* Untag* Update*";

/**
 * What AWS makes for other environments carries no tag of theirs, so that a role could put its own on it and take it over, or
 * keep its owner from it: the database's own secret, alarms of scaling, the log group that all databases write their metrics to,
 * the account's settings of API Gateway, the key of the state. Only for deploy roles: services write there with the rights of an
 * environment's other roles.
 */
export function madeForOthers({ environment, otherStacks }: Deployed, state: StateStore): Statement[] {
  const { project, location } = environment;
  const deny = { Effect: "Deny" } as const;
  const arn = (service: string, rest: string) => `arn:aws:${service}:*:${location.accountId}:${rest}`;
  const alarms: Statement[] =
    otherStacks.length === 0
      ? []
      : [
          {
            ...deny,
            Sid: "AlarmsOfOthersScaling",
            Action: "cloudwatch:*",
            Resource: otherStacks.map((each) => arn("cloudwatch", `alarm:TargetTracking-service/${project}-${each}/*`)),
          },
        ];
  return [
    ...alarms,
    {
      ...deny,
      Sid: "PasswordsOfOthersDatabases",
      Action: "secretsmanager:*",
      Resource: arn("secretsmanager", "secret:rds!*"),
      Condition: {
        StringNotLike: {
          "aws:ResourceTag/aws:rds:primaryDBClusterArn": arn("rds", `cluster:${prefixOf(environment)}`),
        },
      },
    },
    {
      ...deny,
      Sid: "MetricsOfAllDatabases",
      Action: ["logs:Associate*", "logs:Delete*", "logs:Disassociate*", "logs:Put*", "logs:Tag*", "logs:Untag*"],
      Resource: arn("logs", "log-group:RDSOSMetrics*"),
    },
    {
      ...deny,
      Sid: "ApisOfTheAccount",
      Action: ["apigateway:DELETE", "apigateway:PATCH", "apigateway:POST", "apigateway:PUT"],
      Resource: "arn:aws:apigateway:*::/account",
    },
    {
      ...deny,
      Sid: "KeyOfTheState",
      Action: actionsOf("kms", KEY_CHANGES),
      Resource: state.kmsKeyArn,
    },
    {
      ...deny,
      Sid: "TagsOfWhatHasNone",
      Action: [
        ...["amplify:TagResource", "backup:TagResource", "cloudwatch:TagResource", "ec2:CreateFlowLogs"],
        ...["ec2:CreateTags", "ec2:DeleteTags", "rds:AddTagsToResource"],
      ],
      Resource: [
        arn("amplify", "apps/*/domains/*"),
        arn("backup", "recovery-point:*"),
        `arn:aws:cloudwatch::${location.accountId}:dashboard/*`,
        ...["dhcp-options", "network-acl", "network-interface"].map((each) => arn("ec2", `${each}/*`)),
        ...["cluster-snapshot:awsbackup:*", "cluster-snapshot:rds:*", "target-group:*"].map((each) => arn("rds", each)),
      ],
    },
  ];
}

/** In as few documents as IAM's 6144 characters allow, in the same order. */
export function documentsOf(statements: readonly Statement[]): Statement[][] {
  const documents: Statement[][] = [];
  for (const statement of statements) {
    const last = documents.at(-1);
    if (last !== undefined && lengthOf([...last, statement]) <= MOST_CHARACTERS) last.push(statement);
    else documents.push([statement]);
  }
  return documents;
}

/** "IAM and AWS STS quotas": characters of a managed policy. */
const MOST_CHARACTERS = 6144;
const lengthOf = (statements: readonly Statement[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements }).length;

/** Statements short enough to fill documents well. */
const CHUNK = 60;
const chunks = (actions: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(actions.length / CHUNK) }, (_, index) =>
    actions.slice(index * CHUNK, (index + 1) * CHUNK),
  );

const tagsOf = ({ project, stack }: Environment) => ({
  "aws:ResourceTag/Project": project,
  "aws:ResourceTag/Environment": stack,
});

const allow = (Sid: string, Action: string[], Resource: string | string[] = "*"): Statement => ({
  Sid,
  Effect: "Allow",
  Action,
  Resource,
});

/** Roles of this environment only, and none that could do more than the boundary lets it. */
function roleStatements(prefix: string, accountId: string, boundaryArn: string): Statement[] {
  const roles = `arn:aws:iam::${accountId}:role/${prefix}-*`;
  const on = (Sid: string, actions: string, resource: string) => allow(Sid, actionsOf("iam", actions), resource);
  return [
    {
      ...on(
        "BoundedRoles",
        "AttachRolePolicy CreateRole DeleteRolePolicy DetachRolePolicy PutRolePermissionsBoundary PutRolePolicy",
        roles,
      ),
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn } },
    },
    on(
      "Roles",
      "DeleteRole GetRole GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoleTags TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription",
      roles,
    ),
    on(
      "Policies",
      "CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion GetPolicy GetPolicyVersion ListPolicyVersions TagPolicy UntagPolicy",
      `arn:aws:iam::${accountId}:policy/${prefix}-*`,
    ),
    {
      ...on("HandRolesToServices", "PassRole", roles),
      Condition: { StringEquals: { "iam:PassedToService": PASSED_TO } },
    },
    on("ServicesOwnRoles", "CreateServiceLinkedRole", `arn:aws:iam::${accountId}:role/aws-service-role/*`),
  ];
}

/** IAM takes letters and digits only. */
function sid(service: string): string {
  return service.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()).replaceAll(/\W/g, "");
}
