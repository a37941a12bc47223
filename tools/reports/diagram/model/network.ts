import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { databaseNodes, instanceNodes } from "./database";
import { endpointService } from "./endpointService";
import type { Graph } from "./graph";
import type { Band, Cell, Network, Node } from "./model";
import { textAt } from "../../../shared/fields";
import { serviceNodes } from "./services";
import { type SubnetKind, subnetsOf } from "./subnets";

const TITLES: Readonly<Record<SubnetKind, readonly [title: string, note: string]>> = {
  public: ["Public subnets", "reachable from the internet"],
  private: ["Private subnets", "out through NAT, not in"],
  isolated: ["Isolated subnets", "no route to the internet"],
};

/** The VPC with its subnets; undefined if the stack has none. */
export function networkOf(graph: Graph): Network | undefined {
  const [vpc] = graph.all("ec2/vpc:Vpc");
  if (vpc === undefined) return undefined;
  const flows = graph.users("ec2/flowLog:FlowLog", "vpcId", vpc).length > 0;
  const gateway = graph
    .users("ec2/vpcEndpoint:VpcEndpoint", "vpcId", vpc)
    .filter((each) => textAt(each.inputs, "vpcEndpointType") === "Gateway")
    .map((each) => `${endpointService(textAt(each.inputs, "serviceName"))} gateway endpoint`);
  const placed = [...serviceNodes(graph), ...databaseNodes(graph)];
  const bands = (["public", "private", "isolated"] as const).flatMap((kind): readonly Band[] => {
    const cells = subnetsOf(graph, kind).map((subnet): Cell => {
      const zone = textAt(subnet.inputs, "availabilityZone") ?? "";
      return {
        title: zone,
        note: textAt(subnet.inputs, "cidrBlock") ?? "",
        nodes: [...natsIn(graph, subnet), ...(kind === "isolated" ? instanceNodes(graph, zone) : [])],
      };
    });
    const nodes = placed.flatMap(({ place, node }) => (place === kind ? [node] : []));
    const [title, note] = TITLES[kind];
    return cells.length > 0 ? [{ title, note, tone: kind, cells, nodes }] : [];
  });
  const note = [...(flows ? ["flow logs"] : []), ...gateway].join(", ");
  return { title: `VPC ${textAt(vpc.inputs, "cidrBlock") ?? ""}`.trim(), note, bands };
}

function natsIn(graph: Graph, subnet: SnapshotResource): readonly Node[] {
  return graph
    .users("ec2/natGateway:NatGateway", "subnetId", subnet)
    .map((each) => ({ title: "NAT gateway", notes: [], members: [each.urn] }));
}
