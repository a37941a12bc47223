import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const RULES = "aws:ec2/securityGroupRule:SecurityGroupRule";
const SINGLE = [
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];
const ALL = /^(-1|all)$/i;
const PORTED = /^(tcp|udp|6|17)$/i;

export const securityGroupRuleShape = rule({
  id: "security-group-rule-shape",
  title: "Security group rules have ports that match their protocol",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: 'Write the first port before the last; with protocol "-1", use 0 for both',
  types: ["aws:ec2/securityGroup:SecurityGroup", RULES, ...SINGLE],
  check: (resource): Outcomes => {
    if (SINGLE.includes(resource.type)) return judge(resource.at(), "ipProtocol");
    if (resource.type === RULES) return judge(resource.at(), "protocol");
    return ["ingress", "egress"].map((way) => resource.at(way).items.map((each) => judge(each, "protocol")));
  },
});

function judge(block: Field, key: string): Outcomes {
  if (block.unknown) return block.later();
  const [protocol, from, to] = [block.at(key), block.at("fromPort"), block.at("toPort")];
  const unknowns = [protocol, from, to].filter((each) => each.unknown);
  if (unknowns.length > 0) return unknowns.map((each) => each.later());
  const name = protocol.text ?? String(protocol.number ?? "");
  const [first, last] = [from.number ?? 0, to.number ?? 0];
  if (ALL.test(name) && ((first !== 0 && first !== -1) || (last !== 0 && last !== -1)))
    return from.refuse(`protocol ${name} means every port, and AWS refuses it together with ports`);
  if (!PORTED.test(name)) return undefined;
  if (from.absent || to.absent)
    return (from.absent ? from : to).refuse(`protocol ${name} needs a first and a last port`);
  if (first > last) return from.refuse(`the first port, ${String(first)}, comes after the last, ${String(last)}`);
  return first < 0 || last > 65535 ? to.refuse(`ports range from 0 to 65535`) : undefined;
}
