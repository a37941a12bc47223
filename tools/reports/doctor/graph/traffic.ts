import type { Snapshot, SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listOf } from "../../../shared/fields";
import { at, textAt, textsAt } from "./read";
import { ofType } from "../../../shared/snapshot/find";

const OUT = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const IN = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** Whether the first group may send to the second on this port. */
export function maySend(snapshot: Snapshot, from: readonly string[], to: readonly string[], port: number): boolean {
  return hasRule(snapshot, OUT, from, to, port);
}

/** Whether the second group lets the first in on this port. Both are needed for a connection. */
export function mayReceive(snapshot: Snapshot, from: readonly string[], to: readonly string[], port: number): boolean {
  return hasRule(snapshot, IN, to, from, port);
}

function hasRule(
  snapshot: Snapshot,
  type: string,
  owners: readonly string[],
  others: readonly string[],
  port: number,
): boolean {
  return ofType(snapshot, type).some(
    (rule) =>
      owners.includes(textAt(rule, "securityGroupId") ?? "") &&
      (others.includes(textAt(rule, "referencedSecurityGroupId") ?? "") || textAt(rule, "cidrIpv4") === "0.0.0.0/0") &&
      isForPort(rule, port),
  );
}

function isForPort(rule: SnapshotResource, port: number): boolean {
  if (textAt(rule, "ipProtocol") === "-1") return true;
  return Number(textAt(rule, "fromPort")) <= port && port <= Number(textAt(rule, "toPort"));
}

/** Of these subnets, those that no route table is associated with. */
export function withoutRouteTable(snapshot: Snapshot, subnets: readonly string[]): readonly string[] {
  const associated = ofType(snapshot, "aws:ec2/routeTableAssociation:RouteTableAssociation").map((each) =>
    textAt(each, "subnetId"),
  );
  return subnets.filter((subnet) => !associated.includes(subnet));
}

/** Of these subnets, those from which nothing leaves: no route to a NAT gateway. */
export function withoutWayOut(snapshot: Snapshot, subnets: readonly string[]): readonly string[] {
  const tables = ofType(snapshot, "aws:ec2/route:Route")
    .filter((route) => textAt(route, "destinationCidrBlock") === "0.0.0.0/0" && textAt(route, "natGatewayId"))
    .map((route) => textAt(route, "routeTableId"));
  const open = ofType(snapshot, "aws:ec2/routeTableAssociation:RouteTableAssociation")
    .filter((each) => tables.includes(textAt(each, "routeTableId")))
    .map((each) => textAt(each, "subnetId"));
  return subnets.filter((subnet) => !open.includes(subnet));
}

/** The services that the VPC has interface endpoints for, without region: `ecr.dkr`. */
export function endpointsOf(snapshot: Snapshot): readonly string[] {
  return ofType(snapshot, "aws:ec2/vpcEndpoint:VpcEndpoint").flatMap(
    (each) => /^com\.amazonaws\.[a-z0-9-]+\.(.+)$/.exec(textAt(each, "serviceName") ?? "")?.[1] ?? [],
  );
}

/** The origins that a bucket answers browsers of, with what they may do. */
export function corsOf(snapshot: Snapshot, bucket: string | undefined) {
  const rules = ofType(snapshot, "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration").filter(
    (each) => bucket !== undefined && textAt(each, "bucket") === bucket,
  );
  const all = rules.flatMap((each) =>
    listOf(at(each, "corsRules"))
      .map((_, at) => `corsRules.${at}`)
      .map((path) => ({
        origins: textsAt(each, `${path}.allowedOrigins`),
        methods: textsAt(each, `${path}.allowedMethods`),
        exposed: textsAt(each, `${path}.exposeHeaders`),
      })),
  );
  return {
    origins: all.flatMap((each) => each.origins),
    methods: all.flatMap((each) => each.methods),
    exposed: all.flatMap((each) => each.exposed),
  };
}
