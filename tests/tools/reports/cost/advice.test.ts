import { strict as assert } from "node:assert";
import { adviceOn } from "../../../../tools/reports/cost/advice";
import { estimate } from "../../../../tools/reports/cost/estimate";
import { PRICES } from "../../../../tools/reports/cost/prices/prices";
import { PROFILES, type Usage } from "../../../../tools/reports/cost/usage/usage";
import { part, stackOf, type Part } from "./stack";

const database = [
  part("rds/cluster:Cluster", "db", { serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 } }),
  part("rds/clusterInstance:ClusterInstance", "a", { instanceClass: "db.serverless" }, { clusterIdentifier: ["db"] }),
];
const nat = part("ec2/natGateway:NatGateway", "nat");
const endpoints = part("ec2/vpcEndpoint:VpcEndpoint", "logs", {
  vpcEndpointType: "Interface",
  subnetIds: ["a", "b"],
});
const copies = [
  part("s3/bucket:Bucket", "videos"),
  part("s3/bucket:Bucket", "copies"),
  part("cloudfront/distribution:Distribution", "cdn", {}, { origins: ["videos"] }),
  part(
    "s3/bucketReplicationConfig:BucketReplicationConfig",
    "copy",
    { rules: [] },
    { bucket: ["videos"], rules: ["copies"] },
  ),
];
const advice = (parts: readonly Part[], figures: Partial<Usage> = {}) => {
  const [snapshot, usage] = [stackOf(...parts), { ...PROFILES["2000"], ...figures }];
  return new Map(
    adviceOn({ snapshot, usage, prices: PRICES, made: estimate(snapshot, usage, PRICES) }).map((each) => [
      each.id,
      each,
    ]),
  );
};

describe("advice in the cost report", () => {
  for (const [id, what, parts, applies, not] of [
    ["aurora-io-optimized", "storage for much I/O", database, { databaseIoMillions: 400 }, { databaseIoMillions: 100 }],
    [
      "database-savings-plan",
      "a plan for the database",
      database,
      { databaseAcu: 2 },
      { databaseAwakeHours: 0, databaseAcu: 0, ageMonths: 1 },
    ],
    ["interface-endpoints", "endpoints that carry little", [nat, endpoints], { natAwsGb: 10 }, { natAwsGb: 400 }],
    ["archive-copies", "copies of recordings", copies, { videoNewGb: 100 }, { videoNewGb: 1 }],
  ] as const)
    it(`is given for ${what}, and only where it pays`, () => {
      assert.ok(advice(parts, applies).has(id));
      if (id === "database-savings-plan") assert.ok(!advice([nat]).has(id));
      else assert.ok(!advice(parts, not).has(id));
    });

  it("finds that storage for I/O pays once I/O is a quarter of the bill, as AWS says", () => {
    const share = (millions: number) => (millions * 0.2) / (87.6 + 3 + millions * 0.2);
    const least = [...Array(400).keys()].find((millions) => {
      const found = advice(database, { databaseIoMillions: millions, databaseGb: 30 });
      return found.has("aurora-io-optimized");
    });
    assert.ok(least !== undefined && share(least) > 0.22 && share(least) < 0.32, String(share(least ?? 0)));
  });

  it("names the gigabytes from which endpoints pay", () => {
    const found = advice([nat, endpoints], { natAwsGb: 10 }).get("interface-endpoints");
    assert.match(found?.text ?? "", /from 418 GB/);
    assert.equal(found?.usd.toFixed(2), "14.25");
  });

  it("does not tell a network without NAT to give up its endpoints", () => {
    assert.ok(!advice([endpoints], { natAwsGb: 10 }).has("interface-endpoints"));
  });

  it("says what keeping for six years adds", () => {
    const found = advice(
      [
        part("s3/bucket:Bucket", "videos"),
        part("cloudfront/distribution:Distribution", "cdn", {}, { origins: ["videos"] }),
      ],
      { videoNewGb: 100, ageMonths: 12 },
    );
    assert.equal(found.get("six-years")?.usd.toFixed(2), "138.00");
  });
});
