import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loseOneWrite, readStateFile } from "../../../lab/faults/stateFile";
import { urnOf } from "./worlds";

describe("the engine's state file", () => {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-state-"));
  const file = join(folder, "dev.json");
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const bucket = (name: string, more: object = {}) => ({
    ...{ urn: urnOf(name), type: "aws:s3/bucket:Bucket", custom: true, id: name, inputs: { bucket: name } },
    ...more,
  });
  const write = (latest: object) => {
    writeFileSync(file, JSON.stringify({ version: 3, checkpoint: { stack: "dev", latest } }));
  };

  it("tells what is this stack's in AWS, what is left over, and what is pending", () => {
    write({
      resources: [
        { urn: urnOf("stack"), type: "pulumi:pulumi:Stack" },
        { urn: urnOf("aws"), type: "pulumi:providers:aws", custom: true, id: "x" },
        bucket("files"),
        bucket("old", { delete: true }),
        bucket("looked-up", { external: true }),
      ],
      pending_operations: [{ type: "creating", resource: { urn: urnOf("new"), type: "aws:s3/bucket:Bucket" } }],
    });
    const { resources, pending } = readStateFile(file);
    assert.deepEqual(
      resources.map(({ id, isOurs, delete: isRemainder }) => [id, isOurs, isRemainder]),
      [
        ["", false, false],
        ["x", false, false],
        ["files", true, false],
        ["old", true, true],
        ["looked-up", false, false],
      ],
    );
    assert.deepEqual(pending, [{ type: "creating", urn: urnOf("new"), id: "" }]);
  });

  it("may be empty: nothing was made yet, or everything is gone", () => {
    writeFileSync(file, JSON.stringify({ version: 3, checkpoint: { stack: "dev" } }));
    assert.deepEqual(readStateFile(file), { resources: [], pending: [] });
  });

  it("loses, when it is told to, the last resource that no other one names, and nothing else", () => {
    write({ resources: [bucket("files"), bucket("videos"), bucket("policy", { dependencies: [urnOf("videos")] })] });
    assert.equal(loseOneWrite(file), urnOf("policy"));
    assert.equal(loseOneWrite(file), urnOf("videos"));
    assert.deepEqual(
      readStateFile(file).resources.map(({ id }) => id),
      ["files"],
    );
    write({ resources: [bucket("videos"), bucket("policy", { parent: urnOf("last") }), bucket("last")] });
    assert.equal(loseOneWrite(file), urnOf("policy"));
  });
});
