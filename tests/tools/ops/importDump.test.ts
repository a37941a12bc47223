import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutBucketEncryptionCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { FETCH, RESTORE } from "../../../components/compute/importContainers";
import { type ImportChoice, importDump, runImport } from "../../../tools/ops/importDump";
import { client, sceneWith, useEmulator } from "./emulator";
import { useRelay } from "./relay";
import { jumpingClock, prepareTask } from "./tasks/prepared";

const FIXTURES = join(__dirname, "../../fixtures/ops");
const GOOD = join(FIXTURES, "clinic.dump");
const BUCKET = "telehealth-prod-imports";
const KEY_ARN = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const IMAGE = "public.ecr.aws/docker/library/postgres:15-bookworm";

const choice = (changes: Partial<ImportChoice> = {}): ImportChoice => ({
  ...{ dump: GOOD, wait: 60, keep: false, "leave-out": [], "error-texts": false },
  ...changes,
});

describe("npm run ops -- import-dump", () => {
  useEmulator();
  let exitCodes: readonly (number | undefined)[] = [0, 0];
  // What lay in the bucket while the task ran. moto runs no container and knows one of several: the relay tells of both.
  let seen: { key: string; encryption: string | undefined; keyId: string | undefined; bytes: Buffer }[] = [];
  const { asked } = useRelay("ECS", async (operation, answer) => {
    if (operation !== "DescribeTasks") return answer;
    seen = await objects();
    const containers = [FETCH, RESTORE].map((name, index) => ({ name, exitCode: exitCodes[index] }));
    return { ...answer, tasks: [{ ...answer.tasks[0], containers }] };
  });
  beforeEach(() => {
    exitCodes = [0, 0];
    seen = [];
  });

  const s3 = () => new S3Client({ ...client, forcePathStyle: true });
  const objects = async () => {
    const { Contents = [] } = await s3().send(new ListObjectsV2Command({ Bucket: BUCKET }));
    return Promise.all(
      Contents.map(async ({ Key = "" }) => {
        const got = await s3().send(new GetObjectCommand({ Bucket: BUCKET, Key }));
        const bytes = Buffer.from((await got.Body?.transformToByteArray()) ?? []);
        return { key: Key, encryption: got.ServerSideEncryption, keyId: got.SSEKMSKeyId, bytes };
      }),
    );
  };
  const outputs = async ({ encrypted = true, image = IMAGE } = {}) => {
    await s3().send(new CreateBucketCommand({ Bucket: BUCKET }));
    const rule = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms" as const, KMSMasterKeyID: KEY_ARN } };
    if (encrypted)
      await s3().send(
        new PutBucketEncryptionCommand({ Bucket: BUCKET, ServerSideEncryptionConfiguration: { Rules: [rule] } }),
      );
    const containers = [
      { name: FETCH, image: "public.ecr.aws/aws-cli/aws-cli:2.31.0" },
      { name: RESTORE, image },
    ];
    const { taskArn, securityGroupId, ...rest } = await prepareTask("prod-import", containers);
    return { ...rest, importTaskArn: taskArn, importSecurityGroupId: securityGroupId, importBucket: BUCKET };
  };
  const ran = () => asked.find(({ operation }) => operation === "RunTask")?.input;

  it("uploads the dump under the bucket's key, tells the task where it is, and deletes it afterwards", async () => {
    const scene = sceneWith(await outputs());
    assert.equal(await runImport(choice(), scene, jumpingClock()), 0);
    const [uploaded, ...others] = seen;
    assert.deepEqual(others, []);
    assert.equal(uploaded?.encryption, "aws:kms");
    assert.equal(uploaded.keyId, KEY_ARN);
    assert.ok(uploaded.bytes.equals(readFileSync(GOOD)));
    assert.deepEqual(ran().overrides.containerOverrides, [
      { name: FETCH, environment: [{ name: "IMPORT_KEY", value: uploaded.key }] },
    ]);
    assert.match(uploaded.key, /^import-\d{8}T\d{6}Z\.dump$/);
    assert.deepEqual(await objects(), []);
    assert.match(scene.said.at(-1) ?? "", /^The dump is imported\. Now run the first migration/);
  });

  it("deletes only what it uploaded, also when the import fails", async () => {
    exitCodes = [0, 3];
    const scene = sceneWith(await outputs());
    await s3().send(new PutObjectCommand({ Bucket: BUCKET, Key: "database.dump", Body: "somebody else's" }));
    assert.equal(await runImport(choice(), scene, jumpingClock()), 1);
    assert.deepEqual(
      (await objects()).map(({ key }) => key),
      ["database.dump"],
    );
    const said = scene.said.join("\n");
    assert.match(said, /^fetch: exit code 0\nrestore: exit code 3$/m);
    assert.match(said, /^Nothing was imported: .*--error-texts\.$/m);
  });

  it("fails when a container never ran", async () => {
    exitCodes = [0, undefined];
    assert.equal(await runImport(choice(), sceneWith(await outputs()), jumpingClock()), 1);
  });

  it("keeps the dump where that is asked for", async () => {
    const scene = sceneWith(await outputs());
    assert.equal(await runImport(choice({ keep: true }), scene, jumpingClock()), 0);
    assert.equal((await objects()).length, 1);
    assert.match(scene.said.join("\n"), /stays in telehealth-prod-imports, which deletes it after a week/);
  });

  it("leaves the dump to a task that it does not wait for", async () => {
    assert.equal(await runImport(choice({ wait: 0 }), sceneWith(await outputs()), jumpingClock()), 0);
    assert.equal((await objects()).length, 1);
  });

  it("asks for PostgreSQL's texts only where they are wanted", async () => {
    await runImport(choice({ "error-texts": true }), sceneWith(await outputs()), jumpingClock());
    assert.deepEqual(ran().overrides.containerOverrides[1], {
      name: RESTORE,
      environment: [{ name: "IMPORT_VERBOSITY", value: "default" }],
    });
  });

  it("stops before the import, and deletes the dump, where the bucket does not encrypt with a KMS key", async () => {
    const given = await outputs({ encrypted: false });
    await assert.rejects(runImport(choice(), sceneWith(given), jumpingClock()), /did not encrypt the dump/);
    assert.equal(ran(), undefined);
    assert.deepEqual(await objects(), []);
  });

  it("refuses a dump that is newer than what reads it, before anything is uploaded", async () => {
    const given = await outputs({ image: "public.ecr.aws/docker/library/postgres:14-bookworm" });
    const scene = sceneWith(given);
    const refused = runImport(choice(), scene, jumpingClock());
    await assert.rejects(refused, /pg_dump 15 wrote the dump and pg_restore 14 .*database\.engineVersion.* to 15/);
    assert.ok(!scene.said.some((line) => line.includes("PutObject")));
  });

  it("refuses a dump that the import cannot use, before the first call", async () => {
    const scene = sceneWith({});
    await assert.rejects(runImport(choice({ dump: join(FIXTURES, "supabase.dump") }), scene, jumpingClock()), /vault/);
    assert.deepEqual(scene.said, []);
  });
});

