import { copyCadence, VAULT } from "./backups";
import type { Graph } from "./graph";
import type { Edge } from "./model";
import { BROWSERS, PARTNERS } from "./outside";
import { permitted } from "./permissions";
import { listAt, textAt } from "../../../shared/fields";
import { admitted, outgoing } from "./securityGroups";

const BUCKET = "s3/bucket:Bucket";

/** Everything that goes from one resource to another, as far as the graph says so. */
export function edgesOf(graph: Graph): readonly Edge[] {
  return [
    ...fromBrowsers(graph),
    ...behindTheApi(graph),
    ...admitted(graph),
    ...toTheInternet(graph),
    ...permitted(graph),
    ...copies(graph),
    ...reports(graph),
  ];
}

function fromBrowsers(graph: Graph): readonly Edge[] {
  const to = (type: string, label: string) => graph.all(type).map(({ urn }) => ({ from: BROWSERS, to: urn, label }));
  const distributions = graph.all("cloudfront/distribution:Distribution");
  return [
    ...to("amplify/app:App", "HTTPS 443"),
    ...distributions.flatMap((each): readonly Edge[] => {
      const signed = listAt(each.inputs, "defaultCacheBehavior", "trustedKeyGroups").length > 0;
      const own = listAt(each.inputs, "origins").some((origin) => textAt(origin, "originAccessControlId"));
      return [
        { from: BROWSERS, to: each.urn, label: signed ? "signed URLs" : "HTTPS 443" },
        ...graph
          .of(each, "origins", BUCKET)
          .map(({ urn }) => ({ from: each.urn, to: urn, label: own ? "origin access" : "HTTPS 443" })),
      ];
    }),
    ...to("cognito/identityPool:IdentityPool", "credentials"),
    ...to("cognito/userPool:UserPool", "sign-in"),
    ...to("apigateway/restApi:RestApi", "HTTPS 443"),
  ];
}

function behindTheApi(graph: Graph): readonly Edge[] {
  const API = "apigateway/restApi:RestApi";
  const forwarded = graph.all("apigateway/integration:Integration").flatMap((each) => {
    const label = textAt(each.inputs, "connectionType") === "VPC_LINK" ? "VPC link" : "HTTPS 443";
    return graph
      .of(each, "integrationTarget", "lb/loadBalancer:LoadBalancer")
      .flatMap(({ urn }) => graph.of(each, "restApi", API).map((api) => ({ from: api.urn, to: urn, label })));
  });
  const checked = graph
    .all("apigateway/authorizer:Authorizer")
    .flatMap((each) =>
      graph
        .of(each, "providerArns", "cognito/userPool:UserPool")
        .flatMap(({ urn }) =>
          graph.of(each, "restApi", API).map((api) => ({ from: api.urn, to: urn, label: "checks tokens" })),
        ),
    );
  return [...forwarded, ...checked];
}

/** Only a service in a subnet whose way out is a NAT gateway gets out. */
function toTheInternet(graph: Graph): readonly Edge[] {
  const gateways = graph.all("ec2/natGateway:NatGateway");
  const all = graph.all("ecs/service:Service");
  const services = outgoing(graph).filter((each) => all.includes(each));
  return gateways.flatMap(({ urn }) => [
    ...services.map((each) => ({ from: each.urn, to: urn, label: "HTTPS 443 out" })),
    { from: urn, to: PARTNERS, label: "fixed addresses" },
  ]);
}

function copies(graph: Graph): readonly Edge[] {
  const replicated = graph
    .all("s3/bucketReplicationConfig:BucketReplicationConfig")
    .flatMap((each) =>
      graph
        .of(each, "bucket", BUCKET)
        .flatMap((from) =>
          graph.of(each, "rules", BUCKET).map((to) => ({ from: from.urn, to: to.urn, label: "replication" })),
        ),
    );
  const copied = graph.all("backup/plan:Plan").flatMap((plan) => {
    const cadence = copyCadence(plan);
    const vaults = graph.of(plan, "rules", VAULT);
    const [from] = vaults.filter((each) => !graph.isAway(each));
    if (cadence === undefined || from === undefined) return [];
    return vaults
      .filter((each) => graph.isAway(each))
      .map((to) => ({ from: from.urn, to: to.urn, label: `${cadence} copies` }));
  });
  return [...replicated, ...copied].map((each) => ({ ...each, kind: "copy" as const }));
}

/** Records and alarms. */
function reports(graph: Graph): readonly Edge[] {
  const rows = [
    ["cloudwatch/metricAlarm:MetricAlarm", "alarmActions", "sns/topic:Topic", "alarms"],
    ["budgets/budget:Budget", "notifications", "sns/topic:Topic", "over budget"],
    ["cloudtrail/trail:Trail", "s3BucketName", BUCKET, "every call"],
    ["cfg/deliveryChannel:DeliveryChannel", "s3BucketName", BUCKET, "settings"],
  ] as const;
  return rows.flatMap(([type, property, target, label]) =>
    graph
      .all(type)
      .flatMap((each) => graph.of(each, property, target).map((to) => ({ from: each.urn, to: to.urn, label }))),
  );
}
