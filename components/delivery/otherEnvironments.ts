import { actionsOf } from "../shared/deployRights";
import type { Statement } from "../shared/policyDocument";
import { type Deployed, type Environment, prefixOf, type StateStore } from "./environment";

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
            Resource: otherStacks.map((stack) =>
              arn("cloudwatch", `alarm:TargetTracking-service/${project}-${stack}/*`),
            ),
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
        ...["dhcp-options", "network-acl", "network-interface"].map((kind) => arn("ec2", `${kind}/*`)),
        ...["cluster-snapshot:awsbackup:*", "cluster-snapshot:rds:*", "target-group:*"].map((resource) =>
          arn("rds", resource),
        ),
      ],
    },
  ];
}
