import { made } from "./entry";
import { FREE, quiet } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "securityhub/account:Account": {
    price: "priced",
    seconds: [5, 15, 60],
    outputs: { id: "{account}", arn: "{arn:securityhub}hub/default" },
    drawn: "box",
    alarms: quiet("its findings are read there"),
  },
  "securityhub/findingAggregator:FindingAggregator": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{arn:securityhub}finding-aggregator/{uuid}" },
    partOf: "securityhub/account:Account",
  },
  "securityhub/standardsSubscription:StandardsSubscription": {
    price: FREE.setting,
    seconds: [5, 30, 180],
    outputs: {
      id: (subscription) =>
        subscription.fill(
          `{arn:securityhub}subscription/${(subscription.input("standardsArn") ?? "").split(/[:/]standards\//).at(-1) ?? ""}`,
        ),
    },
    partOf: "securityhub/account:Account",
  },
});
