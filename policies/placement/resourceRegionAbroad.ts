import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { EVERY_TYPE, rule } from "../rule";
import { areaOf, AWS_PROVIDER, homeArea } from "../shared/providers";

/** Where types name a second region that data goes to, beside `region` itself. */
const COPIES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "aws:dynamodb/table:Table": [["replicas", "regionName"]],
  "aws:dynamodb/globalTable:GlobalTable": [["replicas", "regionName"]],
  "aws:secretsmanager/secret:Secret": [["replicas", "region"]],
  "aws:efs/replicationConfiguration:ReplicationConfiguration": [["destination", "region"]],
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": [["peerRegion"]],
  "aws:ssm/resourceDataSync:ResourceDataSync": [["s3Destination", "region"]],
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": [
    ["replicationConfiguration", "rules", "destinations", "region"],
  ],
};
/** Where types name the place of a copy by an ARN. */
const ARNS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "aws:backup/plan:Plan": [["rules", "copyActions", "destinationVaultArn"]],
};

export const resourceRegionAbroad = rule({
  id: "resource-region-abroad",
  title: "Records stay in the country of the stack",
  family: "placement",
  severity: "high",
  controls: ["164.308(b)(1)", "164.308(a)(1)(ii)(B)"],
  remediation: "Use a region in the stack's own country, for disaster recovery copies too",
  types: [EVERY_TYPE, AWS_PROVIDER],
  checkInStack: (resource, stack): Outcomes => {
    const home = homeArea(stack) ?? "us";
    return placesOf(resource).map(({ field, region }) => {
      if (field.unknown) return field.later();
      const area = areaOf(region);
      return area === undefined || area === home
        ? undefined
        : field.refuse(`${region ?? ""} is outside the stack's country (${home})`);
    });
  },
});

interface Place {
  readonly field: Field;
  readonly region: string | undefined;
}

function placesOf(resource: Resource): readonly Place[] {
  const named = [["region"], ...(COPIES[resource.type] ?? [])].flatMap((path) => follow(resource.at(), path));
  const byArn = (ARNS[resource.type] ?? []).flatMap((path) => follow(resource.at(), path));
  return [
    ...named.map((field) => ({ field, region: field.text })),
    ...byArn.map((field) => ({ field, region: field.text?.split(":")[3] })),
  ];
}

function follow(field: Field, [key, ...rest]: readonly string[]): readonly Field[] {
  if (key === undefined) return [field];
  return field.items.flatMap((each) => follow(each.at(key), rest));
}
