import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { DENIED_ON_LOGS } from "../shared/logTampering";
import { policyDocument, type Statement } from "../shared/policyDocument";

/** The one document of Session Manager that opens a port; every other one would open a shell that nothing records. */
const PORT_FORWARDING = "AWS-StartPortForwardingSessionToRemoteHost";
/** Seconds since MFA was proved, after which it has to be proved again. */
const MFA_AGE_SECONDS = 3600;

/** A task that an operator may start; outputs of `OneOffTask` and `ImportTask`. */
export interface OperatedTask {
  readonly taskDefinitionArn: pulumi.Input<string>;
  readonly taskRoleArn: pulumi.Input<string>;
  readonly executionRoleArn: pulumi.Input<string>;
}

export interface OperatorAccessArgs {
  /** Cluster the tasks run in. What serves patients there has no shell, so nobody gets into it. */
  readonly cluster: { readonly arn: pulumi.Input<string>; readonly name: pulumi.Input<string> };
  readonly tasks: readonly OperatedTask[];
  /** Name of the container in those tasks. @default "app" */
  readonly container?: string;
  /** Key that encrypts the sessions: whoever opens one makes its data key. */
  readonly sessionKmsKeyArn: pulumi.Input<string>;
  /** Log groups that may be read. Logs of operation only: who may read the audit log is another question. */
  readonly logGroupNames: readonly pulumi.Input<string>[];
  /** Further rights, such as `connectStatements` for a database user of the operators. MFA is asked for these too. */
  readonly statements?: readonly Statement[];
  /** Of the stack. */
  readonly location: Location;
}

/**
 * What a person who runs the platform needs: start the prepared tasks, open a shell or a port to the database in them
 * (no bastion), read logs. Whatever it allows asks for MFA: 45 CFR 164.308(a)(4)(ii)(B), 164.312(d).
 */
export class OperatorAccess extends pulumi.ComponentResource {
  /** Attach it to the operators' group or permission set. */
  public readonly policyArn: pulumi.Output<string>;

  constructor(name: string, args: OperatorAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:security:OperatorAccess", name, args, opts);
    if (args.tasks.length === 0)
      invalid(this, "tasks", "is empty, so an operator could start nothing", "Name at least the migration task");
    const statements = [...taskStatements(args), ...sessionStatements(args), ...logStatements(args)];
    const policy = new aws.iam.Policy(
      `${name}-policy`,
      {
        description: "Run prepared tasks, reach the database through them, read logs; with MFA",
        policy: policyDocument([...[...statements, ...(args.statements ?? [])].map(withMfa), KEEP_LOGS]),
      },
      { parent: this },
    );
    this.policyArn = policy.arn;
    this.registerOutputs({ policyArn: this.policyArn });
  }
}

/** With or without MFA, and whatever else the operator is given. */
const KEEP_LOGS: Statement = { Sid: "KeepLogs", Effect: "Deny", Action: [...DENIED_ON_LOGS], Resource: "*" };

function withMfa(statement: Statement): Statement {
  const { Condition = {} } = statement;
  return {
    ...statement,
    Condition: {
      ...Condition,
      Bool: { ...Condition["Bool"], "aws:MultiFactorAuthPresent": "true" },
      NumericLessThan: { ...Condition["NumericLessThan"], "aws:MultiFactorAuthAge": String(MFA_AGE_SECONDS) },
    },
  };
}

/** Any task of our cluster, by whatever id it got. */
const tasksOf = ({ location, cluster }: OperatorAccessArgs) =>
  pulumi.interpolate`arn:aws:ecs:${location.region}:${location.accountId}:task/${cluster.name}/*`;

function taskStatements(args: OperatorAccessArgs): Statement[] {
  const { cluster, tasks } = args;
  const inCluster = { ArnEquals: { "ecs:cluster": cluster.arn } };
  // A deployment makes a new revision: the right is to the task, not to one state of it.
  const families = tasks.map(({ taskDefinitionArn }) =>
    pulumi.output(taskDefinitionArn).apply((arn) => arn.replace(/:\d+$/, ":*")),
  );
  return [
    { Sid: "Run", Effect: "Allow", Action: "ecs:RunTask", Resource: families, Condition: inCluster },
    {
      Sid: "PassTheirRoles",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: tasks.flatMap(({ taskRoleArn, executionRoleArn }) => [taskRoleArn, executionRoleArn]),
      Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    },
    {
      Sid: "WatchAndStop",
      Effect: "Allow",
      Action: ["ecs:DescribeTasks", "ecs:StopTask"],
      Resource: tasksOf(args),
      Condition: inCluster,
    },
    { Sid: "Find", Effect: "Allow", Action: "ecs:ListTasks", Resource: "*", Condition: inCluster },
    // It knows no resource: "Actions, resources, and condition keys for Amazon ECS", Service Authorization Reference.
    { Sid: "Definitions", Effect: "Allow", Action: "ecs:DescribeTaskDefinition", Resource: "*" },
  ];
}

function sessionStatements(args: OperatorAccessArgs): Statement[] {
  const { location, cluster, container = "app", sessionKmsKeyArn } = args;
  return [
    {
      Sid: "Shell",
      Effect: "Allow",
      Action: "ecs:ExecuteCommand",
      Resource: [cluster.arn, tasksOf(args)],
      Condition: { StringEquals: { "ecs:container-name": container } },
    },
    // "Amazon ECS Exec", Amazon ECS Developer Guide: whoever opens the session makes the key that encrypts it.
    { Sid: "SessionKey", Effect: "Allow", Action: "kms:GenerateDataKey", Resource: sessionKmsKeyArn },
    {
      Sid: "Port",
      Effect: "Allow",
      Action: "ssm:StartSession",
      Resource: [tasksOf(args), `arn:aws:ssm:${location.region}::document/${PORT_FORWARDING}`],
      // Otherwise naming no document would open a shell with none of the cluster's recording.
      Condition: { BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" } },
    },
    {
      Sid: "OwnSessions",
      Effect: "Allow",
      Action: ["ssm:ResumeSession", "ssm:TerminateSession"],
      Resource: "arn:aws:ssm:*:*:session/${aws:username}-*",
    },
  ];
}

function logStatements({ location, logGroupNames }: OperatorAccessArgs): Statement[] {
  const groups = logGroupNames.map(
    (group) => pulumi.interpolate`arn:aws:logs:${location.region}:${location.accountId}:log-group:${group}:*`,
  );
  if (groups.length === 0) return [];
  return [
    {
      Sid: "ReadLogs",
      Effect: "Allow",
      Action: ["logs:DescribeLogStreams", "logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"],
      Resource: groups,
    },
    // These name a query by its id, never a log group.
    { Sid: "ReadQueries", Effect: "Allow", Action: ["logs:GetQueryResults", "logs:StopQuery"], Resource: "*" },
  ];
}
