import { closeSync, openSync, readSync } from "node:fs";
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";
import type { Scene } from "../shared/operation";
import { newsOf } from "./news";
import { sayingOnce } from "./sayingOnce";

/** Bytes of a part, and the size up to which one request does. */
const PART = 64 * 1024 * 1024;
/** "Amazon S3 multipart upload limits", Amazon S3 User Guide, 2026-11-24. */
const MOST_PARTS = 10_000;
/** The SDK computes it, and S3 refuses bytes that changed on the way. */
const CHECKSUM = "CRC32";

export interface Upload {
  readonly path: string;
  readonly size: number;
  readonly Bucket: string;
  readonly Key: string;
}

/** How S3 encrypted what it was sent. */
export interface Stored {
  readonly ServerSideEncryption?: string | undefined;
  readonly SSEKMSKeyId?: string | undefined;
}

const PRETENDED = { $metadata: {}, ServerSideEncryption: "aws:kms" as const, SSEKMSKeyId: "<key>" };

/**
 * Sends a file. It names no key: with `aws:kms` in the request and no key id, S3 would take AWS's own key, and without
 * both it takes the bucket's. The calls are said without their bodies.
 */
export function upload(scene: Scene, s3: S3Client, given: Upload, partBytes = PART): Promise<Stored> {
  return given.size <= partBytes
    ? uploadWhole(scene, s3, given)
    : uploadParts(scene, s3, given, Math.max(partBytes, Math.ceil(given.size / MOST_PARTS)));
}

function uploadWhole({ calls }: Scene, s3: S3Client, { path, size, Bucket, Key }: Upload): Promise<Stored> {
  const target = { Bucket, Key, ContentLength: size, ChecksumAlgorithm: CHECKSUM } as const;
  const send = () => s3.send(new PutObjectCommand({ ...target, Body: readRange(path, 0, size) }));
  return calls.send("s3", new PutObjectCommand(target), send, PRETENDED);
}

async function uploadParts(scene: Scene, s3: S3Client, given: Upload, partBytes: number): Promise<Stored> {
  const { calls } = scene;
  const { size, Bucket, Key } = given;
  const create = new CreateMultipartUploadCommand({ Bucket, Key, ChecksumAlgorithm: CHECKSUM });
  const created = await calls.send("s3", create, () => s3.send(create), { ...PRETENDED, UploadId: "<upload>" });
  const UploadId = created.UploadId;
  const target = { Bucket, Key, UploadId };
  try {
    const Parts = await sendParts(scene, s3, { ...given, ...target }, partBytes);
    const complete = new CompleteMultipartUploadCommand({ ...target, MultipartUpload: { Parts } });
    const shown = new CompleteMultipartUploadCommand({ ...target, MpuObjectSize: size });
    const stored = await calls.send("s3", shown, () => s3.send(complete), PRETENDED);
    return { ...created, ...stored };
  } catch (error) {
    // Parts of an upload that never ends are stored, and paid for, all the same.
    const abort = new AbortMultipartUploadCommand(target);
    await calls.send("s3", abort, () => s3.send(abort), { $metadata: {} });
    throw error;
  }
}

async function sendParts(
  scene: Scene,
  s3: S3Client,
  { path, size, Bucket, Key, UploadId }: Upload & { readonly UploadId: string | undefined },
  partBytes: number,
): Promise<CompletedPart[]> {
  const say = newsOf(scene);
  const calls = sayingOnce(scene);
  const shown = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber: 1, ChecksumAlgorithm: CHECKSUM });
  const parts: CompletedPart[] = [];
  for (let begin = 0; begin < size; begin += partBytes) {
    const PartNumber = parts.length + 1;
    const end = Math.min(begin + partBytes, size);
    const send = () =>
      s3.send(new UploadPartCommand({ ...shown.input, PartNumber, Body: readRange(path, begin, end) }));
    const { ETag, ChecksumCRC32 } = await calls.send("s3", shown, send, { $metadata: {}, ETag: "<etag>" });
    parts.push({ PartNumber, ETag, ChecksumCRC32 });
    say(`  ${Math.floor((end / size) * 100)} %`);
  }
  return parts;
}

function readRange(path: string, begin: number, end: number): Buffer {
  const fd = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(end - begin);
    for (let done = 0; done < bytes.length;) {
      const count = readSync(fd, bytes, done, bytes.length - done, begin + done);
      if (count === 0) throw new Error(`${path} shrank while it was being read.`);
      done += count;
    }
    return bytes;
  } finally {
    closeSync(fd);
  }
}
