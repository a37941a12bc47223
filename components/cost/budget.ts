import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

/** AWS, "Subscriber", AWS Budgets API Reference: beside one topic. */
const MOST_EMAILS = 10;
/** Per cent of the month's limit: half, for those who plan; nearly all and all, for those who act. */
const SPENT_PERCENT = [50, 80, 100];

export interface EnvironmentBudgetArgs {
  /** Name in AWS, which every alert begins with; unique in the account: `telehealth-prod-monthly`. */
  readonly budgetName: string;
  /** What one month may cost, in whole USD. Required: there is no sensible default. */
  readonly monthlyUsd: number;
  /**
   * The value of the tag `Environment` whose costs count. They are counted from the day on that the tag is activated as a
   * cost allocation tag in the account that pays; until then the budget stays at zero and silent.
   */
  readonly environment: string;
  /** Topic that learns of every alert. Its policy and its key must let `budgets.amazonaws.com` publish for the account. */
  readonly topicArn: pulumi.Input<string>;
  /** Who also gets the alerts by e-mail, ten at most. @default only the topic's subscribers */
  readonly emails?: readonly string[];
}

/** What an environment costs in a month, and who learns in time that it costs more. The budget stops nothing. */
export class EnvironmentBudget extends pulumi.ComponentResource {
  /** For a dashboard or a budget action. */
  public readonly budgetName: pulumi.Output<string>;

  constructor(name: string, args: EnvironmentBudgetArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:cost:EnvironmentBudget", name, args, opts);
    const { budgetName, monthlyUsd, environment, topicArn, emails = [] } = args;
    if (!Number.isInteger(monthlyUsd) || monthlyUsd < 1)
      invalid(
        this,
        "monthlyUsd",
        `${monthlyUsd} is not a limit in whole USD`,
        "Use a whole number from 1, such as 600",
      );
    if (emails.length > MOST_EMAILS)
      invalid(
        this,
        "emails",
        `AWS writes to ${MOST_EMAILS} at most, not ${emails.length}`,
        "Subscribe them to the topic",
      );
    if (!/^[\w.:/=+@-]+$/.test(environment))
      invalid(
        this,
        "environment",
        `"${environment}" is not the value of a tag`,
        "Write the stack's name, such as prod",
      );

    const alert = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
      notificationType,
      threshold,
      thresholdType: "PERCENTAGE",
      comparisonOperator: "GREATER_THAN",
      subscriberSnsTopicArns: [topicArn],
      ...(emails.length === 0 ? {} : { subscriberEmailAddresses: [...emails] }),
    });
    const budget = new aws.budgets.Budget(
      `${name}-budget`,
      {
        name: budgetName,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        limitAmount: String(monthlyUsd),
        limitUnit: "USD",
        // The form that AWS gives to tags that users made: "CostFilters", AWS Budgets API Reference.
        costFilters: [{ name: "TagKeyValue", values: [`user:Environment$${environment}`] }],
        // A credit would hide what is spent until the day it is used up.
        costTypes: { includeCredit: false, includeRefund: false },
        notifications: [...SPENT_PERCENT.map((percent) => alert("ACTUAL", percent)), alert("FORECASTED", 100)],
      },
      { parent: this },
    );

    this.budgetName = budget.name;
    this.registerOutputs({ budgetName: this.budgetName });
  }
}
