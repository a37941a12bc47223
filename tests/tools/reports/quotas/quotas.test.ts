import { strict as assert } from "node:assert";
import { type AskQuota, readLimits } from "../../../../tools/reports/quotas/account";
import { countAll, COUNTERS } from "../../../../tools/reports/quotas/count";
import { Fleet } from "../../../../tools/reports/quotas/fleet";
import { main } from "../../../../tools/reports/quotas/main";
import { QUOTAS, READ_ON } from "../../../../tools/reports/quotas/quota";
import { lineOf, stepOf, textOf } from "../../../../tools/reports/quotas/render";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import { exported, LATER, plan, providerState, stackState, state, step, urnOf } from "../../shared/snapshot/plan";

const snapshotOf = (...resources: object[]) => readSnapshot(exported(stackState, providerState, ...resources));
const usesOf = (...resources: object[]) => countAll(new Fleet([snapshotOf(...resources)]));
const useOf = (key: string, ...resources: object[]) => {
  const found = usesOf(...resources).find(({ quota }) => quota.key === key);
  assert.ok(found, key);
  return found;
};
const many = (type: string, count: number, more: object = {}) =>
  Array.from({ length: count }, (_, index) => state(type, `x${index}`, more));

describe("AWS's quotas", () => {
  it("have a way to count each, and nothing is counted for no quota", () => {
    assert.deepEqual(Object.keys(COUNTERS).toSorted(), QUOTAS.map(({ key }) => key).toSorted());
  });

  it("say which page of AWS they come from, and when it was read", () => {
    assert.match(READ_ON, /^20\d\d-\d\d-\d\d$/);
    for (const { key, source } of QUOTAS) assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//, key);
  });

  it("are counted by region, that of the resource or else of the provider", () => {
    const use = useOf(
      "elasticIpsPerRegion",
      ...many("aws:ec2/eip:Eip", 3),
      state("aws:ec2/eip:Eip", "away", { inputs: { region: "us-west-2" } }),
    );
    assert.deepEqual([use.most, use.where, use.verdict], [3, "us-east-1", "fits"]);
  });

  it("count what an account has beside its stacks", () => {
    assert.equal(useOf("vpcsPerRegion", ...many("aws:ec2/vpc:Vpc", 3)).most, 4);
    assert.equal(useOf("vpcsPerRegion").most, 0);
  });

  it("are counted by what holds the resource, whether its id is known or not", () => {
    const vpc = state("aws:ec2/vpc:Vpc", "main");
    const inside = { inputs: { vpcId: LATER }, propertyDependencies: { vpcId: [urnOf("aws:ec2/vpc:Vpc", "main")] } };
    const resources = [vpc, ...many("aws:ec2/subnet:Subnet", 6, inside)];
    const planned = readSnapshot(
      plan(...[stackState, providerState, ...resources].map((each) => step("create", each))),
    );
    for (const snapshot of [snapshotOf(...resources), planned]) {
      const use = countAll(new Fleet([snapshot])).find(({ quota }) => quota.key === "subnetsPerVpc");
      assert.deepEqual([use?.most, use?.where], [6, "prod: main"]);
    }
  });

  it("leave out what was only looked up", () => {
    assert.equal(useOf("elasticIpsPerRegion", ...many("aws:ec2/eip:Eip", 3, { external: true })).most, 0);
  });

  for (const [count, verdict] of [
    [3, "fits"],
    [4, "near"],
    [5, "near"],
    [6, "over"],
  ] as const)
    it(`find ${count} of 5 addresses: ${verdict}`, () => {
      assert.equal(useOf("elasticIpsPerRegion", ...many("aws:ec2/eip:Eip", count)).verdict, verdict);
    });

  it("take one of one for right, and the second for too many", () => {
    assert.equal(useOf("detectorsPerRegion", ...many("aws:guardduty/detector:Detector", 1)).verdict, "fits");
    assert.equal(useOf("detectorsPerRegion", ...many("aws:guardduty/detector:Detector", 2)).verdict, "over");
  });

  it("take the limit that AWS has granted, be it higher or lower than the default", () => {
    const fleet = new Fleet([snapshotOf(...many("aws:ec2/eip:Eip", 6))]);
    const verdict = (limit: number) =>
      countAll(fleet, { "ec2/L-0263D0A3": limit }).find(({ quota }) => quota.key === "elasticIpsPerRegion")?.verdict;
    assert.deepEqual([verdict(20), verdict(7), verdict(2)], ["fits", "near", "over"]);
  });

  it("weigh the prefix list of CloudFront as 55 rules", () => {
    const rule = (prefixListId: string) =>
      state("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", prefixListId, {
        inputs: { securityGroupId: "sg-1", prefixListId },
      });
    assert.equal(useOf("inboundRulesPerSecurityGroup", rule("pl-3b927c52"), rule("pl-other")).most, 56);
  });

  it("see log groups' resource policies: eleven in one region are one too many", () => {
    const policy = { inputs: { policyName: "x", policyDocument: "{}" } };
    const use = useOf(
      "logResourcePoliciesPerRegion",
      ...many("aws:cloudwatch/logResourcePolicy:LogResourcePolicy", 11, policy),
    );
    assert.equal(use.verdict, "over");
    assert.match(stepOf(use), /AWS does not raise it/);
  });

  it("count vCPU of Fargate at rest, while a release replaces a service, and with all services at their largest", () => {
    const task = state("aws:ecs/taskDefinition:TaskDefinition", "task", {
      inputs: { cpu: "1024", containerDefinitions: "[]" },
    });
    const service = state("aws:ecs/service:Service", "api", {
      inputs: { desiredCount: 2, deploymentMaximumPercent: 200 },
      propertyDependencies: { taskDefinition: [task.urn] },
    });
    const target = state("aws:appautoscaling/target:Target", "tasks", {
      inputs: { minCapacity: 2, maxCapacity: 10 },
      propertyDependencies: { resourceId: [service.urn] },
    });
    const counted = ["fargateVcpusRunning", "fargateVcpusDeploying", "fargateVcpusAtMost"].map(
      (key) => useOf(key, task, service, target).most,
    );
    assert.deepEqual(counted, [2, 20, 10]);
    const byItself = state("aws:ecs/taskDefinition:TaskDefinition", "import", { inputs: { cpu: "2048" } });
    assert.equal(useOf("fargateVcpusDeploying", task, service, target, byItself).most, 22);
  });

  it("are told with what to type, the worst first", () => {
    const uses = usesOf(...many("aws:ec2/eip:Eip", 6), ...many("aws:ec2/vpc:Vpc", 3));
    const text = textOf(uses, { stacks: ["prod"], all: false });
    assert.match(
      text,
      /✖ over the limit:\n {4}Amazon EC2, EC2-VPC Elastic IPs: 6 of 5 \(120 %\), us-east-1\n.*--desired-value 9/,
    );
    assert.match(
      text,
      /! at 80 % of the limit or more:\n {4}Amazon VPC, VPCs per Region: 4 of 5 \(80 %\), us-east-1, with the default VPC/,
    );
    assert.match(text, /1 exceeded, 1 at 80 % or more/);
    assert.doesNotMatch(text, /✔/);
    assert.match(textOf(uses, { stacks: ["prod"], all: true }), /✔ within the limit:/);
  });

  it("are written for people: thousands with commas, parts of a vCPU with two digits", () => {
    const use = useOf("keysPerRegion", ...many("aws:kms/key:Key", 2));
    assert.match(lineOf(use), /2 of 100,000 \(0 %\)/);
  });
});

describe("limits that an account really has", () => {
  it("are asked for once each", async () => {
    const asked: string[] = [];
    const ask: AskQuota = (service, quota) => {
      asked.push(`${service}/${quota}`);
      return Promise.resolve(quota === "L-0263D0A3" ? 12 : undefined);
    };
    const limits = await readLimits(ask, () => undefined);
    assert.deepEqual(limits, { granted: { "ec2/L-0263D0A3": 12 } });
    assert.equal(new Set(asked).size, asked.length);
    assert.ok(asked.length > 50);
  });

  it("that AWS does not tell are a problem, and no limit", async () => {
    const limits = await readLimits(
      () => Promise.reject(new Error("AccessDenied")),
      () => undefined,
    );
    assert.deepEqual(limits, { problem: "Error: AccessDenied" });
  });
});

describe("npm run quotas", () => {
  it("refuses to add a stack that does not exist", async () => {
    const { error } = console;
    let said = "";
    console.error = (text: string) => (said += text);
    try {
      assert.equal(await main(["--add", "qa"]), 2);
    } finally {
      console.error = error;
    }
    assert.match(said, /--add qa: there is no Pulumi\.qa\.yaml\. Write one of account, dev, prod, staging/);
  });
});
