import type * as pulumi from "@pulumi/pulumi";
import { AlertTopic } from "../components/audit/alertTopic";
import { type Publisher, snsPublisherGrants } from "../components/security/keyGrants";
import { EDGE_REGION } from "../components/shared/edgeRegion";
import type { Context } from "./context";
import { createKey } from "./keys";
import type { Profile } from "./profile";

/** Services that publish to the topic themselves, beside what IAM allows. */
const PUBLISHERS: readonly Publisher[] = ["cloudwatch", "events", "budgets", "backup", "codestar-notifications"];

/** Where alarms and other messages to people go. */
export interface Alerts {
  readonly topic: AlertTopic;
  readonly kmsKeyArn: pulumi.Output<string>;
  /** By region: an alarm reaches topics of its own region only. */
  readonly topics: Readonly<Record<string, pulumi.Output<string>>>;
}

/** The stack's topic, and a second one in us-east-1, where CloudFront's alarms are, if the stack is in another region. */
export function createAlerts(context: Context, { alerts: { emails } }: Profile): Alerts {
  const { location, prefix, opts } = context;
  const topicName = `${prefix}-alerts`;
  const key = createKey(context, "alerts", "Alerts to people", snsPublisherGrants(PUBLISHERS, location));
  const topic = new AlertTopic(
    "alerts",
    { topicName, kmsKeyArn: key.arn, publishers: PUBLISHERS, emails, location },
    opts,
  );
  const here = { topic, kmsKeyArn: key.arn };
  if (location.region === EDGE_REGION) return { ...here, topics: { [EDGE_REGION]: topic.arn } };

  const edge = { ...location, region: EDGE_REGION };
  const grants = snsPublisherGrants(["cloudwatch"], edge);
  const edgeKey = createKey(context, "edge-alerts", "Alerts of CloudFront to people", grants, EDGE_REGION);
  const edgeTopic = new AlertTopic(
    "edge-alerts",
    {
      topicName,
      kmsKeyArn: edgeKey.arn,
      publishers: ["cloudwatch"],
      emails,
      location: edge,
      region: EDGE_REGION,
    },
    opts,
  );
  return { ...here, topics: { [location.region]: topic.arn, [EDGE_REGION]: edgeTopic.arn } };
}