describe("npm run ops -- import-dump --dry-run", () => {
  const OUTPUTS = {
    clusterName: "services",
    importTaskArn: "arn:aws:ecs:us-east-1:111122223333:task-definition/prod-import:2",
    importSecurityGroupId: "sg-2",
    importBucket: BUCKET,
    privateSubnetIds: ["subnet-1"],
  };

  it("shows every call, and none of the dump", async () => {
    const scene = sceneWith(OUTPUTS, true);
    const clock = { now: () => Date.UTC(2027, 0, 2, 3, 4, 5), wait: () => Promise.resolve() };
    assert.equal(await runImport(choice(), scene, clock), 0);
    const key = "import-20270102T030405Z.dump";
    const task = `"taskDefinition":"${OUTPUTS.importTaskArn}"`;
    const vpc = `{"subnets":["subnet-1"],"securityGroups":["sg-2"],"assignPublicIp":"DISABLED"}`;
    const override = `{"name":"fetch","environment":[{"name":"IMPORT_KEY","value":"${key}"}]}`;
    const log = (name: string) =>
      `would call logs GetLogEvents {"logGroupName":"<log group>","logStreamName":"<prefix>/${name}/<task ARN>","limit":20}`;
    assert.deepEqual(scene.said, [
      `would call ecs DescribeTaskDefinition {${task}}`,
      `would call s3 PutObject {"Bucket":"${BUCKET}","Key":"${key}","ContentLength":4071,"ChecksumAlgorithm":"CRC32"}`,
      `would call ecs RunTask {"cluster":"services",${task},"startedBy":"ops-import-dump",` +
        `"overrides":{"containerOverrides":[${override}]},"launchType":"FARGATE",` +
        `"networkConfiguration":{"awsvpcConfiguration":${vpc}}}`,
      `would call ecs DescribeTasks {"cluster":"services","tasks":["<task ARN>"]}`,
      log("fetch"),
      log("restore"),
      `would call s3 DeleteObject {"Bucket":"${BUCKET}","Key":"${key}"}`,
    ]);
  });

  it("explains its options", () => {
    for (const option of ["dump", "wait", "keep", "leave-out", "error-texts", "dry-run"])
      assert.match(importDump.usage, new RegExp(`^--${option} `, "m"));
  });
});
