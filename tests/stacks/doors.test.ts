import { strict as assert } from "node:assert";
import { createPlatform } from "../../stacks/platform";
import { deploy } from "../harness";
import { committedProfile, STACKS } from "./profiles";

const RULE = /^aws:vpc\/securityGroup(In|E)gressRule:/;

/** Of copies that are restored to be tested, and that nobody may reach. */
const SHUT_ON_PURPOSE = "restore-test-sg";

describe("the security groups of the committed stacks", function () {
  this.timeout(120_000);

  for (const stack of STACKS)
    it(`of ${stack} all have a rule: nobody could reach what stands behind one without`, async () => {
      const { resources } = await deploy((opts) => createPlatform(committedProfile(stack), opts));
      const rules = resources.filter(({ type }) => RULE.test(type));
      const named = new Set(
        rules.flatMap(({ inputs }) => [inputs["securityGroupId"], inputs["referencedSecurityGroupId"]]),
      );
      const groups = resources.filter(({ type }) => type === "aws:ec2/securityGroup:SecurityGroup");
      assert.ok(groups.length > 3);
      const shut = groups.filter(
        ({ name, inputs }) => !named.has(`${name}-id`) && !("ingress" in inputs) && !("egress" in inputs),
      );
      assert.deepEqual(
        shut.map(({ name }) => name).filter((name) => name !== SHUT_ON_PURPOSE),
        [],
      );
    });
});
