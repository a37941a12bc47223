import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

export interface CostAnomalyMonitorArgs {
  /** USD that an anomaly has cost, beyond what was expected, before anybody is told. */
  readonly thresholdUsd: number;
  /** Topic that gets each anomaly. Its policy and its key must let `costalerts.amazonaws.com` publish for the account. */
  readonly topicArn: pulumi.Input<string>;
  /** Who gets a daily summary by e-mail. @default only the topic's subscribers */
  readonly emails?: readonly string[];
}

/**
 * Watches what each AWS service costs against what it usually costs. AWS allows one such monitor in an account, so it
 * belongs into the account's stack: "Quotas and restrictions", AWS Cost Management User Guide.
 */
export class CostAnomalyMonitor extends pulumi.ComponentResource {
  public readonly monitorArn: pulumi.Output<string>;

  constructor(name: string, args: CostAnomalyMonitorArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:cost:CostAnomalyMonitor", name, args, opts);
    const { thresholdUsd, topicArn, emails = [] } = args;
    if (!Number.isInteger(thresholdUsd) || thresholdUsd < 1)
      invalid(
        this,
        "thresholdUsd",
        `${thresholdUsd} is not an amount in whole USD`,
        "Use a whole number from 1, such as 50",
      );

    const mine = { parent: this };
    const monitor = new aws.costexplorer.AnomalyMonitor(
      `${name}-services`,
      { monitorType: "DIMENSIONAL", monitorDimension: "SERVICE" },
      mine,
    );
    const thresholdExpression = {
      dimension: {
        key: "ANOMALY_TOTAL_IMPACT_ABSOLUTE",
        matchOptions: ["GREATER_THAN_OR_EQUAL"],
        values: [String(thresholdUsd)],
      },
    };
    // Two, since AWS takes topics with IMMEDIATE alone and addresses with every other frequency.
    const tell = (role: string, frequency: string, subscribers: { type: string; address: pulumi.Input<string> }[]) =>
      new aws.costexplorer.AnomalySubscription(
        `${name}-${role}`,
        { frequency, subscribers, monitorArnLists: [monitor.arn], thresholdExpression },
        mine,
      );
    tell("at-once", "IMMEDIATE", [{ type: "SNS", address: topicArn }]);
    if (emails.length > 0)
      tell(
        "daily",
        "DAILY",
        emails.map((address) => ({ type: "EMAIL", address })),
      );

    this.monitorArn = monitor.arn;
    this.registerOutputs({ monitorArn: this.monitorArn });
  }
}
