import { strict as assert } from "node:assert";
import { EXEMPTIONS_POLICY, NOT_KNOWN_POLICY, policiesFor, SETTINGS_POLICY } from "../../../policies/engine/policies";
import { isDefaultProvider, type Resource } from "../../../policies/engine/resource";
import { pack } from "../../../policies/pack";
import { EVERY_TYPE, isNeverExempt, type Rule, rule } from "../../../policies/rule";
import { type Given, LATER, Run, secret, violations } from "../runner";

const topic = (name: string, kmsMasterKeyId?: unknown): Given => ({
  type: "aws:sns/topic:Topic",
  name,
  props: { kmsMasterKeyId },
});
const table: Given = { type: "aws:dynamodb/table:Table", name: "visits", props: {} };
const rules = (...ids: string[]) => pack.filter(({ id }) => ids.includes(id));
const lenient = rules("database-deletion-protection");
const levelsIn = async (stack: string, ephemeralStacks?: unknown) => {
  const config = ephemeralStacks === undefined ? {} : { [SETTINGS_POLICY]: { ephemeralStacks } };
  return (await violations(lenient, [table], { stack, config })).map(({ policy, level }) => `${level} ${policy}`);
};
const MANDATORY = ["mandatory database-deletion-protection"];
const ADVISORY = ["advisory database-deletion-protection-ephemeral"];

