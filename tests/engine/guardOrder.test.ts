import { strict as assert } from "node:assert";
import { SmallProgram } from "./smallProgram";

const TOPIC = `new aws.sns.Topic("news", { name: "news", kmsMasterKeyId: "alias/news" }, { provider: new aws.Provider("aws", pinned) });`;
const WEAKEN = `({ type, props, opts }) => {
  if (type !== "aws:sns/topic:Topic") return undefined;
  const { kmsMasterKeyId, ...others } = props;
  return { props: others, opts };
}`;
const OTHER_PLUGIN = `({ args, opts }) => ({ args, opts: { ...opts, pluginDownloadURL: "https://plugins.example.net" } })`;
const IS_REFUSED = /A transform of the whole stack could change what the guard has judged/;
const IS_FOUND = /error: sns-topic-encryption \(news\): kmsMasterKeyId/;

describe("the guard of a bare `pulumi up`, whatever else changes resources", function () {
  this.timeout(120_000);
  const program = new SmallProgram();
  after(() => {
    program.dispose();
  });
  const up = (source: string) => program.up(source, { pack: false });

  it("lets a sound topic be made", async () => {
    const { code, output } = await up(`guard();\n${TOPIC}`);
    assert.equal(code, 0, output);
    await program.pulumi(["destroy", "--yes", "--skip-preview"]);
  });

  for (const [what, source, says] of [
    [
      "a transform of the stack that was registered before",
      `pulumi.runtime.registerResourceTransform(${WEAKEN});\nguard();\n${TOPIC}`,
      IS_REFUSED,
    ],
    [
      "a transform of the stack right after it",
      `guard();\npulumi.runtime.registerResourceTransform(${WEAKEN});\n${TOPIC}`,
      IS_REFUSED,
    ],
    [
      "a transform of the stack some time after it",
      `guard();\nsetTimeout(() => { pulumi.runtime.registerResourceTransform(${WEAKEN});\n${TOPIC} }, 50);`,
      IS_REFUSED,
    ],
    ["the same by its older name", `guard();\npulumi.runtime.registerStackTransform(${WEAKEN});\n${TOPIC}`, IS_REFUSED],
    [
      "a transformation of the stack, as it was before transforms",
      `guard();\npulumi.runtime.registerStackTransformation(${WEAKEN});\n${TOPIC}`,
      IS_FOUND,
    ],
    [
      "a transform of functions after it",
      `guard();\npulumi.runtime.registerInvokeTransform(${OTHER_PLUGIN});\n${TOPIC}`,
      IS_REFUSED,
    ],
    [
      "a transform of functions that was registered before",
      `pulumi.runtime.registerInvokeTransform(${OTHER_PLUGIN});\nguard();\n${TOPIC}`,
      IS_REFUSED,
    ],
    [
      "a transform of functions that the engine had before",
      `pulumi.runtime.registerInvokeTransform(${OTHER_PLUGIN});\nsetTimeout(() => { guard();\n${TOPIC} }, 3000);`,
      IS_REFUSED,
    ],
    [
      "a transform of the resource itself",
      `guard();\n${TOPIC.replace("{ provider:", `{ transforms: [${WEAKEN}], provider:`)}`,
      IS_FOUND,
    ],
    [
      "a transform of a component above",
      `guard();\nconst parent = new pulumi.ComponentResource("own:Parent", "own", {}, { transforms: [${WEAKEN}] });\n${TOPIC.replace("{ provider:", "{ parent, provider:")}`,
      IS_FOUND,
    ],
    [
      "a hook before the resource is made",
      `guard();\n${TOPIC.replace("{ provider:", `{ hooks: { beforeCreate: [() => undefined] }, provider:`)}`,
      /Resource hooks run code that no rule can judge/,
    ],
    [
      "a hook with a name",
      `guard();\nconst hook = new pulumi.ResourceHook("own", () => undefined);\n${TOPIC.replace("{ provider:", `{ hooks: { afterCreate: [hook] }, provider:`)}`,
      /Resource hooks run code that no rule can judge/,
    ],
  ] as const)
    it(`is not passed by ${what}`, async () => {
      const { code, output } = await up(source);
      assert.notEqual(code, 0, output);
      assert.match(output, says);
      assert.ok(!program.made().includes("aws:sns/topic:Topic"));
    });

  it("does not rest for a word in the environment, nor for the trace of a pack that has ended", async () => {
    const weak = `guard();\n${TOPIC.replace(', kmsMasterKeyId: "alias/news"', "")}`;
    for (const env of [{ TELEHEALTH_POLICY_PACK: "passed" }, { TELEHEALTH_POLICY_PROOF: "passed" }]) {
      const { code, output } = await program.up(weak, { pack: false, env });
      assert.notEqual(code, 0);
      assert.match(output, IS_FOUND);
    }
    const proof = `${program.folder}/judge`;
    const judged = await program.preview(`guard();\n${TOPIC}`, { env: { TELEHEALTH_POLICY_PROOF: proof } });
    assert.equal(judged.code, 0, judged.output);
    const late = await program.up(weak, { pack: false, env: { TELEHEALTH_POLICY_PROOF: proof } });
    assert.match(late.output, IS_FOUND);
  });

  it("rests when the pack judges, which sees what transforms have changed", async () => {
    const proof = `${program.folder}/judge`;
    const { code, output } = await program.up(
      `guard();\n${TOPIC.replace("{ provider:", `{ transforms: [${WEAKEN}], provider:`)}`,
      { env: { TELEHEALTH_POLICY_PROOF: proof } },
    );
    assert.notEqual(code, 0);
    assert.match(output, /\[mandatory\].*sns-topic-encryption/);
    assert.doesNotMatch(output, IS_FOUND);
  });
});
