import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const INSTANCE = "rds/clusterInstance:ClusterInstance";
const CLUSTER = "rds/cluster:Cluster";
const many = (type: string, count: number, props: Given["props"] = {}): Given[] =>
  Array.from({ length: count }, (_, index) => ({ type: `aws:${type}`, name: `n${String(index)}`, props }));
const ENDPOINT = "ec2/vpcEndpoint:VpcEndpoint";

export const cost: CaseTable = {
  "costly-machine": {
    accepts: [
      ok("serverless", one(INSTANCE, { instanceClass: "db.serverless" })),
      ok("a large one", one(INSTANCE, { instanceClass: "db.r6g.2xlarge" })),
      ok("none", one("opensearch/domain:Domain", {})),
    ],
    rejects: [
      bad("sixteen times a large one", /one of the largest/, one(INSTANCE, { instanceClass: "db.r6g.16xlarge" })),
      bad("a whole machine", /one of the largest/, one("ec2/instance:Instance", { instanceType: "m6i.metal" })),
      bad("one for models", /one of the largest/, one("ec2/instance:Instance", { instanceType: "p4d.24xlarge" })),
      bad("one with much memory", /one of the largest/, one(INSTANCE, { instanceClass: "db.x2g.large" })),
    ],
    defers: [ok("an unknown size", one(INSTANCE, { instanceClass: LATER }))],
  },
  "costly-limit": {
    accepts: [
      ok("eight units", one(CLUSTER, { serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 } })),
      ok(
        "ten tasks",
        one("appautoscaling/target:Target", { maxCapacity: 10, scalableDimension: "ecs:service:DesiredCount" }),
      ),
      ok(
        "units of a table",
        one("appautoscaling/target:Target", {
          maxCapacity: 4000,
          scalableDimension: "dynamodb:table:ReadCapacityUnits",
        }),
      ),
    ],
    rejects: [
      bad("128 units", /128 capacity units/, one(CLUSTER, { serverlessv2ScalingConfiguration: { maxCapacity: 128 } })),
      bad("a thousand tasks", /1000 tasks/, one("ecs/service:Service", { desiredCount: 1000 })),
    ],
    defers: [ok("an unknown limit", one("autoscaling/group:Group", { maxSize: LATER }))],
  },
  "costly-disk": {
    accepts: [ok("what gp3 gives", one("rds/instance:Instance", { iops: 12000 })), ok("nothing", one(CLUSTER, {}))],
    rejects: [bad("much more", /64000 provisioned IOPS/, one("ebs/volume:Volume", { type: "io2", iops: 64000 }))],
    defers: [ok("an unknown number", one("ebs/volume:Volume", { iops: LATER }))],
  },
  "costly-gateways": {
    accepts: [
      ok("one a zone", many("ec2/natGateway:NatGateway", 3)),
      ok("gateway endpoints, which are free", many(ENDPOINT, 30)),
    ],
    rejects: [
      bad("four", /number 4 of 4/, many("ec2/natGateway:NatGateway", 4)),
      bad("endpoints", /number 21 of 25/, many(ENDPOINT, 25, { vpcEndpointType: "Interface" })),
    ],
  },
};
