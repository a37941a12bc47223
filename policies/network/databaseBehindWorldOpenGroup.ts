import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { dataPort } from "../shared/dataPorts";
import { INGRESS_RULES, ingressOf, openingsOf, SECURITY_GROUPS } from "../shared/ingress";

/** A property of a permission that names other groups, and the ports it lets them reach. */
interface Source {
  readonly groups: Field;
  readonly from: number;
  readonly to: number;
}

export const databaseBehindWorldOpenGroup = rule({
  id: "database-behind-world-open-group",
  title: "Nothing internet-facing can reach a database's port directly",
  family: "network-exposure",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Allow the tasks' own group, which only the load balancer's group may reach",
  types: [...SECURITY_GROUPS, ...INGRESS_RULES],
  checkInStack: (resource, stack): Outcomes =>
    sourcesOf(resource).map((source) => {
      const port = dataPort(source);
      if (port === undefined) return undefined;
      const open = stack
        .referred(resource, source.groups, SECURITY_GROUPS)
        .find((group) => group.urn !== resource.urn && worldOpen(group, stack));
      if (open)
        return source.groups.refuse(`allows group ${open.name} on ${port}, and that group is open to the internet`);
      return source.groups.items.some((each) => each.unknown) && stack.madeFrom(resource, source.groups).length === 0
        ? source.groups.later()
        : undefined;
    }),
});

function sourcesOf(resource: Resource): readonly Source[] {
  const permissions = ingressOf(resource);
  const fields = SECURITY_GROUPS.includes(resource.type)
    ? resource.at("ingress").items.map((each) => (each.unknown ? each : each.at("securityGroups")))
    : [resource.at("referencedSecurityGroupId"), resource.at("sourceSecurityGroupId")].filter((each) => !each.absent);
  return fields.flatMap((groups, index): Source[] => {
    const permission = permissions[index] ?? permissions[0];
    return groups.absent || !permission ? [] : [{ groups, from: permission.from, to: permission.to }];
  });
}

const known = new WeakMap<Stack, Map<string, boolean>>();

function worldOpen(group: Resource, stack: Stack): boolean {
  const seen = known.get(stack) ?? new Map<string, boolean>();
  known.set(stack, seen);
  const before = seen.get(group.urn);
  if (before !== undefined) return before;
  const rules = stack.referring(group, INGRESS_RULES, "securityGroupId");
  const open = openingsOf([group, ...rules].flatMap((each) => ingressOf(each))).length > 0;
  seen.set(group.urn, open);
  return open;
}
