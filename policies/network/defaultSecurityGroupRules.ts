import { rule } from "../rule";

export const defaultSecurityGroupRules = rule({
  id: "default-security-group-rules",
  title: "The default security group allows no traffic in or out",
  family: "network-exposure",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Leave ingress and egress empty: resources without a group of their own end up in this one",
  types: ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"],
  check: (group) =>
    ["ingress", "egress"]
      .map((property) => group.at(property))
      .map((each) =>
        each.unknown
          ? each.later()
          : each.absent
            ? undefined
            : each.refuse("any resource that names no group gets this permission"),
      ),
});
