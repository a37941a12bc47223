import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { isWorld, parseCidr } from "../shared/cidr";
import { sensitivePort } from "../shared/dataPorts";

const RULE = "aws:ec2/networkAclRule:NetworkAclRule";
const ALL = /^(-1|all)$/i;
/** Answers to connections that begin inside come back on ports from here on: no sign that a service is open. */
const EPHEMERAL = 1024;

/** One entry of a network ACL, in the words of both resource forms. */
interface Entry {
  readonly block: Field;
  readonly cidrs: readonly Field[];
  readonly order: number;
  readonly allows: boolean;
  readonly from: number;
  readonly to: number;
}

export const networkAclWorldOpen = rule({
  id: "network-acl-world-open",
  title: "No network ACL opens administrative or database ports to the internet",
  family: "network-exposure",
  severity: "medium",
  controls: ["164.312(e)(1)"],
  remediation: "Allow 443, and 1024 to 65535 for return traffic; name private ranges for everything else",
  types: ["aws:ec2/networkAcl:NetworkAcl", "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", RULE],
  check: (acl): Outcomes => {
    const { entries, unknowns } = entriesOf(acl);
    return [
      entries
        .filter((each) => each.allows && each.from < EPHEMERAL && !isDenied(each, entries))
        .map((each) => {
          const port = sensitivePort(each);
          const cidr = each.cidrs.find(isOpen);
          return port === undefined ? undefined : cidr?.refuse(`opens ${port} to the internet`);
        }),
      unknowns.map((each) => each.later()),
    ];
  },
});

function isOpen({ text }: Field): boolean {
  const range = parseCidr(text ?? "");
  return range !== undefined && isWorld([range]);
}

/** Entries are tried in their order, and the first that fits decides. */
function isDenied({ order, from, to }: Entry, entries: readonly Entry[]): boolean {
  return entries.some(
    (each) => !each.allows && each.order < order && each.from <= from && to <= each.to && each.cidrs.some(isOpen),
  );
}

function entriesOf(acl: Resource): { entries: readonly Entry[]; unknowns: readonly Field[] } {
  const blocks = acl.type === RULE ? [acl.at()] : acl.at("ingress").items;
  const incoming = acl.type === RULE && acl.at("egress").flag === true ? [] : blocks;
  const unknowns = incoming.flatMap((each) =>
    each.unknown
      ? [each]
      : ["cidrBlock", "ipv6CidrBlock", "action", "ruleAction", "protocol", "fromPort", "toPort"]
          .map((key) => each.at(key))
          .filter((field) => field.unknown),
  );
  const entries = incoming.map((block): Entry => {
    const action = block.at(acl.type === RULE ? "ruleAction" : "action").text ?? "";
    const every = ALL.test(block.at("protocol").text ?? String(block.at("protocol").number ?? ""));
    return {
      block,
      cidrs: [block.at("cidrBlock"), block.at("ipv6CidrBlock")],
      order: block.at(acl.type === RULE ? "ruleNumber" : "ruleNo").number ?? 0,
      allows: action.toLowerCase() === "allow",
      from: every ? 0 : (block.at("fromPort").number ?? 0),
      to: every ? 65535 : (block.at("toPort").number ?? 65535),
    };
  });
  return { entries, unknowns };
}
