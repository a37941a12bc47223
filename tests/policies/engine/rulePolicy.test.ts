import { strict as assert } from "node:assert";
import { policiesFor, SETTINGS_POLICY } from "../../../policies/engine/policies";
import { pack } from "../../../policies/pack";
import type { Rule } from "../../../policies/rule";
import { type Given, Run, violations } from "../runner";

const ID = "sns-topic-encryption";
const STACK_ID = "s3-bucket-public-access-block";
const rules = pack.filter(({ id }) => id === ID || id === STACK_ID);
const found = (id: string): Rule => {
  const rule = pack.find((each) => each.id === id);
  assert.ok(rule);
  return rule;
};
const topic = (name: string, kmsMasterKeyId?: unknown): Given => ({
  type: "aws:sns/topic:Topic",
  name,
  props: { kmsMasterKeyId },
});
const bucket: Given = { type: "aws:s3/bucket:Bucket", name: "files", props: {} };
const heard = (run: Run) => run.violations.map(({ policy, urn }) => `${policy} ${urn.split("::").at(-1) ?? ""}`);

describe("the policies of rules", () => {
  it("have nothing to run for what keeps them, and run for what does not", async () => {
    const policies: any[] = policiesFor(rules);
    const run = new Run(policies);
    const own = (id: string) => policies.find(({ name }) => name === id);
    await run.analyze(topic("good", "alias/ours"));
    assert.equal(own(ID).validateResource.length, 0);
    await run.analyze(topic("open"));
    assert.equal(own(ID).validateResource.length, 1);
    await run.analyzeStack([topic("good", "alias/ours")]);
    assert.equal(own(STACK_ID).validateStack, undefined);
    await run.analyzeStack([bucket]);
    assert.equal(typeof own(STACK_ID).validateStack, "function");
    assert.deepEqual(heard(run), [`${ID} open`, `${STACK_ID} files`]);
  });

  it("are announced to the engine as what they are, before anything was judged", () => {
    const policies: any[] = policiesFor(rules);
    assert.equal(typeof policies.find(({ name }) => name === STACK_ID).validateStack, "function");
    assert.ok(Array.isArray(policies.find(({ name }) => name === ID).validateResource));
  });

  it("judge by themselves when the policy that has them judge is disabled", async () => {
    const run = new Run(policiesFor(rules).filter(({ name }) => name !== SETTINGS_POLICY));
    for (const each of [topic("good", "alias/ours"), topic("open"), bucket]) await run.analyze(each);
    await run.analyzeStack([topic("good", "alias/ours"), topic("open"), bucket]);
    assert.deepEqual(heard(run), [`${ID} open`, `${STACK_ID} files`]);
  });

  it("never take one resource's verdict for another's, should the engine ask about two at once", () => {
    for (const [first, second] of [
      ["open", "good"],
      ["good", "open"],
    ] as const) {
      const [settings, ...others]: any[] = policiesFor(rules);
      const told: string[] = [];
      const args = (name: string) => ({
        type: "aws:sns/topic:Topic",
        name,
        urn: `urn:pulumi:prod::p::aws:sns/topic:Topic::${name}`,
        props: name === "good" ? { kmsMasterKeyId: "alias/ours" } : {},
        getConfig: () => ({}),
      });
      const run = (name: string) => {
        for (const { validateResource } of others)
          for (const each of [validateResource ?? []].flat()) each(args(name), () => told.push(name));
      };
      settings.validateResource(args(first));
      settings.validateResource(args(second));
      run(first);
      run(second);
      settings.validateResource(args("open"));
      run("open");
      assert.deepEqual(told, ["open", "open"], `${first} before ${second}`);
    }
  });

  it("say once what a rule sees in a resource alone and again among the others, and all that it sees beside", async () => {
    const attachment: Given = { type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment", name: "held", props: {} };
    const unseen = (properties: readonly string[]) =>
      properties.map((property) => ({ property, problem: "is managed elsewhere" }));
    const twice: Rule = {
      ...found("iam-unseen-policy"),
      check: () => unseen(["policyArn"]),
      checkInStack: () => unseen(["policyArn", "role"]),
    };
    for (const policies of [
      policiesFor([twice]),
      policiesFor([twice]).filter(({ name }) => name !== SETTINGS_POLICY),
    ]) {
      const run = new Run(policies);
      await run.analyze(attachment);
      await run.analyzeStack([attachment]);
      assert.deepEqual(
        run.violations.map(({ message }) => /^(\w+):/m.exec(message)?.[1]),
        ["policyArn", "role"],
      );
    }
  });

  it("are named when their rule fails, and the others are judged all the same", async () => {
    const broken = (over: Partial<Rule>): Rule => ({
      ...(rules.find(({ id }) => id === ID) as Rule),
      id: "broken-rule",
      ...over,
    });
    const fail = () => {
      throw new Error("out of ideas");
    };
    await assert.rejects(violations([broken({ check: fail })], [topic("open")]), /broken-rule[\s\S]*out of ideas/);
    await assert.rejects(
      violations([broken({ checkInStack: fail })], [topic("good", "alias/ours")]),
      /broken-rule[\s\S]*out of ideas/,
    );
  });
});
