import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { Firewall } from "../../../components/security/firewall";
import { deploy, promiseOf, waitsFor } from "../../harness";
import { APP, ARGS, EXAMPLES, firewall, POOL, STAGE } from "./exampleFirewall";

const ASSOCIATION = "wafv2/webAclAssociation:WebAclAssociation";

describe("a firewall", () => {
  for (const [index, scope, region, behind] of [
    [0, "REGIONAL", "us-east-2", [STAGE]],
    [1, "REGIONAL", "us-east-2", [POOL]],
    [2, "CLOUDFRONT", "us-east-1", [APP]],
    [3, "CLOUDFRONT", "us-east-1", []],
  ] as const) {
    const example = EXAMPLES[index] ?? assert.fail();
    it(`for ${example.traffic.purpose} is ${scope}, in ${region}, and in front of what it should be`, async () => {
      const deployed = await firewall(example);
      const { inputs } = deployed.one("wafv2/webAcl:WebAcl");
      assert.deepEqual([inputs["scope"], inputs["region"]], [scope, region]);
      const associations = deployed.all(ASSOCIATION);
      assert.deepEqual(
        associations.map((each) => each.inputs["resourceArn"]),
        behind,
      );
      for (const each of associations) {
        assert.equal(each.inputs["region"], region);
        assert.equal(each.inputs["webAclArn"], "arn:aws:wafv2:us-east-1:111122223333:edge-acl");
      }
    });

    it(`for ${example.traffic.purpose} measures itself and each rule under a name of its own`, async () => {
      const { inputs } = (await firewall(example)).one("wafv2/webAcl:WebAcl");
      const rules: any[] = inputs["rules"];
      const measured = [inputs, ...rules].map((each) => each.visibilityConfig);
      const metrics = measured.map(({ metricName }) => metricName);
      assert.equal(metrics[0], "telehealth-test-api");
      assert.equal(new Set(metrics).size, rules.length + 1);
      for (const each of measured) {
        assert.match(each.metricName, /^[\w-]{1,128}$/);
        assert.deepEqual([each.cloudwatchMetricsEnabled, each.sampledRequestsEnabled], [true, true]);
      }
      assert.equal(new Set(rules.map(({ priority }) => priority)).size, rules.length);
    });
  }

  it("lets in whatever no rule refuses", async () => {
    assert.deepEqual((await firewall()).one("wafv2/webAcl:WebAcl").inputs["defaultAction"], { allow: {} });
  });

  it("uses the rate it is told", async () => {
    const [rate] = (await firewall({ rateLimit: 50 })).one("wafv2/webAcl:WebAcl").inputs["rules"];
    assert.equal(rate.statement.rateBasedStatement.limit, 50);
  });

  it("stands in front of nothing, and is known to nobody, before its requests are logged", async () => {
    const deployed = await firewall();
    const { name, dependsOn, opts } = deployed.one(ASSOCIATION);
    assert.equal(name, "edge-stage");
    assert.deepEqual(dependsOn, ["edge-logging"]);
    assert.equal(opts.customTimeouts?.create, "15m", "a new web ACL is refused for some minutes");
    assert.deepEqual(await waitsFor(deployed.result.arn), ["edge-acl", "edge-logging"]);
    assert.equal(await promiseOf(deployed.result.arn), "arn:aws:wafv2:us-east-1:111122223333:edge-acl");
    assert.equal(deployed.result.metricName, "telehealth-test-api");
  });

  it("can protect what is made after it", async () => {
    const deployed = await deploy((opts) => {
      const [poolArn, laterArn] = pulumi.deferredOutput<string>();
      const made = new Firewall(
        "edge",
        { ...ARGS, traffic: { purpose: "sign-in" }, protects: { users: poolArn } },
        opts,
      );
      laterArn(made.arn.apply((arn) => `behind ${arn}`));
      return made;
    });
    assert.match(deployed.one(ASSOCIATION).inputs["resourceArn"], /^behind arn:aws:wafv2/);
  });

  it("of an API can protect the stage and the load balancer alike", async () => {
    const deployed = await deploy((opts) => {
      const alb = new aws.lb.LoadBalancer("alb", { name: "alb" }, opts);
      return new Firewall("edge", { ...ARGS, protects: { stage: STAGE, alb: alb.arn } }, opts);
    });
    const behind = deployed.all(ASSOCIATION).map(({ name, inputs }) => [name, inputs["resourceArn"]]);
    assert.deepEqual(behind, [
      ["edge-stage", STAGE],
      ["edge-alb", "arn:aws:lb:us-east-1:111122223333:alb"],
    ]);
  });

  const manyPaths = Array.from({ length: 11 }, (_, index) => `/webhooks/vendor${index}/`);
  for (const [what, changes, said] of [
    ["a metric name with a dot", { metricName: "a.b" }, /metricName: "a\.b"/],
    ["a metric name that leaves no room for its rules", { metricName: "a".repeat(101) }, /metricName: /],
    ["no metric name", { metricName: "" }, /metricName: ""/],
    [
      "to be associated with CloudFront",
      { traffic: { purpose: "recordings" }, protects: { cdn: "arn:aws:cloudfront::111122223333:distribution/E1" } },
      /protects\.cdn: CloudFront takes no association\. Set the distribution's webAclId to this ARN/,
    ],
    ["to stand in front of nothing", { protects: {} }, /protects: nothing is behind/],
    ["a rate under the least of AWS", { rateLimit: 9 }, /rateLimit: 9 /],
    ["a rate that is no whole number", { rateLimit: 99.5 }, /rateLimit: 99\.5 /],
    ["a rate of a user that is none", { traffic: { purpose: "api", userLimit: 0 } }, /traffic\.userLimit: 0 /],
    ["a webhook everywhere", { traffic: { purpose: "api", webhookPaths: ["/"] } }, /traffic\.webhookPaths: "\/"/],
    ["a pattern", { traffic: { purpose: "api", webhookPaths: ["/webhooks/*"] } }, /traffic\.webhookPaths: /],
    [
      "a path without its slash",
      { traffic: { purpose: "api", uploadPaths: ["notes"] } },
      /traffic\.uploadPaths: "notes"/,
    ],
    [
      "more rules than are included",
      { traffic: { purpose: "api", webhookPaths: manyPaths } },
      /traffic: the rules need 1504 capacity units, and 1500 are included/,
    ],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => firewall(changes), said);
    });

  it("accepts the smallest rate and as many paths as fit", async () => {
    const traffic = { purpose: "api", webhookPaths: manyPaths.slice(0, 10) } as const;
    const deployed = await firewall({ rateLimit: 10, traffic });
    assert.equal(deployed.all("wafv2/webAcl:WebAcl").length, 1);
  });
});
