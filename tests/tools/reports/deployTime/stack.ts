import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import * as given from "../../shared/snapshot/plan";

/** A resource of the table's default time unless a type says otherwise. */
export const resource = (name: string, needs: readonly string[] = [], more: object = {}) => ({
  ...given.state("other:x:Thing", name),
  urn: urn(name),
  parent: undefined,
  dependencies: needs.map(urn),
  ...more,
});
export const urn = (name: string) => `urn:pulumi:prod::shop::other:x:Thing::${name}`;
export const component = (name: string, needs: readonly string[] = [], more: object = {}) =>
  resource(name, needs, { custom: false, type: "shop:x:Component", ...more });
export const snapshotOf = (...resources: readonly object[]) => readSnapshot(given.exported(...resources));

/** The database and what is around it, as this program makes them. */
export function prodLike() {
  const of = (type: string, inputs: object = {}) => ({ type, inputs });
  const inside = (parent: string) => ({ parent: urn(parent) });
  return snapshotOf(
    { ...resource("shop-prod", [], { custom: false, type: "pulumi:pulumi:Stack" }) },
    resource("aws", [], { ...of("pulumi:providers:aws"), ...inside("shop-prod") }),
    component("vpc", [], { type: "awsx:ec2:Vpc", ...inside("shop-prod") }),
    resource("net", [], { ...of("aws:ec2/vpc:Vpc"), ...inside("vpc"), provider: `${urn("aws")}::1` }),
    resource("nat", ["net"], { ...of("aws:ec2/natGateway:NatGateway"), ...inside("vpc") }),
    component("database", ["vpc"], inside("shop-prod")),
    resource("cluster", ["net"], { ...of("aws:rds/cluster:Cluster"), ...inside("database") }),
    resource("writer", [], {
      ...of("aws:rds/clusterInstance:ClusterInstance"),
      ...inside("database"),
      propertyDependencies: { clusterIdentifier: [urn("cluster")] },
    }),
    resource("reader", ["cluster", "writer"], {
      ...of("aws:rds/clusterInstance:ClusterInstance"),
      ...inside("database"),
    }),
    resource("cdn", [], { ...of("aws:cloudfront/distribution:Distribution"), ...inside("shop-prod") }),
    resource("alarm", ["cluster"], { ...of("aws:cloudwatch/metricAlarm:MetricAlarm"), ...inside("shop-prod") }),
  );
}
