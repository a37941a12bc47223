import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { vaultNodes } from "./backups";
import { bucketNodes } from "./buckets";
import { edgeZone } from "./edge";
import { edgesOf } from "./flows";
import { Graph } from "./graph";
import { keyPrefix } from "./keys";
import type { Edge, Flow, Model, Network, Node, Zone } from "./model";
import { networkOf } from "./network";
import { operationsZone } from "./operations";
import { outsideZone } from "./outside";
import { dataZone } from "./stores";

/** What the diagram shows, without where. What is not in the snapshot is not in the model. */
export function buildModel(snapshot: Snapshot): Model {
  const graph = new Graph(snapshot);
  const network = networkOf(graph);
  const zones = [edgeZone(graph), dataZone(graph), operationsZone(graph)] as const;
  const [edge, data, operations] = zones;
  const recovery = recoveryZones(graph);
  const outside = outsideZone(graph);
  const nodes = [outside, ...zones, ...recovery].flatMap((each) => each.nodes).concat(nodesIn(network));
  const flows = resolve(edgesOf(graph), nodes);
  const named = new Set(flows.flatMap(({ from, to }) => [from, to]));
  const region = graph.home ?? "one region";
  return {
    title: `Architecture of ${snapshot.project}, ${snapshot.stack}`,
    description: describe(flows, region, recovery),
    region,
    outside: { ...outside, nodes: outside.nodes.filter((each) => named.has(each)) },
    edge,
    network,
    data,
    operations,
    recovery,
    flows,
    keyPrefix: keyPrefix(graph),
  };
}

/** Every box of the diagram. */
export function nodesOf({ outside, edge, network, data, operations, recovery }: Model): readonly Node[] {
  return [outside, edge, data, operations, ...recovery].flatMap(({ nodes }) => nodes).concat(nodesIn(network));
}

function nodesIn(network: Network | undefined): readonly Node[] {
  return network?.bands.flatMap((band) => [...band.cells.flatMap((cell) => cell.nodes), ...band.nodes]) ?? [];
}

/** Other regions that keep copies. */
function recoveryZones(graph: Graph): readonly Zone[] {
  const away = [...graph.all("s3/bucket:Bucket"), ...graph.all("backup/vault:Vault")].filter((each) =>
    graph.isAway(each),
  );
  return [...new Set(away.flatMap((each) => graph.regionOf(each) ?? []))].toSorted().map((region) => ({
    title: `Second region ${region}`,
    note: "copies for the case that the first is lost",
    tone: "recovery",
    // What comes first in the first region comes last: copies go around its right side.
    nodes: [...vaultNodes(graph, region), ...bucketNodes(graph, region).toReversed()],
  }));
}

/** Flows between boxes: each once, with all that is said of it; an end that is not drawn drops it. */
function resolve(edges: readonly Edge[], nodes: readonly Node[]): readonly Flow[] {
  const byMember = new Map(nodes.flatMap((node) => node.members.map((urn) => [urn, node] as const)));
  const flows = new Map<string, Flow>();
  for (const { from, to, label, kind = "traffic" } of edges) {
    const [source, target] = [byMember.get(from), byMember.get(to)];
    if (source === undefined || target === undefined || source === target) continue;
    const key = `${nodes.indexOf(source)} ${nodes.indexOf(target)}`;
    const known = flows.get(key);
    const labels = new Set([...(known?.label.split(", ") ?? []), label]);
    flows.set(key, { from: source, to: target, label: [...labels].join(", "), kind });
  }
  return [...flows.values()];
}

/** For who cannot see it: where it is, and every flow as a sentence. */
function describe(flows: readonly Flow[], region: string, recovery: readonly Zone[]): string {
  const places = [region, ...recovery.map(({ title }) => title.toLowerCase())].join(", ");
  return [`In ${places}.`, ...flows.map(({ from, to, label }) => `${from.title} to ${to.title}: ${label}.`)].join(" ");
}
