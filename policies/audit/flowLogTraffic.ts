import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const flowLogTraffic = rule({
  id: "flow-log-traffic",
  title: "Flow logs record accepted as well as rejected traffic",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation: "Set trafficType to ALL",
  types: ["aws:ec2/flowLog:FlowLog"],
  check: (log) => {
    // Of a transit gateway AWS records everything, and takes no type.
    const gateway = ["transitGatewayId", "transitGatewayAttachmentId"].some((each) => !log.at(each).absent);
    return gateway && log.at("trafficType").absent
      ? undefined
      : isOneOf(log.at("trafficType"), ["ALL"], "part of the traffic is not logged");
  },
});
