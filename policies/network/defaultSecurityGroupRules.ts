import { rule } from "../rule";

export const defaultSecurityGroupRules = rule({
  id: "default-security-group-rules",
  title: "The default security group lets nothing in and nothing out",
  family: "network-exposure",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Leave ingress and egress empty: whatever names no group of its own ends up here",
  types: ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  check: (group) =>
    ["ingress", "egress"]
      .map((property) => group.at(property))
      .map((each) =>
        each.unknown
          ? each.later()
          : each.absent
            ? undefined
            : each.refuse("whatever forgets to name a group gets this permission"),
      ),
});
