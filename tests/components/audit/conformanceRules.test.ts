import { strict as assert } from "node:assert";
import { CONFORMANCE_RULES, RULE_PARAMETERS } from "../../../components/audit/conformanceRules";
import { PasswordPolicy } from "../../../components/security/passwordPolicy";
import { SAFEGUARDS } from "../../../policies/controls";
import { createPlatform } from "../../../stacks/platform";
import { type Deployed, deploy } from "../../harness";
import { committedProfile } from "../../stacks/profiles";
import { MANAGED_RULES } from "./managedRules";

const RULES: readonly string[] = Object.values(CONFORMANCE_RULES).flat();

describe("the rules of the conformance pack", () => {
  it("are all known to AWS: one unknown name fails the whole pack", () => {
    assert.deepEqual(
      RULES.filter((each) => !MANAGED_RULES.has(each)),
      [],
    );
  });

  it("cite safeguards that the Security Rule has", () => {
    const known = Object.keys(SAFEGUARDS);
    assert.deepEqual(
      Object.keys(CONFORMANCE_RULES).filter((each) => !known.includes(each)),
      [],
    );
  });

  it("have parameters only where they are in the pack", () => {
    assert.deepEqual(
      Object.keys(RULE_PARAMETERS).filter((each) => !RULES.includes(each)),
      [],
    );
  });

  it("ask of passwords what the account asks: another number would judge our own account unfit", async () => {
    const deployed = await deploy((opts) => new PasswordPolicy("passwords", {}, opts));
    const { inputs } = deployed.one("iam/accountPasswordPolicy:AccountPasswordPolicy");
    const asked = RULE_PARAMETERS.IAM_PASSWORD_POLICY ?? {};
    assert.deepEqual(
      [asked["MinimumPasswordLength"], asked["MaxPasswordAge"], asked["PasswordReusePrevention"]],
      [inputs["minimumPasswordLength"], inputs["maxPasswordAge"], inputs["passwordReusePrevention"]].map(String),
    );
    for (const each of ["LowercaseCharacters", "UppercaseCharacters", "Numbers", "Symbols"])
      assert.equal(asked[`Require${each}`], String(inputs[`require${each}`]), each);
  });

  describe("judge the platform as it is built", function () {
    this.timeout(30_000);
    let platform: Deployed<unknown>;
    before(async () => {
      platform = await deploy((opts) => createPlatform(committedProfile("dev"), opts));
    });

    it("and allow each port that it opens to the world", () => {
      const open = platform
        .all("vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .filter(({ inputs }) => inputs["cidrIpv4"] === "0.0.0.0/0")
        .map(({ inputs }) => String(inputs["fromPort"]));
      assert.ok(open.length > 0);
      const allowed = RULE_PARAMETERS.VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS?.["authorizedTcpPorts"]?.split(",");
      assert.deepEqual(
        allowed,
        [...new Set(open)].toSorted((a, b) => Number(a) - Number(b)),
      );
    });

    it("and do not ask CloudFront for the logging that it has left behind", () => {
      for (const { inputs } of platform.all("cloudfront/distribution:Distribution"))
        assert.equal(inputs["loggingConfig"], undefined);
      assert.ok(!RULES.includes("CLOUDFRONT_ACCESSLOGS_ENABLED"));
    });
  });
});
