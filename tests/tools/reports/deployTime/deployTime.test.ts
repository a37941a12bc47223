import { strict as assert } from "node:assert";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { deployTime } from "../../../../tools/reports/deployTime/deployTime";
import { timeOf } from "../../../../tools/reports/deployTime/timeOf";
import { TIMES } from "../../../../tools/reports/deployTime/times";
import { VARIANTS } from "../../../../tools/reports/deployTime/variants";
import { component, prodLike, resource, snapshotOf, urn } from "./stack";

describe("the time of a first update", () => {
  const time = deployTime(prodLike());

  it("is decided by the gateway, the cluster, its writer and its reader, one after the other", () => {
    assert.deepEqual(
      time.path.map(({ name }) => name),
      ["shop-prod", "aws", "net", "nat", "cluster", "writer", "reader"],
    );
    assert.equal(
      time.path.reduce((sum, { seconds }) => sum + seconds.typical, 0),
      time.total.typical,
    );
    assert.ok(time.total.low < time.total.typical && time.total.typical < time.total.high);
  });

  it("says why each waits, through components too", () => {
    const why = new Map(time.path.map(({ name, waitsFor, how }) => [name, [waitsFor, ...how]]));
    assert.deepEqual(why.get("shop-prod"), [""]);
    assert.deepEqual(why.get("net"), ["aws (providers.aws)", "provider"]);
    assert.deepEqual(why.get("cluster"), ["nat (ec2.NatGateway)", "all of vpc", "dependsOn of database"]);
    assert.deepEqual(why.get("writer"), ["cluster (rds.Cluster)", "clusterIdentifier"]);
  });

  it("does not say twice that a resource is in a component", () => {
    const inside = resource("in", [], { parent: urn("c") });
    const [, last] = deployTime(snapshotOf(resource("a"), component("c", ["a"]), inside)).path;
    assert.deepEqual(last?.how, ["dependsOn of c"]);
    assert.equal(last.component, "c");
    const [, child] = deployTime(snapshotOf(resource("a"), resource("in", [], { parent: urn("a") }))).path;
    assert.deepEqual(child?.how, ["parent"]);
  });

  it("says what each saves, and no more than it really would", () => {
    const saves = new Map(time.quicker.map(({ what, saves: seconds }) => [what, seconds]));
    assert.equal(saves.get("writer (rds.ClusterInstance) is there at once"), 450);
    assert.equal(saves.get("nothing waits for the whole of vpc, only for the parts it names"), 115);
    assert.equal(saves.get("what is in database does not wait for its arguments"), 115);
  });

  it("knows what else is slow and how much longer it may take", () => {
    const cdn = time.resources.find(({ name }) => name === "cdn");
    assert.equal(cdn?.slack, time.total.typical - (cdn?.end ?? 0));
    assert.deepEqual(time.types[0], {
      key: "aws:rds/clusterInstance:ClusterInstance",
      count: 2,
      seconds: 900,
      onPath: 900,
    });
  });

  it("with one at a time is the sum, and a queue is no part of what a resource takes", () => {
    const sum = time.resources.reduce((to, { seconds }) => to + seconds.typical, 0);
    assert.equal(deployTime(prodLike(), { parallel: 1 }).total.typical, sum);
    assert.equal(time.byParallel[0]?.seconds, sum);
    const { path, total } = deployTime(prodLike(), { parallel: 2 });
    assert.equal(
      path.reduce((to, { seconds, queued }) => to + seconds.typical + queued, 0),
      total.typical,
    );
  });

  it("takes own measurements before the table", () => {
    const slow = { low: 1000, typical: 2000, high: 3000 };
    const { path } = deployTime(prodLike(), {
      measured: new Map([["aws:cloudfront/distribution:Distribution", slow]]),
    });
    assert.equal(path.at(-1)?.name, "cdn");
    assert.equal(path.at(-1)?.from, "measured");
  });

  it("names the types it has no time for", () => {
    assert.match(deployTime(snapshotOf(resource("a"))).notes.join(), /No time is listed for other:x:Thing/);
    assert.deepEqual(time.notes, []);
  });

  it("of nothing is none", () => {
    assert.deepEqual(deployTime(snapshotOf()).total, { low: 0, typical: 0, high: 0 });
  });
});

describe("the table of times", () => {
  const root = join(__dirname, "../../../..");
  const sources = ["components", "stacks"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(root, folder, file), "utf8")),
  );
  const made = [
    ...new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/new aws\.(\w+)\.(\w+)\(/g)].map(
          ([, module = "", name = ""]) => `aws:${module}/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`,
        ),
      ),
    ),
  ];

  it("has every type that a component makes", () => {
    assert.ok(made.length > 100);
    assert.deepEqual(
      made.filter((type) => timeOf({ type, inputs: {} }).from !== "table"),
      [],
    );
  });

  it("goes from quick to slow", () => {
    const times = [
      ...Object.entries(TIMES),
      ...Object.values(VARIANTS)
        .flat()
        .map(({ name, time }) => [name, time] as const),
    ];
    for (const [name, [low, typical, high]] of times) assert.ok(0 < low && low <= typical && typical <= high, name);
  });

  for (const [type, inputs, key, typical] of [
    ["aws:cloudfront/distribution:Distribution", {}, /Distribution$/, 240],
    ["aws:cloudfront/distribution:Distribution", { waitForDeployment: false }, /not waited for$/, 6],
    ["aws:ec2/vpcEndpoint:VpcEndpoint", { vpcEndpointType: "Interface" }, /interface$/, 90],
    ["aws:ecs/service:Service", { waitForSteadyState: true }, /until steady$/, 240],
    ["aws:ecs/service:Service", { waitForSteadyState: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }, /Service$/, 5],
    ["aws:applicationloadbalancing/loadBalancer:LoadBalancer", {}, /^aws:lb\/loadBalancer/, 150],
    ["pulumi:providers:awsx", {}, /awsx$/, 2],
  ] as const)
    it(`has ${typical} s for ${type} with ${JSON.stringify(inputs)}`, () => {
      const timed = timeOf({ type, inputs });
      assert.match(timed.key, key);
      assert.equal(timed.seconds.typical, typical);
    });
});
