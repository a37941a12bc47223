import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";
import { after } from "../../../components/shared/after";
import { deploy, promiseOf, waitsFor } from "../../harness";

describe("a text after a resource", () => {
  it("is the same text, and waits for the resource as well as for its own", async () => {
    const { result } = await deploy((opts) => {
      const bucket = new aws.s3.Bucket("bucket", { bucket: "files" }, opts);
      return after(
        bucket.bucket,
        new aws.s3.BucketVersioning(
          "versions",
          { bucket: "files", versioningConfiguration: { status: "Enabled" } },
          opts,
        ),
      );
    });
    assert.equal(await promiseOf(result), "files");
    assert.deepEqual(await waitsFor(result), ["bucket", "versions"]);
  });
});
