import { strict as assert } from "node:assert";
import { adopt } from "../../../lab/faults/adopt";
import { foundInAccount } from "../../../lab/faults/recovery";
import { inAws, pending, urnOf, whole } from "./worlds";

describe("what a person finds in the account after a kill", () => {
  it("is what AWS has, the state has not, and a pending creation tells of", () => {
    const objects = [...whole.objects, inAws("new"), inAws("silent")];
    const told = [pending("creating", "new"), pending("creating", "never-made"), pending("deleting", "silent")];
    assert.deepEqual(foundInAccount({ ...whole, objects, pending: told }), [inAws("new")]);
  });

  it("is written into the state under its id, with all that was pending of it, and is pending no more", () => {
    const bucket = { urn: urnOf("new"), custom: true, type: "aws:s3/bucket:Bucket", inputs: { a: 1 }, parent: "p" };
    const other = { type: "creating", resource: { ...bucket, urn: urnOf("other") } };
    const change = { type: "updating", resource: bucket };
    const text = JSON.stringify({
      version: 3,
      deployment: {
        manifest: { magic: "m" },
        resources: [{ urn: urnOf("files"), id: "x" }],
        pending_operations: [{ type: "creating", resource: bucket }, other, change],
      },
    });
    assert.deepEqual(JSON.parse(adopt(text, [{ urn: urnOf("new"), id: "new-id" }])), {
      version: 3,
      deployment: {
        manifest: { magic: "m" },
        resources: [
          { urn: urnOf("files"), id: "x" },
          { ...bucket, id: "new-id" },
        ],
        pending_operations: [other, change],
      },
    });
  });
});
