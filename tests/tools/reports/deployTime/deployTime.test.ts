import { strict as assert } from "node:assert";
import { deployTime } from "../../../../tools/reports/deployTime/deployTime";
import { timeOf } from "../../../../tools/reports/deployTime/timeOf";
import { TIMES } from "../../../../tools/reports/deployTime/times";
import { VARIANTS } from "../../../../tools/reports/deployTime/variants";
import { component, prodLike, resource, snapshotOf, urn } from "./stack";

const nameOf = ({ what }: { readonly what: string }) => what.split(" ")[0];

describe("the time of a first update", () => {
  const time = deployTime(prodLike());

  it("is decided by the gateway, the cluster, its writer and its reader, one after the other", () => {
    assert.deepEqual(time.path.map(nameOf), ["shop-prod", "aws", "net", "nat", "cluster", "writer", "reader"]);
    assert.equal(
      time.path.reduce((sum, { takes }) => sum + takes, 0),
      time.total.typical,
    );
    time.path.reduce((before, { start, takes }) => {
      assert.equal(start, before);
      return start + takes;
    }, 0);
    assert.ok(time.total.low < time.total.typical && time.total.typical < time.total.high);
  });

  it("says why each waits, through components too", () => {
    const why = new Map(time.path.map((step) => [nameOf(step), [step.waitsFor, ...step.how]]));
    assert.deepEqual(why.get("shop-prod"), [""]);
    assert.deepEqual(why.get("net"), ["aws (providers.aws)", "provider"]);
    assert.deepEqual(why.get("cluster"), ["nat (ec2.NatGateway)", "all of vpc", "dependsOn of database"]);
    assert.deepEqual(why.get("writer"), ["cluster (rds.Cluster)", "clusterIdentifier"]);
  });

  it("does not say twice that a resource is in a component", () => {
    const inside = resource("in", [], { parent: urn("c") });
    const [, last] = deployTime(snapshotOf(resource("a"), component("c", ["a"]), inside)).path;
    assert.deepEqual(last?.how, ["dependsOn of c"]);
    const [, child] = deployTime(snapshotOf(resource("a"), resource("in", [], { parent: urn("a") }))).path;
    assert.deepEqual(child?.how, ["parent"]);
  });

  it("says what each saves, and no more than it really would", () => {
    const saves = new Map(time.quicker.map(({ what, saves: seconds }) => [what, seconds]));
    assert.equal(saves.get("writer (rds.ClusterInstance) is there at once"), 450);
    assert.equal(saves.get("nothing waits for the whole of vpc, only for the parts it names"), 115);
    assert.equal(saves.get("what is in database does not wait for its arguments"), 115);
  });

  it("names the types it has no time for", () => {
    assert.match(deployTime(snapshotOf(resource("a"))).notes.join(), /No time is listed for other:x:Thing/);
    assert.equal(time.notes.length, 1, "where the times are from");
  });

  it("of nothing is none", () => {
    assert.deepEqual(deployTime(snapshotOf()).total, { low: 0, typical: 0, high: 0 });
  });
});

describe("the table of times", () => {
  it("goes from quick to slow", () => {
    const times = [
      ...Object.entries(TIMES),
      ...Object.values(VARIANTS)
        .flat()
        .map(({ name, seconds }) => [name, seconds] as const),
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
