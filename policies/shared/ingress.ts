import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import { isWorld, parseCidr, type Range } from "./cidr";

export const SECURITY_GROUPS = [
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
];
export const INGRESS_RULES = [
  "aws:ec2/securityGroupRule:SecurityGroupRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
];

/** One permission to come in, whichever of the resource forms it was written in. */
export interface Ingress {
  /** Lower case; "-1" for all. */
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly sources: readonly Source[];
  readonly prefixLists: readonly Field[];
  /** Properties that are not known yet and could change the verdict. */
  readonly unknowns: readonly Field[];
}

export interface Source {
  readonly field: Field;
  readonly range: Range;
}

/** Ports that together let the world in, and the property that says so. */
export interface Opening {
  readonly protocol: string;
  readonly from: number;
  readonly to: number;
  readonly field: Field;
}

const LAST_PORT = 65535;
const NAMES: Readonly<Record<string, string>> = { "6": "tcp", "17": "udp", "1": "icmp", "58": "icmpv6", all: "-1" };

/** What a group or a rule resource lets in. */
export function ingressOf(resource: Resource): readonly Ingress[] {
  if (SECURITY_GROUPS.includes(resource.type)) return resource.at("ingress").items.map(fromBlock);
  if (resource.type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
    return [
      ingress(
        resource.at("ipProtocol"),
        resource.at("fromPort"),
        resource.at("toPort"),
        [resource.at("cidrIpv4"), resource.at("cidrIpv6")],
        [resource.at("prefixListId")],
      ),
    ];
  const type = resource.at("type");
  if (type.text?.toLowerCase() === "egress") return [];
  const rule = fromBlock(resource.at());
  return [type.unknown ? { ...rule, unknowns: [...rule.unknowns, type] } : rule];
}

function fromBlock(block: Field): Ingress {
  if (block.unknown) return { protocol: "-1", from: 0, to: LAST_PORT, sources: [], prefixLists: [], unknowns: [block] };
  const cidrs = [...block.at("cidrBlocks").items, ...block.at("ipv6CidrBlocks").items];
  return ingress(
    block.at("protocol"),
    block.at("fromPort"),
    block.at("toPort"),
    cidrs,
    block.at("prefixListIds").items,
  );
}

const EVERYWHERE = ["0.0.0.0/0", "::/0"].flatMap((each) => parseCidr(each) ?? []);

function ingress(protocol: Field, from: Field, to: Field, cidrs: readonly Field[], lists: readonly Field[]): Ingress {
  const written = protocol.text?.toLowerCase() ?? String(protocol.number ?? "-1");
  const name = NAMES[written] ?? written;
  const icmp = name.startsWith("icmp");
  const ported = icmp || name === "tcp" || name === "udp";
  const open = [protocol, from, to].filter((each) => each.unknown);
  const sources = cidrs.flatMap((field) => {
    if (field.text === undefined) return [];
    // What AWS would refuse is read as the worst it may have been meant to be: 0.0.0.0 without its /0.
    const range = field.text.includes("/") ? parseCidr(field.text) : undefined;
    return (range ? [range] : EVERYWHERE).map((each) => ({ field, range: each }));
  });
  return {
    protocol: name,
    from: ported ? (from.number ?? 0) : 0,
    // ICMP writes a type and a code where others write two ports.
    to: icmp ? (from.number ?? 0) : ported ? (to.number ?? LAST_PORT) : LAST_PORT,
    sources: open.length > 0 ? [] : sources,
    prefixLists: lists.filter((each) => !each.absent),
    unknowns: [...open, ...cidrs.filter((each) => each.unknown)],
  };
}

/** Pieces of the port range in which these permissions together let in the world. Cuts and unions do not hide it. */
export function openingsOf(all: readonly Ingress[]): readonly Opening[] {
  const everything = openingsIn("-1", all);
  if (everything.length > 0) return everything;
  const protocols = [...new Set(all.map((each) => each.protocol))].filter((each) => each !== "-1");
  return protocols.flatMap((protocol) => openingsIn(protocol, all));
}

function openingsIn(protocol: string, all: readonly Ingress[]): readonly Opening[] {
  const own = all.filter((each) => each.protocol === protocol || each.protocol === "-1");
  const cuts = [...new Set(own.flatMap((each) => [each.from, each.to + 1]))].toSorted((a, b) => a - b);
  const pieces = cuts.flatMap((from, index): Opening[] => {
    const to = (cuts[index + 1] ?? from) - 1;
    const sources = own
      .filter((each) => each.from <= from && from <= to && to <= each.to)
      .flatMap((each) => each.sources);
    const [first] = sources;
    return first && isWorld(sources.map((each) => each.range)) ? [{ protocol, from, to, field: first.field }] : [];
  });
  return pieces.reduce<readonly Opening[]>((joined, each) => {
    const last = joined.at(-1);
    if (last?.field.path !== each.field.path || last.to + 1 !== each.from) return [...joined, each];
    return [...joined.slice(0, -1), { ...last, to: each.to }];
  }, []);
}

/** 443, and 80 to be redirected there: what the world may reach, on a load balancer. UDP 443 is HTTP/3. */
export function isWebOnly({ protocol, from, to }: Opening): boolean {
  return from === to && ((protocol === "tcp" && (from === 443 || from === 80)) || (protocol === "udp" && from === 443));
}

/** Messages that networks need and that reach no service: fragmentation needed, packet too big. */
export function isPathDiscovery({ protocol, from }: Opening): boolean {
  return (protocol === "icmp" && from === 3) || (protocol === "icmpv6" && from === 2);
}

export function describeOpening({ protocol, from, to }: Opening): string {
  if (protocol === "-1") return "every port";
  const ports =
    from === 0 && to === LAST_PORT
      ? "every port"
      : from === to
        ? `port ${String(from)}`
        : `ports ${String(from)} to ${String(to)}`;
  return `${ports} (${protocol})`;
}
