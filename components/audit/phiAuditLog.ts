import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type LogSettings, logGroup } from "../shared/logGroup";
import type { Statement } from "../shared/policyDocument";
import { dataProtection } from "./dataProtection";

export interface PhiAuditLogArgs extends LogSettings {
  /** In AWS: `/telehealth/prod/audit`. Fixed, so that operators' policies can name it. */
  readonly logGroupName: string;
}

/**
 * The application's own record of who looked at or changed which patient's data: 45 CFR 164.312(b). The record names
 * ids, never contents; should a content slip in, CloudWatch masks it and says so in a second log.
 */
export class PhiAuditLog extends pulumi.ComponentResource {
  public readonly name: pulumi.Output<string>;
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: PhiAuditLogArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:PhiAuditLog", name, args, opts);
    const { logGroupName } = args;
    const mine = { parent: this };
    const log = logGroup(this, `${name}-log`, args, { name: logGroupName });
    // Groups of this beginning do not fill the account's resource policy: "Enabling logging from AWS services".
    const findings = logGroup(this, `${name}-findings`, args, {
      name: `/aws/vendedlogs/${logGroupName.replace(/^\//, "")}-findings`,
    });
    new aws.cloudwatch.LogDataProtectionPolicy(
      `${name}-masking`,
      { logGroupName: log.name, policyDocument: dataProtection(findings.name) },
      mine,
    );
    this.name = log.name;
    this.arn = log.arn;
    this.registerOutputs({ name: this.name, arn: this.arn });
  }
}

/** What the application may do: add to the record. Not read it, and never change it. */
export function auditWriterStatements(logGroupArn: pulumi.Input<string>): Statement[] {
  return [
    {
      Sid: "WriteAuditRecord",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: pulumi.interpolate`${logGroupArn}:log-stream:*`,
    },
  ];
}