describe("rules on the engine", () => {
  it("are reported on the URN of the resource, citing the safeguard", async () => {
    const [only, ...rest] = await violations(rules("sns-topic-encryption"), [topic("alerts")]);
    assert.deepEqual(rest, []);
    assert.deepEqual(only, {
      policy: "sns-topic-encryption",
      level: "mandatory",
      urn: "urn:pulumi:prod::telehealth::aws:sns/topic:Topic::alerts",
      message:
        "Topics encrypt messages with a customer-managed key.\n" +
        "kmsMasterKeyId: messages are encrypted with no key named, so AWS chooses one of its own. " +
        "Set kmsMasterKeyId to a key of this project that the publishing services may use. [45 CFR 164.312(a)(2)(iv)]",
    });
  });

  it("advise in dev only, unless the configuration says otherwise", async () => {
    assert.deepEqual(await levelsIn("dev"), ADVISORY);
    for (const stack of ["prod", "staging", "dev2", "my-dev"])
      assert.deepEqual(await levelsIn(stack), MANDATORY, stack);
    assert.deepEqual(await levelsIn("dev", []), MANDATORY);
    assert.deepEqual(await levelsIn("pr-12", ["dev", "pr-12"]), ADVISORY);
    assert.deepEqual(await levelsIn("prod", ["p.od"]), MANDATORY, "a dot is a dot");
    for (const pattern of ["*", "pr*", "prod,dev", ""])
      assert.deepEqual(await levelsIn("prod", [pattern]), [...MANDATORY, `mandatory ${EXEMPTIONS_POLICY}`], pattern);
  });

  it("stay as strict where the data is patients', whatever the list of stacks says", async () => {
    const levels = async (defaultTags: unknown) => {
      const provider = { type: "pulumi:providers:aws", name: "aws", props: { defaultTags } };
      return (await violations(lenient, [{ ...table, provider }], { stack: "dev" })).map(({ level }) => level);
    };
    for (const DataClass of ["phi", "synthetic"] as const) {
      const expected = [DataClass === "phi" ? "mandatory" : "advisory"];
      assert.deepEqual(await levels({ tags: { DataClass } }), expected);
      assert.deepEqual(await levels(JSON.stringify({ tags: { DataClass } })), expected, "as the engine sends it");
    }
  });

  it("that are never exempt are as strict in a stack that may vanish", () => {
    assert.deepEqual(
      pack.filter((each) => each.lenientWhenEphemeral && isNeverExempt(each)).map(({ id }) => id),
      [],
    );
  });

  it("see through secrets, and never print one", async () => {
    const database: Given = {
      type: "aws:rds/cluster:Cluster",
      name: "db",
      props: { masterPassword: secret("hunter2"), storageEncrypted: secret(false), kmsKeyId: secret("alias/aws/rds") },
    };
    const found = await violations(rules("rds-encryption"), [database]);
    assert.match(found.map(({ message }) => message).join(), /not encrypted.*key that AWS manages/s);
    const all = await violations(pack, [database]);
    assert.ok(!JSON.stringify(all).includes("hunter2"));
  });

  it("say once per rule how much cannot be judged yet", async () => {
    const found = await violations(rules("sns-topic-encryption", "sqs-queue-encryption"), [
      ...["a", "b", "c", "d", "e", "f"].map((name) => topic(name, LATER)),
      { type: "aws:sqs/queue:Queue", name: "jobs", props: { kmsMasterKeyId: LATER } },
      topic("open"),
    ]);
    const [said, ...more] = found.filter(({ policy }) => policy === NOT_KNOWN_POLICY);
    assert.deepEqual(more, []);
    assert.equal(said?.level, "advisory");
    assert.deepEqual(said.message.split("\n").slice(1), [
      "2 rules wait for such values:",
      "sns-topic-encryption: a.kmsMasterKeyId, b.kmsMasterKeyId, c.kmsMasterKeyId, d.kmsMasterKeyId and 2 more",
      "sqs-queue-encryption: jobs.kmsMasterKeyId",
    ]);
    assert.deepEqual(
      found.filter(({ policy }) => policy !== NOT_KNOWN_POLICY).map(({ urn }) => urn.split("::").at(-1)),
      ["open"],
    );
  });

  it("forget what was open in the preview when the update of the same process knows it", async () => {
    const run = new Run(policiesFor(rules("sns-topic-encryption")));
    await run.analyze(topic("a", LATER));
    await run.analyze(topic("a", "alias/aws/sns"));
    await run.analyzeStack([topic("a", "alias/aws/sns")]);
    assert.deepEqual(
      run.violations.map(({ policy }) => policy),
      ["sns-topic-encryption"],
    );
  });

  it("judge in a stack what the program asked for, not outputs that do not exist yet", async () => {
    const seen: unknown[] = [];
    const looks = rule({
      ...(rules("sns-topic-encryption")[0] as Rule),
      id: "looks-around",
      types: [EVERY_TYPE],
      checkInStack: (each) => void seen.push(each.at("kmsMasterKeyId").absent),
    });
    await violations(
      [{ ...looks, types: ["aws:sns/topic:Topic"] }],
      [{ ...topic("a"), outputs: { kmsMasterKeyId: LATER } }],
    );
    assert.deepEqual(seen, [true]);
  });

  it("see the options of a resource and the provider that makes it, by itself and among others", async () => {
    const seen: unknown[] = [];
    const look = (each: Resource): void => {
      const { additionalSecretOutputs, aliases, customTimeouts, parent, retainOnDelete, provider } = each;
      const region = provider?.at("region").text;
      const [count, own] = [provider?.at("allowedAccountIds").unknown, provider && isDefaultProvider(provider)];
      seen.push({ additionalSecretOutputs, aliases, customTimeouts, parent, retainOnDelete, region, count, own });
    };
    const looks = rule({
      ...(rules("sns-topic-encryption")[0] as Rule),
      id: "looks-around",
      types: ["aws-native:*"],
      check: (each) => {
        look(each);
        return undefined;
      },
      checkInStack: (each, stack) => {
        seen.push(stack.dependenciesOf(each).map(({ name }) => name));
        look(each);
        return undefined;
      },
    });
    const parent = "urn:pulumi:prod::telehealth::telehealth:storage:Store::store";
    const given: Given = {
      type: "aws-native:sns:Topic",
      name: "a",
      props: {},
      opts: { additionalSecretOutputs: ["x"], aliases: ["y"], customTimeouts: { create: 60, delete: 5 }, parent },
      provider: {
        type: "pulumi:providers:aws-native",
        name: "default_1_2_3",
        props: { region: "eu-west-1", allowedAccountIds: LATER },
      },
      dependsOn: ["b"],
    };
    await violations([looks], [given, { ...topic("b") }]);
    const expected = {
      additionalSecretOutputs: ["x"],
      aliases: ["y"],
      customTimeouts: { createSeconds: 60, updateSeconds: 0, deleteSeconds: 5 },
      parent,
      retainOnDelete: undefined,
      region: "eu-west-1",
      count: true,
      own: true,
    };
    assert.deepEqual(seen, [expected, ["b"], expected]);
  });

  it("leave everything alone that is not AWS's", async () => {
    assert.deepEqual(
      await violations(pack, [
        { type: "random:index/randomId:RandomId", name: "r", props: { acl: "public-read", cidr: "0.0.0.0/0" } },
        { type: "pulumi:pulumi:Stack", name: "s", props: {} },
      ]),
      [],
    );
  });
});
