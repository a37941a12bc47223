import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import type { Edge } from "./model";
import { BROWSERS } from "./outside";
import { listAt, numberAt, textAt } from "../../../shared/fields";

const GROUP = "ec2/securityGroup:SecurityGroup";
const EVERYWHERE = new Set(["0.0.0.0/0", "::/0"]);
/** Properties by which something wears a security group. */
const WORN = ["networkConfiguration", "securityGroupIds", "securityGroups", "vpcSecurityGroupIds"];
/** A door of the network, and not what stands behind it. */
const ENDPOINT = "ec2/vpcEndpoint:VpcEndpoint";

/** Who may open a connection to whom, by the rules of the security groups. */
export function admitted(graph: Graph): readonly Edge[] {
  return graph.all("vpc/securityGroupIngressRule:SecurityGroupIngressRule").flatMap((rule) => {
    const targets = graph.of(rule, "securityGroupId", GROUP).flatMap((group) => wearers(graph, group));
    const sources = graph
      .of(rule, "referencedSecurityGroupId", GROUP)
      .flatMap((group) => wearers(graph, group))
      .map(({ urn }) => urn);
    const everyone = EVERYWHERE.has(textAt(rule.inputs, "cidrIpv4") ?? textAt(rule.inputs, "cidrIpv6") ?? "");
    const port = numberAt(rule.inputs, "fromPort");
    return [...sources, ...(everyone ? [BROWSERS] : [])].flatMap((from) =>
      targets.map((to) => ({ from, to: to.urn, label: protocol(graph, to, port) })),
    );
  });
}

/** What may open a connection to anywhere. */
export function outgoing(graph: Graph): readonly SnapshotResource[] {
  return graph
    .all("vpc/securityGroupEgressRule:SecurityGroupEgressRule")
    .filter((each) => EVERYWHERE.has(textAt(each.inputs, "cidrIpv4") ?? ""))
    .flatMap((rule) => graph.of(rule, "securityGroupId", GROUP))
    .flatMap((group) => wearers(graph, group));
}

/** A task that is started by hand wears the group that its component made for it. */
function wearers(graph: Graph, group: SnapshotResource): readonly SnapshotResource[] {
  const found = WORN.flatMap((property) => graph.usersOfAnyType(property, group)).filter(
    ({ type }) => type !== `aws:${ENDPOINT}`,
  );
  if (found.length > 0) return found;
  return graph
    .all("ecs/taskDefinition:TaskDefinition")
    .filter(({ parent }) => parent !== undefined && parent === group.parent);
}

function protocol(graph: Graph, target: SnapshotResource, port: number | undefined): string {
  const name = /aws:rds\//.test(target.type) ? databaseProtocol(graph, target) : webProtocol(graph, port);
  return port === undefined ? name : `${name} ${port}`;
}

function databaseProtocol(graph: Graph, target: SnapshotResource): string {
  const parameters = graph
    .of(target, "dbClusterParameterGroupName", "rds/clusterParameterGroup:ClusterParameterGroup")
    .flatMap((each) => listAt(each.inputs, "parameters"));
  const forced = parameters.some((each) => textAt(each, "name") === "rds.force_ssl" && textAt(each, "value") === "1");
  return forced || target.inputs["requireTls"] === true ? "TLS" : "TCP";
}

function webProtocol(graph: Graph, port: number | undefined): string {
  const ends = [...graph.all("lb/listener:Listener"), ...graph.all("lb/targetGroup:TargetGroup")];
  const end = ends.find((each) => numberAt(each.inputs, "port") === port);
  return textAt(end?.inputs, "protocol") ?? "TCP";
}
