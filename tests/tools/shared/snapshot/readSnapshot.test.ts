import { strict as assert } from "node:assert";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import * as given from "./plan";

const all = [given.stackState, given.providerState, given.topicState, given.secretState];
const names = ({ resources }: ReturnType<typeof readSnapshot>) => resources.map(({ name }) => name);

describe("a snapshot", () => {
  for (const [what, text] of [
    ["a preview", given.plan(...all.map((each) => given.step("create", each)))],
    ["an exported stack", given.exported(...all)],
  ] as const)
    it(`read from ${what} has each resource with its options, references and place`, () => {
      const snapshot = readSnapshot(text);
      assert.deepEqual([snapshot.stack, snapshot.project], ["prod", "shop"]);
      assert.deepEqual(names(snapshot), ["password", "aws", "shop-prod", "alerts-topic"].sort(byUrn(snapshot)));
      const topic = snapshot.resources.find(({ urn }) => urn === given.TOPIC);
      assert.deepEqual(topic, {
        type: "aws:sns/topic:Topic",
        name: "alerts-topic",
        urn: given.TOPIC,
        custom: true,
        external: false,
        id: "arn:aws:sns:us-east-1:111122223333:alerts",
        parent: given.ROOT,
        inputs: { name: "alerts", kmsMasterKeyId: given.LATER, __internal: {} },
        outputs: { arn: "arn:aws:sns:us-east-1:111122223333:alerts" },
        dependencies: [given.ROOT],
        propertyDependencies: { name: [], kmsMasterKeyId: [given.ROOT] },
        options: {
          protect: true,
          retainOnDelete: true,
          ignoreChanges: ["tags"],
          additionalSecretOutputs: ["arn"],
          aliases: [],
          customTimeouts: { create: 900, update: 0, delete: 0 },
        },
        provider: given.PROVIDER,
        source: { file: "a/b.ts", line: 12, column: 34 },
      });
    });

  it("holds no secret, encrypted or not, however deep it was", () => {
    const snapshot = readSnapshot(given.exported(given.secretState));
    assert.deepEqual(snapshot.resources[0]?.inputs, {
      secretString: "[secret]",
      versions: [{ deep: "[secret]" }],
    });
    assert.doesNotMatch(JSON.stringify(snapshot), /hunter2|djE6abc/);
  });

  it("of a plan has what will be there, once, and not what goes", () => {
    const kept = given.state("aws:s3/bucket:Bucket", "files", { inputs: { bucket: "new" } });
    const gone = given.state("aws:s3/bucket:Bucket", "old");
    const snapshot = readSnapshot(
      given.plan(
        given.step("same", given.stackState),
        given.step("create-replacement", { ...kept, inputs: { bucket: "newer" } }),
        given.step("replace", kept, { replaceReasons: ["bucket"] }),
        given.step("delete-replaced", kept),
        given.step("delete", gone),
      ),
    );
    assert.deepEqual(names(snapshot), ["files", "shop-prod"]);
    assert.deepEqual(snapshot.resources[0]?.inputs, { bucket: "new" });
    assert.deepEqual(
      snapshot.steps.map(({ op, name, type, replaceReasons }) => [op, name, type, replaceReasons]),
      [
        ["same", "shop-prod", "pulumi:pulumi:Stack", []],
        ["create-replacement", "files", "aws:s3/bucket:Bucket", []],
        ["replace", "files", "aws:s3/bucket:Bucket", ["bucket"]],
        ["delete-replaced", "files", "aws:s3/bucket:Bucket", []],
        ["delete", "old", "aws:s3/bucket:Bucket", []],
      ],
    );
  });

  it("of a state leaves out what waits for its deletion", () => {
    const bucket = given.state("aws:s3/bucket:Bucket", "files");
    const snapshot = readSnapshot(given.exported(bucket, { ...bucket, delete: true, inputs: { bucket: "old" } }));
    assert.deepEqual(
      snapshot.resources.map(({ inputs }) => inputs),
      [{}],
    );
    assert.equal(snapshot.kind, "state");
  });

  it("may be empty", () => {
    assert.deepEqual(readSnapshot('{"deployment":{}}').resources, []);
    assert.deepEqual(readSnapshot('{"steps":[]}').resources, []);
  });

  it("says what is wrong with another file", () => {
    assert.throws(() => readSnapshot("Previewing update"), /Not valid JSON.*standard output alone/);
    assert.throws(() => readSnapshot('{"steps":[{}]}'), /neither the output of `pulumi preview --json` nor/);
    assert.throws(() => readSnapshot("[]"), /neither/);
  });
});

const byUrn = (snapshot: ReturnType<typeof readSnapshot>) => (a: string, b: string) => {
  const urn = (name: string) => snapshot.resources.find((each) => each.name === name)?.urn ?? "";
  return urn(a) < urn(b) ? -1 : 1;
};
