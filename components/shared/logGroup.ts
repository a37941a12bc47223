import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "./invalid";
import { retentionFix } from "./logRetention";

/** How the logs of a component are kept. */
export interface LogSettings {
  /** Key that encrypts the log group. Its policy must let CloudWatch Logs of the region use it. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days that log events are kept. Required: AWS's default is to keep them for ever, and a default of ours would be a guess. */
  readonly logRetentionDays: number;
  /** true: AWS and Pulumi both refuse to delete what is kept here; false for an environment that may be thrown away. */
  readonly deletionProtection: boolean;
}

/** Name and region of a log group, where they are not left to Pulumi and the provider. */
export interface PhysicalLogGroup {
  /** For a group whose name somebody else has to know. */
  readonly name?: pulumi.Input<string>;
  /** Where it is, if not in the provider's region. */
  readonly region?: string;
}

/** An encrypted log group that exists before its first writer: a writer would create it open-ended and unencrypted. */
export function logGroup(
  component: pulumi.Resource,
  name: string,
  settings: LogSettings,
  physical: PhysicalLogGroup = {},
): aws.cloudwatch.LogGroup {
  const { logKmsKeyArn, logRetentionDays, deletionProtection } = settings;
  const fix = retentionFix(logRetentionDays);
  if (fix !== undefined) invalid(component, "logRetentionDays", `${logRetentionDays} is not offered by AWS`, fix);
  return new aws.cloudwatch.LogGroup(
    name,
    {
      ...physical,
      kmsKeyId: logKmsKeyArn,
      retentionInDays: logRetentionDays,
      deletionProtectionEnabled: deletionProtection,
    },
    { parent: component, protect: deletionProtection },
  );
}
