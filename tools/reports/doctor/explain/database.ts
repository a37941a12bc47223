import { at, isTrue, output, textAt, textsAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { allows } from "../graph/policy";
import { apiOf, policiesOf } from "../graph/service";
import { mayReceive, maySend, withoutRouteTable } from "../graph/traffic";
import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, good, link, unknown } from "../finding";
import { explanation, upAgain } from "./explanation";

function sceneOf(snapshot: Snapshot) {
  const api = apiOf(snapshot);
  const cluster = ofType(snapshot, "aws:rds/cluster:Cluster")[0];
  const proxy = ofType(snapshot, "aws:rds/proxy:Proxy")[0];
  const clusterId = textAt(cluster, "clusterIdentifier") ?? "";
  const subnetGroup = where(snapshot, "aws:rds/subnetGroup:SubnetGroup", "name", textAt(cluster, "dbSubnetGroupName"));
  const port = Number(textAt(cluster, "port") ?? 5432);
  const groups = { cluster: textsAt(cluster, "vpcSecurityGroupIds"), proxy: textsAt(proxy, "vpcSecurityGroupIds") };
  const front = proxy ?? cluster;
  const resourceId = proxy === undefined ? textAt(cluster, "clusterResourceId") : lastOf(textAt(proxy, "arn"));
  return {
    snapshot,
    again: upAgain(snapshot),
    api,
    cluster,
    proxy,
    clusterId,
    subnetGroup,
    port,
    groups,
    front,
    resourceId,
  };
}
type Scene = ReturnType<typeof sceneOf>;

const lastOf = (arn: string | undefined) => arn?.split(":").at(-1);
const userArn = (scene: Scene, resourceId: string | undefined) =>
  `arn:aws:rds-db:${output(scene.snapshot, "region") ?? ""}:${textAt(scene.cluster, "arn")?.split(":")[4] ?? ""}:dbuser:${resourceId ?? ""}/${scene.api.environment("DATABASE_USER") ?? ""}`;

