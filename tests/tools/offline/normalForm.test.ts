import { strict as assert } from "node:assert";
import { PropertyDiff } from "@pulumi/pulumi/proto/provider_pb";
import type { WireMap } from "../../../tools/offline/providers/wire";
import { Engine, stopProviders } from "./engine";

const { UPDATE_REPLACE, DELETE } = PropertyDiff.Kind;

describe("what the offline aws gives back after an update", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect();
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });

  /** What a refresh and a preview of the same program see. */
  async function again(type: string, inputs: WireMap, ignoreChanges: string[] = []) {
    const made = await engine.make(type, "again", inputs);
    const read = await engine.read(made.urn, made.id, made.inputs, made.outputs);
    const diff = await engine.diff(made.urn, made.id, read.inputs, read.outputs, made.inputs, ignoreChanges);
    return { read, diff };
  }

  const task = (container: object) =>
    again("ecs/taskDefinition:TaskDefinition", {
      family: "f",
      containerDefinitions: JSON.stringify([{ name: "app", image: "a", ...container }]),
    });

  it("is a container with all that ECS adds, which the real provider knows for what it is", async () => {
    const { read, diff } = await task({
      environment: [
        { name: "B", value: "1" },
        { name: "A", value: "2" },
      ],
      healthCheck: { command: ["x"] },
    });
    const [container] = JSON.parse(read.inputs["containerDefinitions"]);
    assert.deepEqual([container.cpu, container.mountPoints, container.essential], [0, [], true]);
    assert.equal(container.healthCheck.interval, 30);
    assert.equal(diff.changed, false);
  });

  it("is capabilities with an empty list that nobody wrote, and a task that is replaced for ever", async () => {
    const bad = await task({ linuxParameters: { capabilities: { drop: ["ALL"] } } });
    assert.deepEqual(bad.diff.detailed, { containerDefinitions: UPDATE_REPLACE });
    const good = await task({ linuxParameters: { capabilities: { add: [], drop: ["ALL"] } } });
    assert.equal(good.diff.changed, false);
  });

  it("is every type that AWS Backup knows, unless the program says that it does not look", async () => {
    const settings = { resourceTypeOptInPreference: { Aurora: true, S3: true } };
    const type = "backup/regionSettings:RegionSettings";
    const { diff } = await again(type, settings);
    assert.equal(diff.detailed["resourceTypeOptInPreference.EBS"], DELETE);
    assert.equal((await again(type, settings, ["resourceTypeOptInPreference"])).diff.changed, false);
  });

  it("is a policy in AWS's form, which is no change", async () => {
    const Statement = [
      {
        Sid: "B",
        Effect: "Allow",
        Principal: { AWS: "111122223333" },
        Action: ["s3:PutObject", "s3:GetObject"],
        Resource: ["*"],
      },
      {
        Sid: "A",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: "*",
        Condition: { Bool: { "aws:SecureTransport": false } },
      },
    ];
    const { read, diff } = await again("s3/bucketPolicy:BucketPolicy", {
      bucket: "b",
      policy: JSON.stringify({ Version: "2012-10-17", Statement }),
    });
    assert.notEqual(read.inputs["policy"], JSON.stringify({ Version: "2012-10-17", Statement }));
    assert.equal(diff.changed, false);
  });

  it("is a set in another order, at any depth, and a list as it was", async () => {
    const rule = (ruleName: string, ...vaults: string[]) => ({
      ruleName,
      targetVaultName: "v",
      copyActions: vaults.map((destinationVaultArn) => ({ destinationVaultArn })),
    });
    const { read, diff } = await again("backup/plan:Plan", { rules: [rule("a", "x", "y"), rule("b", "z")] });
    assert.notDeepEqual(read.inputs["rules"], [rule("a", "x", "y"), rule("b", "z")]);
    assert.equal(diff.changed, false);
    const changed = await engine.make("backup/plan:Plan", "other", { rules: [rule("a", "x")] });
    const found = await engine.diff(changed.urn, changed.id, changed.inputs, changed.outputs, {
      ...changed.inputs,
      rules: [rule("a", "y")],
    });
    assert.equal(found.changed, true);
  });
});
