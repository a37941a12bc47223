import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { ownAccounts } from "../shared/ownAccounts";

const PLAN = "aws:backup/plan:Plan";
/** Where types name the account that gets a copy. */
const COPIES: Readonly<Record<string, readonly string[]>> = {
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": ["rules", "destination", "account"],
  "aws:s3/bucket:Bucket": ["replicationConfiguration", "rules", "destination", "accountId"],
  "aws:ecr/replicationConfiguration:ReplicationConfiguration": [
    "replicationConfiguration",
    "rules",
    "destinations",
    "registryId",
  ],
  "aws:ec2/vpcPeeringConnection:VpcPeeringConnection": ["peerOwnerId"],
  [PLAN]: ["rules", "copyActions", "destinationVaultArn"],
};

export const copyToOtherAccount = rule({
  id: "copy-to-other-account",
  title: "Copies of records and network connections go to our own accounts only",
  family: "placement",
  severity: "high",
  level: "advisory",
  controls: ["164.308(b)(1)", "164.312(a)(1)"],
  remediation: "Name an account of this platform; a partner needs an agreement first",
  types: Object.keys(COPIES),
  checkInStack: (resource, stack): Outcomes => {
    const own = ownAccounts(stack);
    if (own.size === 0) return undefined;
    return fieldsOf(resource).map((field) => {
      if (field.unknown) return resource.type === PLAN ? undefined : field.later();
      const account = /\b\d{12}\b/.exec(field.text ?? String(field.number ?? ""))?.[0];
      return account === undefined || own.has(account)
        ? undefined
        : field.refuse(`goes to account ${account}, which is not one of ours (${[...own].join(", ")})`);
    });
  },
});

function fieldsOf(resource: Resource): readonly Field[] {
  const path = COPIES[resource.type] ?? [];
  return path.reduce<readonly Field[]>(
    (fields, key) => fields.flatMap((each) => (each.unknown ? [each] : each.items.map((item) => item.at(key)))),
    [resource.at()],
  );
}
