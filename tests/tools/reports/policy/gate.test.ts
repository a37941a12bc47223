import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { judgePlan } from "../../../../tools/reports/policy/gate";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import { exported, plan, state, step, urnOf } from "../../shared/snapshot/plan";
import { main } from "../../../../tools/reports/policy/main";
import { runHere } from "../../../runHere";

const DATABASE = state("aws:rds/cluster:Cluster", "db");
const BUCKET = state("aws:s3/bucketV2:BucketV2", "files");
const TASK = state("aws:ecs/taskDefinition:TaskDefinition", "api");
const judge = (steps: object[], ...allowed: string[]) => judgePlan(readSnapshot(plan(...steps)), allowed);
const names = (losses: readonly { name: string }[]) => losses.map(({ name }) => name);

describe("the gate on a plan", () => {
  it("lets pass what creates, changes, keeps or reads", () => {
    const harmless = ["create", "update", "same", "read", "refresh", "import"].map((op) => step(op, DATABASE));
    assert.deepEqual(judge(harmless), { refused: [], allowed: [], unneeded: [] });
  });

  for (const op of ["delete", "delete-replaced", "replace", "create-replacement"])
    it(`refuses to ${op} what holds data, under any of its type's names`, () => {
      assert.deepEqual(names(judge([step(op, DATABASE), step(op, BUCKET)]).refused), ["db", "files"]);
    });

  it("refuses to delete secrets and images", () => {
    const lost = [state("aws:secretsmanager/secret:Secret", "video"), state("aws:ecr/repository:Repository", "api")];
    assert.deepEqual(names(judge(lost.map((each) => step("delete", each))).refused), ["video", "api"]);
  });

  it("refuses to forget what holds data", () => {
    assert.deepEqual(names(judge([step("discard", DATABASE)]).refused), ["db"]);
  });

  it("minds nothing that can be made again", () => {
    assert.deepEqual(judge([step("replace", TASK), step("delete", TASK)]).refused, []);
  });

  it("says once what happens to a resource, and why", () => {
    const replaced = { replaceReasons: ["storageEncrypted", "engine"] };
    const { refused } = judge([
      step("create-replacement", DATABASE, replaced),
      step("replace", DATABASE, replaced),
      step("delete-replaced", DATABASE),
    ]);
    assert.deepEqual(refused, [
      {
        urn: DATABASE.urn,
        type: "aws:rds/cluster:Cluster",
        name: "db",
        what: ["is replaced", "is deleted for its replacement"],
        because: ["engine", "storageEncrypted"],
      },
    ]);
  });

  it("lets pass what is named by its whole URN, and nothing else", () => {
    const steps = [step("delete", DATABASE), step("delete", BUCKET)];
    const { refused, allowed } = judge(steps, DATABASE.urn);
    assert.deepEqual([names(refused), names(allowed)], [["files"], ["db"]]);
    assert.equal(judge(steps, "urn:pulumi:prod::shop::*::db", "db").refused.length, 2);
  });

  it("refuses a name to which nothing happens: it may be misspelt", () => {
    const other = urnOf("aws:rds/cluster:Cluster", "other");
    assert.deepEqual(judge([step("create", DATABASE)], other, DATABASE.urn).unneeded, [other, DATABASE.urn]);
  });
});

describe("npm run policy:gate", function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), "gate-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = async (...words: string[]) => {
    const { code, stdout, stderr } = await runHere(main, ["gate", ...words], { folder });
    return { code, output: stdout + stderr };
  };
  const write = (text: string) => {
    writeFileSync(join(folder, "plan.json"), text);
  };

  it("ends with 1 and says how to allow it", async () => {
    write(plan(step("delete", DATABASE)));
    const { code, output } = await run("plan.json");
    assert.equal(code, 1);
    assert.match(output, /db \(aws:rds\/cluster:Cluster\) is deleted\n\s+If that is meant: --allow 'urn:pulumi:prod::/);
  });

  it("ends with 0 when everything is named, in one list or in several", async () => {
    write(plan(step("delete", DATABASE), step("delete", BUCKET)));
    assert.equal((await run("plan.json", "--allow", DATABASE.urn, BUCKET.urn)).code, 0);
    const { code, output } = await run("--allow", DATABASE.urn, "--allow", BUCKET.urn, "plan.json");
    assert.equal(code, 0, output);
    assert.match(output, /prod: nothing else that holds data/);
  });

  it("ends with 2 for a file that is no plan", async () => {
    write(exported(DATABASE));
    assert.deepEqual([(await run("plan.json")).code, (await run("missing.json")).code, (await run()).code], [2, 2, 2]);
  });
});
