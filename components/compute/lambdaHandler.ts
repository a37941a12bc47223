import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { type LogSettings, logGroup } from "../shared/logGroup";
import type { Location, Placement } from "../shared/placement";
import { policyDocument, type Statement, trustService } from "../shared/policyDocument";
import { deadLetterQueue } from "./deadLetterQueue";
import { handlerStatements } from "./lambdaHandlerAccess";
import { connectSource, type EventSource, refuseBadSource, sourceStatements } from "./lambdaHandlerSource";
import { refuseOutside } from "./refuseOutside";
import { type Egress, taskNetwork } from "./taskNetwork";

/** Runtimes with support into 2027 at least: AWS, "Lambda runtimes". */
export const HANDLER_RUNTIMES = ["nodejs22.x", "nodejs24.x", "python3.12", "python3.13", "python3.14"] as const;

/** AWS, "Lambda quotas": seconds, MiB. */
const TIMEOUT = { least: 1, most: 900 };
const MEMORY = { least: 128, most: 10240 };
/** Letters that AWS takes, and a length that leaves room for what it puts before and after: "CreateFunction". */
const FUNCTION_NAME = /^[A-Za-z0-9_-]{1,64}$/;
/** Processing an event that is an hour old does harm: it goes to the dead-letter queue, where a person decides. */
const RETRY = { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 3600 };

/** Where the code is: packed by Pulumi from a folder or zip file, or put into a bucket by a pipeline. */
export type HandlerCode =
  | { readonly archive: pulumi.asset.Archive }
  | {
      readonly bucket: pulumi.Input<string>;
      readonly key: pulumi.Input<string>;
      /** Version of the object. Required: without it nothing tells Lambda that the code is another. */
      readonly version: pulumi.Input<string>;
    };

export interface LambdaHandlerArgs extends LogSettings {
  /** Name in AWS, with the stack in it. Explicit, because the function's role names the function that it denies rights. */
  readonly functionName: string;
  readonly code: HandlerCode;
  /** Runs on arm64: packages with native parts must be built for it. */
  readonly runtime: (typeof HANDLER_RUNTIMES)[number];
  /** Which function of the code: `index.handler` is `handler` in the file `index`. */
  readonly handler: string;
  /** Private subnets, with a way to AWS's interfaces. */
  readonly placement: Placement;
  /** Role -> what it may connect to besides HTTPS. The database's own access component adds its port itself. */
  readonly egressTo?: Readonly<Record<string, Egress>>;
  /** Seconds that one invocation may take, 1 to 900. Required: AWS's default is three. */
  readonly timeoutSeconds: number;
  /** MiB; the CPU grows with it. @default 256, enough for calls to other services */
  readonly memoryMiB?: number;
  /**
   * Concurrent invocations at most. Required: without it a flood of events takes the account's concurrency from all other
   * functions, and the database's connections from patients. AWS keeps 100 of the account's quota unreserved.
   */
  readonly reservedConcurrency: number;
  /** Encrypts the environment and the dead-letter queue. It needs no grant but the account's own. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Plain settings. What is confidential stays in Secrets Manager, to be read when needed. @default none */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** What the code may do beyond writing its log. @default nothing */
  readonly statements?: readonly pulumi.Input<Statement>[];
  /** What invokes it. @default anything that IAM allows to */
  readonly source?: EventSource;
  /** Of the stack. */
  readonly location: Location;
}

/** A function that handles events: in the VPC, under our key, with a dead-letter queue for events it could not process. */
export class LambdaHandler extends pulumi.ComponentResource {
  public readonly functionName: pulumi.Output<string>;
  public readonly functionArn: pulumi.Output<string>;
  /** For the database's ingress rule. */
  public readonly securityGroupId: pulumi.Output<string>;
  public readonly logGroupName: pulumi.Output<string>;
  /** For an alarm: anything in there is an event that was not processed. A queue as source has a dead-letter queue of its own. */
  public readonly deadLetterQueueName: pulumi.Output<string>;

