import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { ConformancePack, type ConformancePackArgs } from "../../../components/audit/conformancePack";
import {
  CONFORMANCE_RULES,
  PACK_PARTS,
  type PackPart,
  RULE_PARAMETERS,
} from "../../../components/audit/conformanceRules";
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
const PARTS = Object.keys(PACK_PARTS) as PackPart[];
/** "Service Limits" of AWS Config. */
const LIMITS = { characters: 51_200, rules: 130 };
/** What the provider's five minutes are enough for: hashicorp/terraform-provider-aws 27559 timed out with more. */
const QUICK = 30;
const resources = (part: PackPart, region = "us-east-1"): Record<string, any> =>
  JSON.parse(conformanceTemplate(part, region)).Resources;
const all = (region = "us-east-1"): any[] => PARTS.flatMap((part) => Object.values(resources(part, region)));
const ids = (region: string): string[] => all(region).map(({ Properties }) => Properties.Source.SourceIdentifier);
const ruleOf = (id: string) => all().find(({ Properties }) => Properties.Source.SourceIdentifier === id).Properties;

describe("ConformancePack", () => {
  it("waits for the recorder to be on", async () => {
    const deployed = await pack();
    for (const each of deployed.all(TYPE)) assert.deepEqual(each.dependsOn, ["recording"]);
    assert.match(await promiseOf(deployed.result.arns.evidence), /hipaa-security-evidence/);
  });

  for (const region of ["us-east-1", "us-west-2"])
    it(`judges by the rules of ${region}`, async () => {
      const deployed = await pack({ region });
      for (const part of PARTS) {
        const { inputs } = deployed.one(TYPE, `hipaa-${part}`);
        assert.deepEqual(
          [inputs["name"], inputs["region"], inputs["templateBody"]],
          [`hipaa-security-${part}`, region, conformanceTemplate(part, region)],
        );
      }
      assert.equal(deployed.all(TYPE).length, PARTS.length);
    });

  it("asks about CloudFront only where AWS can answer", () => {
    const onlyThere = ids("us-east-1").filter((id) => !ids("us-west-2").includes(id));
    assert.deepEqual(onlyThere, ["CLOUDFRONT_VIEWER_POLICY_HTTPS"]);
  });

  it("has parts that AWS takes, each made in time", () => {
    for (const part of PARTS) {
      assert.ok(conformanceTemplate(part, "us-east-1").length < LIMITS.characters);
      const count = Object.keys(resources(part)).length;
      assert.ok(count > 0 && count <= QUICK && count <= LIMITS.rules, `${part}: ${count}`);
    }
  });

  it("loses no rule of the table, to another of the same name or between the parts", () => {
    const table = Object.values(CONFORMANCE_RULES).flat();
    assert.deepEqual(ids("us-east-1").sort(), [...table].sort());
    assert.equal(new Set(table).size, table.length);
  });

  for (const id of [
    "S3_BUCKET_LOGGING_ENABLED",
    "S3_BUCKET_VERSIONING_ENABLED",
    "ECS_CONTAINERS_READONLY_ACCESS",
    "CLOUDTRAIL_S3_DATAEVENTS_ENABLED",
  ])
    it(`does not ask ${id}, which this design can never answer with yes`, () => {
      assert.ok(!ids("us-east-1").includes(id));
    });

  it("asks for what protects from loss only where patients' data is", () => {
    const scoped = all().filter(({ Properties }) => Properties.Scope !== undefined);
    assert.equal(scoped.length, 4);
    for (const { Properties } of scoped) assert.deepEqual(Properties.Scope, { TagKey: "DataClass", TagValue: "phi" });
    assert.ok(ruleOf("RDS_CLUSTER_DELETION_PROTECTION_ENABLED").Scope);
    assert.equal(ruleOf("RDS_CLUSTER_ENCRYPTED_AT_REST").Scope, undefined);
  });

  it("writes each rule as AWS wants it, with what it shows", () => {
    for (const [logicalId, { Type, Properties }] of PARTS.flatMap((part) => Object.entries(resources(part)))) {
      assert.match(logicalId, /^[A-Z][A-Za-z0-9]*$/);
      assert.equal(Type, "AWS::Config::ConfigRule");
      assert.equal(Properties.Source.Owner, "AWS");
      assert.match(Properties.ConfigRuleName, /^[a-z0-9-]{1,128}$/);
      assert.match(Properties.Description, /^45 CFR 164\.3\d\d\([a-e]\)/);
    }
  });

  it("gives the password rule what the account's policy sets, and no rule anything but text", () => {
    const { InputParameters } = ruleOf("IAM_PASSWORD_POLICY");
    assert.equal(InputParameters.MinimumPasswordLength, "14");
    assert.equal(InputParameters.MaxPasswordAge, "90");
    for (const [id, parameters] of Object.entries(RULE_PARAMETERS))
      for (const value of Object.values(parameters)) assert.equal(typeof value, "string", id);
    assert.equal(ruleOf("VPC_FLOW_LOGS_ENABLED").InputParameters, undefined);
  });

  for (const control of ["164.312(a)(1)", "164.312(a)(2)(iv)", "164.312(b)", "164.312(c)(1)", "164.312(d)"])
    it(`judges ${control}`, () => {
      assert.ok(all().some(({ Properties }) => Properties.Description === `45 CFR ${control}`));
    });

  it("refuses a name that AWS refuses", async () => {
    for (const packName of ["1-hipaa", "hipaa security", ""])
      await assert.rejects(pack({ packName }), /packName.*refused by AWS Config/);
  });
});
