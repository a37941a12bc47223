import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { ConformancePack, type ConformancePackArgs } from "../../../components/audit/conformancePack";
import { CONFORMANCE_RULES, RULE_PARAMETERS } from "../../../components/audit/conformanceRules";
import { conformanceTemplate } from "../../../components/audit/conformanceTemplate";
import { deploy, promiseOf } from "../../harness";

class Recording extends pulumi.CustomResource {
  constructor(opts: pulumi.CustomResourceOptions) {
    super("aws:cfg/recorderStatus:RecorderStatus", "recording", {}, opts);
  }
}
const pack = (changes: Partial<ConformancePackArgs> = {}) =>
  deploy(
    (opts) =>
      new ConformancePack(
        "hipaa",
        { packName: "hipaa-security", region: "us-east-1", recording: new Recording(opts), ...changes },
        opts,
      ),
  );
const TYPE = "cfg/conformancePack:ConformancePack";
/** AWS, "Service Limits" of AWS Config. */
const LIMITS = { characters: 51_200, rules: 130 };
const resources = (region: string): Record<string, any> => JSON.parse(conformanceTemplate(region)).Resources;
const ids = (region: string): string[] =>
  Object.values(resources(region)).map(({ Properties }) => Properties.Source.SourceIdentifier);

describe("ConformancePack", () => {
  it("waits for the recorder to be on", async () => {
    const deployed = await pack();
    assert.deepEqual(deployed.one(TYPE).dependsOn, ["recording"]);
    assert.match(await promiseOf(deployed.result.arn), /hipaa/);
  });

  for (const region of ["us-east-1", "us-west-2"])
    it(`judges by the rules of ${region}`, async () => {
      const { inputs } = (await pack({ region })).one(TYPE);
      assert.deepEqual(
        [inputs["name"], inputs["region"], inputs["templateBody"]],
        ["hipaa-security", region, conformanceTemplate(region)],
      );
    });

  it("asks about CloudFront only where AWS can answer", () => {
    const onlyThere = ids("us-east-1").filter((id) => !ids("us-west-2").includes(id));
    assert.deepEqual(onlyThere, ["CLOUDFRONT_VIEWER_POLICY_HTTPS"]);
  });

  it("is no larger than AWS takes", () => {
    assert.ok(conformanceTemplate("us-east-1").length < LIMITS.characters);
    assert.ok(ids("us-east-1").length <= LIMITS.rules);
  });

  it("loses no rule of the table to another of the same name", () => {
    const all = Object.values(CONFORMANCE_RULES).flat();
    assert.deepEqual(ids("us-east-1").sort(), [...all].sort());
    assert.equal(new Set(all).size, all.length);
  });

  it("writes each rule as AWS wants it, with what it shows", () => {
    for (const [logicalId, { Type, Properties }] of Object.entries(resources("us-east-1"))) {
      assert.match(logicalId, /^[A-Z][A-Za-z0-9]*$/);
      assert.equal(Type, "AWS::Config::ConfigRule");
      assert.equal(Properties.Source.Owner, "AWS");
      assert.match(Properties.ConfigRuleName, /^[a-z0-9-]{1,128}$/);
      assert.match(Properties.Description, /^45 CFR 164\.3\d\d\([a-e]\)/);
    }
  });

  it("gives the password rule what the account's policy sets, and no rule anything but text", () => {
    const { Properties } = resources("us-east-1")["IamPasswordPolicy"];
    assert.equal(Properties.InputParameters.MinimumPasswordLength, "14");
    assert.equal(Properties.InputParameters.MaxPasswordAge, "90");
    for (const [id, parameters] of Object.entries(RULE_PARAMETERS))
      for (const value of Object.values(parameters)) assert.equal(typeof value, "string", id);
    assert.equal(resources("us-east-1")["VpcFlowLogsEnabled"].Properties.InputParameters, undefined);
  });

  for (const control of ["164.312(a)(1)", "164.312(a)(2)(iv)", "164.312(b)", "164.312(c)(1)", "164.312(d)"])
    it(`judges ${control}`, () => {
      const found = Object.values(resources("us-east-1")).filter(
        ({ Properties }) => Properties.Description === `45 CFR ${control}`,
      );
      assert.ok(found.length > 0);
    });

  it("refuses a name that AWS refuses", async () => {
    for (const packName of ["1-hipaa", "hipaa security", ""])
      await assert.rejects(pack({ packName }), /packName.*refused by AWS Config/);
  });
});
