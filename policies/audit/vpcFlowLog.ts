import { rule } from "../rule";

const LOG = "aws:ec2/flowLog:FlowLog";

export const vpcFlowLog = rule({
  id: "vpc-flow-log",
  title: "Every VPC records its traffic",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)", "164.308(a)(1)(ii)(D)"],
  remediation: "Add a FlowLog with vpcId and trafficType ALL",
  types: ["aws:ec2/vpc:Vpc"],
  checkInStack: (vpc, stack) => {
    const logs = stack.all(LOG).filter((each) => !each.at("vpcId").absent);
    const answers = logs.map((each) => stack.refers(each, each.at("vpcId"), vpc));
    const place = vpc.at("cidrBlock");
    if (answers.includes("yes")) return undefined;
    return answers.includes("unclear") || place.unknown
      ? place.later()
      : place.refuse("there is no record of traffic into and out of this network");
  },
});