const links: readonly Check<Scene>[] = [
  {
    id: "cluster",
    title: "the cluster and an instance of it",
    run: ({ snapshot, cluster, clusterId, again }) => {
      const instances = ofType(snapshot, "aws:rds/clusterInstance:ClusterInstance").filter(
        (each) => textAt(each, "clusterIdentifier") === clusterId,
      );
      const there = `${clusterId} has ${instances.length === 1 ? "one instance" : `${instances.length} instances`}.`;
      return link(cluster !== undefined && instances.length > 0, there, "No instance answers for a cluster.", again);
    },
  },
  {
    id: "address",
    title: "the address that the API is told",
    run: ({ api, front, again }) => {
      const told = api.environment("DATABASE_ENDPOINT") ?? "nothing";
      const missing = `The task is told ${told}, which is not the endpoint of the ${front?.type.includes("roxy") === true ? "proxy" : "cluster"}.`;
      return link(told === textAt(front, "endpoint"), `The task is told ${told}.`, missing, again);
    },
  },
  {
    id: "api-out",
    title: "the API's security group lets it out",
    run: ({ snapshot, api, front, port, again }) =>
      link(
        maySend(snapshot, api.securityGroups, textsAt(front, "vpcSecurityGroupIds"), port),
        `Port ${port} is open outwards.`,
        `No rule lets ${api.securityGroups.join(", ")} out on port ${port}.`,
        again,
      ),
  },
  {
    id: "api-in",
    title: "the other side lets the API in",
    run: ({ snapshot, api, front, port, again }) =>
      link(
        mayReceive(snapshot, api.securityGroups, textsAt(front, "vpcSecurityGroupIds"), port),
        `Port ${port} is open to the API.`,
        `No rule of ${textsAt(front, "vpcSecurityGroupIds").join(", ")} lets the API in on port ${port}.`,
        again,
      ),
  },
  {
    id: "proxy-out",
    title: "the proxy may reach the cluster",
    run: ({ snapshot, proxy, groups, port, again }) =>
      proxy === undefined
        ? good("There is no proxy: the API talks to the cluster.")
        : link(
            maySend(snapshot, groups.proxy, groups.cluster, port),
            `Port ${port} is open outwards.`,
            `No rule lets the proxy out to the cluster on port ${port}.`,
            again,
          ),
  },
  {
    id: "proxy-in",
    title: "the cluster lets the proxy in",
    run: ({ snapshot, proxy, groups, port, again }) =>
      proxy === undefined
        ? good("There is no proxy.")
        : link(
            mayReceive(snapshot, groups.proxy, groups.cluster, port),
            `Port ${port} is open to the proxy.`,
            `No rule of the cluster lets the proxy in on port ${port}.`,
            again,
          ),
  },
  {
    id: "proxy-target",
    title: "the proxy's target is the cluster",
    run: ({ snapshot, proxy, clusterId, again }) => {
      if (proxy === undefined) return good("There is no proxy.");
      const target = where(snapshot, "aws:rds/proxyTarget:ProxyTarget", "dbProxyName", textAt(proxy, "name"));
      const isRight = target !== undefined && textAt(target, "dbClusterIdentifier") === clusterId;
      return link(isRight, `It forwards to ${clusterId}.`, "The proxy forwards to no cluster of this stack.", again);
    },
  },
  {
    id: "network",
    title: "one VPC for both",
    run: ({ snapshot, api, cluster, again }) => {
      const vpcOf = (group: string | undefined) =>
        textAt(where(snapshot, "aws:ec2/securityGroup:SecurityGroup", "id", group), "vpcId");
      const [ours, theirs] = [vpcOf(api.securityGroups[0]), vpcOf(textsAt(cluster, "vpcSecurityGroupIds")[0])];
      const isOne = ours !== undefined && ours === theirs;
      return link(
        isOne,
        `Both are in ${ours ?? ""}.`,
        `The API is in ${ours ?? "no VPC"}, the cluster in ${theirs ?? "none"}.`,
        again,
      );
    },
  },
  {
    id: "routes",
    title: "the subnets have route tables",
    run: ({ snapshot, api, subnetGroup, again }) => {
      const subnets = [...api.subnets, ...textsAt(subnetGroup, "subnetIds")];
      const bare = withoutRouteTable(snapshot, subnets);
      return link(
        subnets.length > 0 && bare.length === 0,
        `All ${subnets.length} have one; inside a VPC each knows the way.`,
        subnets.length === 0 ? "Neither side has subnets." : `No route table is associated with ${bare.join(", ")}.`,
        again,
      );
    },
  },
  {
    id: "subnets",
    title: "the cluster's subnets",
    run: ({ subnetGroup, again }) => {
      const subnets = textsAt(subnetGroup, "subnetIds");
      return link(subnets.length >= 2, `${subnets.length} subnets.`, "Its subnet group is not in the stack.", again);
    },
  },
  {
    id: "iam-auth",
    title: "the cluster accepts IAM tokens",
    run: ({ cluster, again }) =>
      link(isTrue(cluster, "iamDatabaseAuthenticationEnabled"), "It does.", "IAM authentication is off.", again),
  },
  {
    id: "api-may-connect",
    title: "the API's role may sign in",
    run: (scene) => {
      const { snapshot, api, resourceId, again } = scene;
      const arn = userArn(scene, resourceId);
      return link(
        allows(policiesOf(snapshot, textAt(api.task, "taskRoleArn")), "rds-db:connect", arn),
        `rds-db:connect on ${arn}.`,
        `The role of the task has no rds-db:connect on ${arn}.`,
        again,
      );
    },
  },
  {
    id: "proxy-may-connect",
    title: "the proxy's role may sign in",
    run: (scene) => {
      const { snapshot, proxy, cluster, again } = scene;
      if (proxy === undefined) return good("There is no proxy.");
      const arn = userArn(scene, textAt(cluster, "clusterResourceId"));
      return link(
        allows(policiesOf(snapshot, textAt(proxy, "roleArn")), "rds-db:connect", arn),
        `rds-db:connect on ${arn}.`,
        `The proxy's role has no rds-db:connect on ${arn}.`,
        again,
      );
    },
  },
  {
    id: "secret",
    title: "the master user's secret, for migrations",
    run: ({ cluster, again }) =>
      link(
        textAt(cluster, "masterUserSecrets.0.secretStatus") === "active",
        "RDS keeps and rotates it.",
        "The cluster has no active secret.",
        again,
      ),
  },
  {
    id: "awake",
    title: "the database is awake",
    run: ({ cluster }) =>
      at(cluster, "serverlessv2ScalingConfiguration.minCapacity") === 0
        ? unknown(
            'It pauses when idle, and the first connection then waits about 15 seconds (Amazon Aurora User Guide, "Scaling to Zero ACUs", 2026).',
            "Wait and try again",
          )
        : good("It never pauses."),
  },
  {
    id: "user",
    title: "the database knows the API's user",
    run: ({ snapshot, api }) =>
      unknown(
        `The migration creates ${api.environment("DATABASE_USER") ?? "the user"} and grants it rds_iam; no state says whether it ran.`,
        `npm run ops -- migrate --stack ${snapshot.stack} --dry-run, which shows what it would do (docs/database.md)`,
      ),
  },
];

export const database = explanation({
  name: "database",
  title: "The API does not reach the database",
  scene: sceneOf,
  links,
  commands: ({ api, clusterId, proxy }) => [
    `aws rds describe-db-clusters --db-cluster-identifier ${clusterId} --query 'DBClusters[0].Status'`,
    ...(proxy === undefined
      ? []
      : [
          `aws rds describe-db-proxy-targets --db-proxy-name ${textAt(proxy, "name") ?? ""} --query 'Targets[].TargetHealth'`,
        ]),
    ...(api.logGroup === undefined
      ? []
      : [`aws logs tail ${api.logGroup} --since 30m --filter-pattern '?timeout ?password ?PAM'`]),
  ],
});