  constructor(name: string, args: LambdaHandlerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:compute:LambdaHandler", name, args, opts);
    const { functionName, placement, reservedConcurrency, kmsKeyArn, location, source, environment = {} } = args;
    refuse(this, args);

    const mine = { parent: this };
    const functionArn = `arn:aws:lambda:${location.region}:${location.accountId}:function:${functionName}`;
    const logs = logGroup(this, `${name}-logs`, args);
    const dead = deadLetterQueue(this, `${name}-dead`, kmsKeyArn);
    const network = taskNetwork(this, name, placement.vpcId, args.egressTo);
    // Lambda only takes roles of the function's own account, so there is no other account to be deceived by.
    const role = new aws.iam.Role(`${name}-run`, { assumeRolePolicy: trustService("lambda.amazonaws.com") }, mine);
    const access = { functionArn, location, kmsKeyArn, logGroupArn: logs.arn, deadLetterQueueArn: dead.arn };
    const policy = policyDocument([
      ...handlerStatements(access),
      ...sourceStatements(source, location),
      ...(args.statements ?? []),
    ]);
    const permission = new aws.iam.RolePolicy(`${name}-run-may`, { role: role.id, policy }, mine);

    const lambda = new aws.lambda.Function(
      `${name}-function`,
      {
        name: functionName,
        role: role.arn,
        ...codeOf(args),
        architectures: ["arm64"],
        timeout: args.timeoutSeconds,
        memorySize: args.memoryMiB ?? 256,
        reservedConcurrentExecutions: reservedConcurrency,
        // AWS forgets the key of an environment that is empty, which would be a difference at every update.
        ...(Object.keys(environment).length === 0 ? {} : { kmsKeyArn, environment: { variables: environment } }),
        vpcConfig: { subnetIds: placement.subnetIds, securityGroupIds: [network.securityGroupId] },
        deadLetterConfig: { targetArn: dead.arn },
        tracingConfig: { mode: "Active" },
        loggingConfig: { logFormat: "JSON", logGroup: logs.name, applicationLogLevel: "INFO", systemLogLevel: "WARN" },
      },
      // AWS tries the role when the function is made, and needs it until the last network interface is gone.
      { ...mine, dependsOn: [permission, ...network.rules] },
    );
    new aws.lambda.FunctionEventInvokeConfig(`${name}-retry`, { functionName: lambda.name, ...RETRY }, mine);
    if (source !== undefined) {
      const target = { functionArn: lambda.arn, functionName: lambda.name, reservedConcurrency, location };
      connectSource(this, name, source, target);
    }

    this.functionName = lambda.name;
    this.functionArn = lambda.arn;
    this.securityGroupId = network.securityGroupId;
    this.logGroupName = logs.name;
    this.deadLetterQueueName = dead.name;
    this.registerOutputs({ functionName: this.functionName, functionArn: this.functionArn });
  }
}

function codeOf({ code, runtime, handler }: LambdaHandlerArgs) {
  const from =
    "archive" in code
      ? { code: code.archive }
      : { s3Bucket: code.bucket, s3Key: code.key, s3ObjectVersion: code.version };
  return { ...from, runtime, handler };
}

function refuse(lambda: LambdaHandler, args: LambdaHandlerArgs): void {
  const { functionName, handler, timeoutSeconds, memoryMiB = MEMORY.least, reservedConcurrency, source } = args;
  if (!FUNCTION_NAME.test(functionName))
    invalid(
      lambda,
      "functionName",
      `"${functionName}" is not a name Lambda takes`,
      "Use up to 64 of A-Z, 0-9, - and _",
    );
  if (!/^\S+\.[A-Za-z_$][\w$]*$/.test(handler))
    invalid(lambda, "handler", `"${handler}" is not a function in a file`, "Write it like index.handler");
  refuseOutside(lambda, "timeoutSeconds", timeoutSeconds, TIMEOUT);
  refuseOutside(lambda, "memoryMiB", memoryMiB, MEMORY);
  if (!Number.isInteger(reservedConcurrency) || reservedConcurrency < 1)
    invalid(
      lambda,
      "reservedConcurrency",
      `${reservedConcurrency} lets no invocation run`,
      "Use a whole number from 1",
    );
  if (source !== undefined) refuseBadSource(lambda, source, timeoutSeconds, reservedConcurrency);
}
