import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";

export const listenerConflict = rule({
  id: "listener-conflict",
  title: "Listeners of a load balancer have different ports, and rules of a listener different priorities",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: "Choose another port or priority; a listener for HTTPS or TLS needs a certificate",
  types: [LISTENER, RULE],
  check: (listener): Outcomes => {
    if (listener.type !== LISTENER) return undefined;
    const [protocol, certificate] = [listener.at("protocol"), listener.at("certificateArn")];
    if (protocol.unknown) return protocol.later();
    if (!/^(https|tls)$/i.test(protocol.text ?? "")) return undefined;
    if (certificate.unknown) return certificate.later();
    return certificate.absent ? certificate.refuse(`${protocol.text ?? ""} without a certificate`) : undefined;
  },
  checkInStack: (resource, stack): Outcomes => {
    const [owner, place] = resource.type === LISTENER ? ["loadBalancerArn", "port"] : ["listenerArn", "priority"];
    const field = resource.at(place);
    if (field.unknown) return field.later();
    if (field.number === undefined) return undefined;
    const key = ownerOf(resource, resource.at(owner), stack);
    if (key === undefined) return resource.at(owner).unknown ? resource.at(owner).later() : undefined;
    const first = firstOf(resource.type, owner, place, stack).get(`${key} ${String(field.number)}`);
    return first === undefined || first === resource.urn
      ? undefined
      : field.refuse(`${first.split("::").at(-1) ?? ""} also has ${place} ${String(field.number)}`);
  },
});

function ownerOf(resource: Resource, field: Field, stack: Stack): string | undefined {
  const made = stack.madeFrom(resource, field);
  return field.text ?? (made.length === 1 ? made[0] : undefined);
}

const known = new WeakMap<Stack, Map<string, ReadonlyMap<string, string>>>();

/** Who has which place, by owner: the first of each, so that each clash is told once. */
function firstOf(type: string, owner: string, place: string, stack: Stack): ReadonlyMap<string, string> {
  const tables = known.get(stack) ?? new Map<string, ReadonlyMap<string, string>>();
  known.set(stack, tables);
  const before = tables.get(type);
  if (before) return before;
  const table = new Map<string, string>();
  for (const each of stack.all(type)) {
    const key = ownerOf(each, each.at(owner), stack);
    const number = each.at(place).number;
    if (key === undefined || number === undefined) continue;
    const full = `${key} ${String(number)}`;
    if (!table.has(full)) table.set(full, each.urn);
  }
  tables.set(type, table);
  return table;
}
