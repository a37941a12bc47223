import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { isWorld, parseCidr } from "../shared/cidr";
import { SECURITY_GROUPS } from "../shared/ingress";
import { attachedOutsideLoadBalancers } from "../shared/attachments";

const EGRESS = [
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:ec2/securityGroupRule:SecurityGroupRule",
];
/** What answers and never calls. */
const DATABASES =
  /^aws:(rds\/(cluster|instance)|docdb\/cluster|neptune\/cluster|elasticache|memorydb\/cluster|redshift\/cluster|efs\/mountTarget|opensearch\/domain)\b/;

export const databaseGroupEgress = rule({
  id: "database-group-egress",
  title: "A database's security group allows no traffic to the internet",
  family: "network-exposure",
  severity: "medium",
  level: "advisory",
  controls: ["164.312(e)(1)", "164.312(a)(1)"],
  remediation: "Leave out egress rules: a database only answers",
  types: SECURITY_GROUPS,
  checkInStack: (group, stack): Outcomes => {
    const users = attachedOutsideLoadBalancers(group, stack);
    if (users.length === 0 || !users.every((each) => DATABASES.test(each.type))) return undefined;
    return waysOut(group, stack).map((each) =>
      each.unknown
        ? each.later()
        : isOpen(each)
          ? each.refuse(`${users[0]?.name ?? "a database"} can send data to the internet`)
          : undefined,
    );
  },
});

function isOpen({ text }: Field): boolean {
  const range = parseCidr(text ?? "");
  return range !== undefined && isWorld([range]);
}

function waysOut(group: Resource, stack: Stack): readonly Field[] {
  const inline = group
    .at("egress")
    .items.flatMap((each) =>
      each.unknown ? [each] : [...each.at("cidrBlocks").items, ...each.at("ipv6CidrBlocks").items],
    );
  const rules = stack
    .referring(group, EGRESS, "securityGroupId")
    .filter((each) => each.at("type").text !== "ingress")
    .flatMap((each) => [
      ...["cidrIpv4", "cidrIpv6"].map((key) => each.at(key)),
      ...each.at("cidrBlocks").items,
      ...each.at("ipv6CidrBlocks").items,
    ]);
  return [...inline, ...rules];
}
