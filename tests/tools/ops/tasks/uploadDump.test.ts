import { strict as assert } from "node:assert";
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from "@aws-sdk/client-s3";
import { upload } from "../../../../tools/ops/tasks/uploadDump";
import { client, sceneWith, useEmulator } from "../emulator";

const MIB = 1024 * 1024;
const BUCKET = "telehealth-prod-imports";

describe("a dump is uploaded", () => {
  useEmulator();
  const folder = mkdtempSync(join(tmpdir(), "upload-"));
  const path = join(folder, "database.dump");
  const content = Buffer.alloc(11 * MIB, "0123456789abcdefg");
  before(() => {
    writeFileSync(path, content);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const s3 = () => new S3Client({ ...client, forcePathStyle: true });
  const given = { path, size: content.length, Bucket: BUCKET, Key: "a.dump" };
  const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  const create = () => s3().send(new CreateBucketCommand({ Bucket: BUCKET }));
  const stored = async () => (await s3().send(new GetObjectCommand({ Bucket: BUCKET, Key: "a.dump" }))).Body;

  it("in one piece as long as it is small", async () => {
    await create();
    const scene = sceneWith({});
    await upload(scene, s3(), given);
    assert.equal(hash((await (await stored())?.transformToByteArray()) ?? content.subarray(1)), hash(content));
    assert.deepEqual(
      scene.said.map((line) => line.split(" ")[2]),
      ["PutObject"],
    );
  });

  it("in parts where it is large, with progress, and arrives as it was", async () => {
    await create();
    const scene = sceneWith({});
    await upload(scene, s3(), given, 5 * MIB);
    assert.equal(hash((await (await stored())?.transformToByteArray()) ?? content.subarray(1)), hash(content));
    assert.deepEqual(
      scene.said.map((line) => line.replace(/ \{.*$/, "")),
      [
        "calls s3 CreateMultipartUpload",
        "calls s3 UploadPart",
        "  45 %",
        "  90 %",
        "  100 %",
        "calls s3 CompleteMultipartUpload",
      ],
    );
    assert.ok(!scene.said.join("").includes("0123456789abcdefg"));
  });

  it("leaves no parts behind when it fails", async () => {
    await create();
    const scene = sceneWith({});
    // The file is shorter than it was when it was looked at.
    await assert.rejects(upload(scene, s3(), { ...given, size: 16 * MIB }, 5 * MIB), /shrank while/);
    assert.equal((await s3().send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads, undefined);
    assert.equal((await s3().send(new ListObjectsV2Command({ Bucket: BUCKET }))).KeyCount, 0);
    assert.match(scene.said.at(-1) ?? "", /^calls s3 AbortMultipartUpload/);
  });

  it("shows the calls of both ways in a dry run", async () => {
    const scene = sceneWith({}, true);
    await upload(scene, s3(), given, 5 * MIB);
    assert.deepEqual(
      scene.said.map((line) => line.replace(/ \{.*$/, "")),
      ["would call s3 CreateMultipartUpload", "would call s3 UploadPart", "would call s3 CompleteMultipartUpload"],
    );
  });
});
