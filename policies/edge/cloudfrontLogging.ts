import { rule } from "../rule";
import { DISTRIBUTION } from "../shared/cacheBehaviors";

const SOURCE = "aws:cloudwatch/logDeliverySource:LogDeliverySource";

export const cloudfrontLogging = rule({
  id: "cloudfront-logging",
  title: "CloudFront logs every request",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation: "Add a LogDeliverySource of type ACCESS_LOGS for the distribution, or set loggingConfig.bucket",
  types: [DISTRIBUTION],
  checkInStack: (distribution, stack) => {
    const bucket = distribution.at("loggingConfig", "bucket");
    if (!bucket.absent) return bucket.unknown ? bucket.later() : undefined;
    const sources = stack.all(SOURCE).map((each) => stack.refers(each, each.at("resourceArn"), distribution));
    if (sources.includes("yes")) return undefined;
    return sources.includes("unclear") ? bucket.later() : bucket.refuse("there is no record of who fetched what");
  },
});
