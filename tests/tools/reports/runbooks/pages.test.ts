import { strict as assert } from "node:assert";
import { FACTS } from "../../../../tools/reports/runbooks/facts";
import { fillingOf } from "../../../../tools/reports/runbooks/fillingOf";
import { HUMAN_INPUTS } from "../../../../tools/reports/runbooks/humanInputs";
import { placeholdersIn } from "../../../../tools/reports/runbooks/placeholders";
import { renderRunbook } from "../../../../tools/reports/runbooks/renderRunbook";
import { readSettings } from "../../../../tools/reports/runbooks/settings";
import { TABLES } from "../../../../tools/reports/runbooks/tables";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import { createPlatform } from "../../../../stacks/platform";
import { deploy } from "../../../harness";
import { committedProfile } from "../../../stacks/profiles";
import { ROOT, runbooks } from "./documents";
import { stackOf, state } from "./stackOf";

/** The committed prod, composed as it stands, with what the mocks answer as its state. */
async function composed(): Promise<Snapshot> {
  const { result, resources } = await deploy((opts) => createPlatform(committedProfile("prod"), opts));
  const outputs = Object.fromEntries(Object.keys(result).map((name) => [name, "of the mocks"]));
  const alertsTopicArn = "arn:aws:sns:us-east-1:111122223333:alerts";
  const named = { ...outputs, region: "us-east-1", filesBucket: "files", videosBucket: "videos", alertsTopicArn };
  return stackOf(
    named,
    ...resources.map(({ type, name, inputs }) => state(type, name, { inputs: withNames(type, name, inputs) })),
  );
}

/** What AWS alone knows: the mocks have no physical names. */
function withNames(type: string, name: string, inputs: Readonly<Record<string, unknown>>): object {
  if (type === "aws:rds/cluster:Cluster") return { endpoint: "e", ...inputs };
  if (type === "aws:iam/role:Role") return { arn: `arn:${name}`, ...inputs };
  if (type === "aws:s3/bucketReplicationConfig:BucketReplicationConfig")
    return { ...inputs, bucket: name.startsWith("files") ? "files" : "videos" };
  return inputs;
}

describe("the runbooks", function () {
  this.timeout(30_000);
  let prod: Snapshot;
  before(async () => {
    prod = await composed();
  });

  for (const { path, text } of runbooks)
    it(`${path} asks for nothing but what prod has or a person is told how to find`, () => {
      const { missing } = renderRunbook(text, fillingOf(prod, readSettings(ROOT, "prod"), "docs"));
      assert.deepEqual(missing, []);
    });

  for (const [what, known] of [
    ["inputs of people", HUMAN_INPUTS],
    ["facts", FACTS],
    ["tables", TABLES],
  ] as const)
    it(`use all ${what} that are known`, () => {
      const used = new Set(runbooks.flatMap(({ text }) => placeholdersIn(text).map(({ name }) => name)));
      assert.deepEqual(
        Object.keys(known).filter((name) => !used.has(name)),
        [],
      );
    });
});
