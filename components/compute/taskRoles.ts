import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type Statement, trustService } from "../shared/policyDocument";
import { PULL, threatAgentStatements } from "./threatAgent";
import type { ShellAccess, TaskSpec } from "./taskSpec";

/** The two identities of a task, and the policies that must exist before it starts (and after it stops). */
export interface TaskRoles {
  readonly executionRoleArn: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  readonly permissions: readonly pulumi.Resource[];
}

/** ECS starts the task with one role; the code inside runs with the other and cannot use the first. */
export function taskRoles(
  component: pulumi.Resource,
  name: string,
  spec: TaskSpec,
  logGroupArn: pulumi.Input<string>,
): TaskRoles {
  const mine = { parent: component };
  const role = (suffix: string, statements: readonly pulumi.Input<Statement>[]) => {
    const { id, arn } = new aws.iam.Role(
      `${name}-${suffix}`,
      { assumeRolePolicy: trustService("ecs-tasks.amazonaws.com", spec.location.accountId) },
      mine,
    );
    // IAM refuses a policy without statements.
    const policies = statements.length === 0 ? [] : [{ role: id, policy: policyDocument([...statements]) }];
    return {
      arn,
      permissions: policies.map((policyArgs) => new aws.iam.RolePolicy(`${name}-${suffix}-may`, policyArgs, mine)),
    };
  };

  const start = role("start", startStatements(spec, logGroupArn));
  const run = role("run", [...(spec.statements ?? []), ...(spec.shell === "off" ? [] : shellStatements(spec.shell))]);
  return {
    executionRoleArn: start.arn,
    taskRoleArn: run.arn,
    permissions: [...start.permissions, ...run.permissions],
  };
}

/** Pull from one repository, write to one log group, read the named secrets. */
function startStatements(spec: TaskSpec, logGroupArn: pulumi.Input<string>): Statement[] {
  const secrets = Object.values(spec.secrets ?? {});
  return [
    ...threatAgentStatements(spec.location),
    { Sid: "Pull", Effect: "Allow", Action: PULL, Resource: spec.repositoryArn },
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logGroupArn}:*`,
    },
    ...(secrets.length === 0 ? [] : secretStatements(secrets, spec.location.region)),
  ];
}

function secretStatements(
  secrets: readonly { secretArn: pulumi.Input<string>; kmsKeyArn: pulumi.Input<string> }[],
  region: string,
): Statement[] {
  return [
    {
      Sid: "Secrets",
      Effect: "Allow",
      Action: "secretsmanager:GetSecretValue",
      Resource: distinct(secrets.map(({ secretArn }) => secretArn)),
    },
    {
      Sid: "SecretKeys",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: distinct(secrets.map(({ kmsKeyArn }) => kmsKeyArn)),
      Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` } },
    },
  ];
}

/** "Amazon ECS Exec", Amazon ECS Developer Guide: the agent runs in the container, so with the container's role. */
function shellStatements({ kmsKeyArn, logGroupArn }: ShellAccess): Statement[] {
  const channels = ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"];
  return [
    { Sid: "Shell", Effect: "Allow", Action: channels.map((call) => `ssmmessages:${call}`), Resource: "*" },
    { Sid: "ShellKey", Effect: "Allow", Action: "kms:Decrypt", Resource: kmsKeyArn },
    { Sid: "ShellLogGroups", Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    {
      Sid: "ShellLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logGroupArn}:*`,
    },
  ];
}

/** Several variables come from one secret, several secrets from one key: each ARN once, in a stable order. */
function distinct(arns: readonly pulumi.Input<string>[]): pulumi.Output<string[]> {
  return pulumi.all([...arns]).apply((all) => [...new Set(all)].sort());
}
