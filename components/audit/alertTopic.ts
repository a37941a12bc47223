import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement } from "../shared/policyDocument";

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

export interface AlertTopicArgs {
  /** In AWS, with the stack in it. Explicit, because the policy names it and alarms of another stack may. */
  readonly topicName: string;
  /**
   * Key of the topic's region that the publishers may use. Required: with AWS's own key (`alias/aws/sns`) CloudWatch's
   * messages are dropped without an error.
   */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** AWS services that publish, such as `cloudwatch`. Other publishers need IAM permissions. */
  readonly publishers: readonly string[];
  /** Who gets alerts by e-mail. Each has to confirm once; until then AWS sends nothing. */
  readonly emails: readonly string[];
  /** Region of the topic. Alarms reach topics of their own region only. */
  readonly location: Location;
  /** Set where the topic is not in the provider's region. @default the provider's */
  readonly region?: string;
}

/** The topic for all alerts to people: encrypted, TLS only, open to publishers of our account alone. */
export class AlertTopic extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;
  public readonly topicName: pulumi.Output<string>;

  constructor(name: string, args: AlertTopicArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:AlertTopic", name, args, opts);
    const { topicName, kmsKeyArn, publishers, emails, location } = args;
    for (const email of emails)
      if (!EMAIL.test(email))
        invalid(this, "emails", `"${email}" is not an e-mail address`, "Write it like oncall@example.com");
    const mine = { parent: this };
    const where = args.region === undefined ? {} : { region: args.region };
    const topic = new aws.sns.Topic(`${name}-topic`, { name: topicName, kmsMasterKeyId: kmsKeyArn, ...where }, mine);
    const arn = `arn:aws:sns:${location.region}:${location.accountId}:${topicName}`;
    const policy = policyDocument([
      ...publishers.map((publisher) => mayPublish(publisher, arn, location)),
      tlsOnly(arn),
    ]);
    const topicPolicy = new aws.sns.TopicPolicy(`${name}-policy`, { arn: topic.arn, policy, ...where }, mine);
    for (const endpoint of emails)
      new aws.sns.TopicSubscription(
        `${name}-${endpoint}`,
        { topic: topic.arn, protocol: "email", endpoint, ...where },
        mine,
      );
    // Whoever publishes is admitted by then.
    this.arn = pulumi.all([topic.arn, topicPolicy.id]).apply(([arn]) => arn);
    this.topicName = topic.name;
    this.registerOutputs({ arn: this.arn, topicName: this.topicName });
  }
}

/**
 * AWS, "Example cases for Amazon SNS access control": a service publishes for our account alone. Only EventBridge says
 * nothing of the account here, so that any condition drops its messages: "Using resource-based policies for EventBridge". Of
 * notifications of pipelines AWS does not say it: "Configure Amazon SNS topics for notifications".
 */
function mayPublish(publisher: string, arn: string, { accountId }: Location): Statement {
  const operator = publisher === "codestar-notifications" ? "StringEqualsIfExists" : "StringEquals";
  return {
    Sid: `Publish${publisher.replace(/[^a-z]/g, "")}`,
    Effect: "Allow",
    Principal: { Service: `${publisher}.amazonaws.com` },
    Action: "sns:Publish",
    Resource: arn,
    ...(publisher === "events" ? {} : { Condition: { [operator]: { "aws:SourceAccount": accountId } } }),
  };
}

/** 45 CFR 164.312(e)(1). */
function tlsOnly(arn: string): Statement {
  return {
    Sid: "TlsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Publish",
    Resource: arn,
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
