import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  CreateDBClusterCommand,
  CreateDBSubnetGroupCommand,
  type DBCluster,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  RDSClient,
} from "@aws-sdk/client-rds";
import { CreateBucketCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type DrillChoice, restoreDrill, runDrill } from "../../../tools/ops/restoreDrill";
import { client, sceneWith, useEmulator } from "./emulator";
import { useRelay } from "./relay";
import { jumpingClock } from "./tasks/prepared";

const SOURCE = "telehealth-prod";
const KEY = "arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555";
const choice = (changes: Partial<DrillChoice> = {}): DrillChoice => ({
  ...{ at: "latest", rto: 240, rpo: 15, wait: 60, keep: false },
  ...changes,
});

describe("npm run ops -- restore-drill", () => {
  useEmulator();
  const folder = mkdtempSync(join(tmpdir(), "drill-"));
  const file = join(folder, "evidence.json");
  after(() => {
    rmSync(folder, { recursive: true });
  });
  // In moto all is there at once. This many looks, ten seconds apart, it takes until the copy and its instance are.
  let looks = 6;
  const { asked } = useRelay("RDS", (operation, answer) => {
    const named = asked.filter(({ input }) => input.DBClusterIdentifier ?? input.DBInstanceIdentifier);
    if (!operation.startsWith("DescribeDB") || named.at(-1) !== asked.at(-1)) return answer;
    const isEarly = named.filter((each) => each.operation === operation).length <= looks;
    return isEarly ? answer.replace(/(Status>)available</g, "$1creating<") : answer;
  });
  beforeEach(() => {
    looks = 6;
  });
  const rds = () => new RDSClient(client);
  const clusters = async () => (await rds().send(new DescribeDBClustersCommand({}))).DBClusters ?? [];
  const names = async () => (await clusters()).map(({ DBClusterIdentifier }) => DBClusterIdentifier).sort();
  const instances = async () => (await rds().send(new DescribeDBInstancesCommand({}))).DBInstances ?? [];
  const evidence = () => JSON.parse(readFileSync(file, "utf8"));

  const create = async (DBClusterIdentifier: string, more: object = {}) => {
    const input = { DBClusterIdentifier, Engine: "aurora-postgresql", MasterUsername: "postgres" };
    await rds().send(new CreateDBClusterCommand({ ...input, ManageMasterUserPassword: true, ...more }));
  };
  /** The stack's cluster as the platform makes it. */
  const outputs = async () => {
    const ec2 = new EC2Client(client);
    const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
    const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
    const subnets = { DBSubnetGroupName: "isolated", DBSubnetGroupDescription: "isolated" };
    const SubnetIds = Subnets.map(({ SubnetId = "" }) => SubnetId);
    await rds().send(new CreateDBSubnetGroupCommand({ ...subnets, SubnetIds }));
    await create(SOURCE, {
      StorageEncrypted: true,
      KmsKeyId: KEY,
      DBSubnetGroupName: "isolated",
      VpcSecurityGroupIds: [SecurityGroups[0]?.GroupId],
      DeletionProtection: true,
      ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 8 },
      Tags: [{ Key: "DataClass", Value: "phi" }],
    });
    const [{ MasterUserSecret } = {}] = await clusters();
    return { databaseSecretArn: MasterUserSecret?.SecretArn };
  };
  /** Remembers the temporary cluster, which is gone when the drill is over. */
  const watching = () => {
    const seen: { cluster: DBCluster | undefined; tags: unknown } = { cluster: undefined, tags: undefined };
    const clock = jumpingClock(async () => {
      const temporary = (await clusters()).find(({ DBClusterIdentifier }) => DBClusterIdentifier !== SOURCE);
      seen.cluster = temporary ?? seen.cluster;
      seen.tags = (await instances())[0]?.TagList ?? seen.tags;
    });
    return { clock, seen };
  };

  it("restores a copy that is closed and encrypted like the original, measures, and removes the copy only", async () => {
    const scene = sceneWith(await outputs());
    const { clock, seen } = watching();
    assert.equal(await runDrill(choice({ evidence: file }), scene, clock), 0);
    const { drill, ...found } = evidence();
    assert.match(drill, /^telehealth-prod-drill-\d{14}$/);
    const { cluster, tags } = seen;
    assert.ok(cluster);
    assert.equal(cluster.DBClusterIdentifier, drill);
    assert.equal(cluster.KmsKeyId, KEY);
    assert.equal(cluster.DBSubnetGroup, "isolated");
    assert.equal(cluster.DeletionProtection, false);
    assert.deepEqual(cluster.ServerlessV2ScalingConfiguration, { MinCapacity: 0.5, MaxCapacity: 8 });
    const expected = [
      { Key: "DataClass", Value: "phi" },
      { Key: "telehealth:restore-drill", Value: drill },
    ];
    assert.deepEqual(cluster.TagList, expected);
    assert.deepEqual(tags, expected);

    assert.equal(found.verdict, "passed");
    assert.match(found.by, /^arn:aws:(iam|sts)::123456789012:/);
    assert.equal(found.temporaryCluster, "removed");
    assert.deepEqual(found.objectives, { rtoMinutes: 240, rpoMinutes: 15 });
    assert.deepEqual(found.measured, { rtoMinutes: 2, rpoMinutes: 0 });
    assert.match(scene.said.join("\n"), /^ {2}0:00 {2}cluster creating\n/m);
    assert.deepEqual(
      found.checks.filter(({ passed }: { passed: boolean }) => !passed),
      [],
    );
    assert.equal(found.checks.length, 8);
    assert.deepEqual(await names(), [SOURCE]);
    assert.deepEqual(await instances(), []);
    assert.deepEqual(scene.said.slice(-3), [
      `RTO  ${found.measured.rtoMinutes} minutes of 240: met`,
      `RPO  ${found.measured.rpoMinutes} minutes of 15: met`,
      "The drill has passed.",
    ]);
  });

  it("fails when it took too long, and still removes the copy", async () => {
    const scene = sceneWith(await outputs());
    assert.equal(await runDrill(choice({ rto: 1, evidence: file }), scene, jumpingClock()), 1);
    const { verdict, meets } = evidence();
    assert.deepEqual({ verdict, meets }, { verdict: "failed", meets: { rto: false, rpo: true } });
    assert.deepEqual(await names(), [SOURCE]);
    assert.match(scene.said.join("\n"), /^RTO .* minutes of 1: MISSED$/m);
  });

  it("fails when the newest moment is too old", async () => {
    const scene = sceneWith(await outputs());
    // moto restores up to this second; a clock that is ahead makes that an hour ago.
    const clock = jumpingClock();
    const ahead = { ...clock, now: () => clock.now() + 3_600_000 };
    assert.equal(await runDrill(choice({ evidence: file }), scene, ahead), 1);
    const { measured, meets } = evidence();
    assert.deepEqual(meets, { rto: true, rpo: false });
    assert.ok(measured.rpoMinutes >= 59 && measured.rpoMinutes <= 60.1);
  });

  it("fails when the copy does not become available in time", async () => {
    looks = Infinity;
    const scene = sceneWith(await outputs());
    assert.equal(await runDrill(choice({ wait: 5, evidence: file }), scene, jumpingClock()), 1);
    const { verdict, checks } = evidence();
    assert.equal(verdict, "failed");
    assert.equal(checks[0].found, "nothing");
    assert.match(scene.said.join("\n"), /^WRONG status of the cluster: nothing instead of available$/m);
    assert.deepEqual(await names(), [SOURCE]);
  });

  it("goes back to the moment that is asked for", async () => {
    const scene = sceneWith(await outputs());
    const clock = jumpingClock();
    // moto can go back to no moment before it made the cluster, and to whole seconds only.
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const at = `${new Date(Math.ceil(clock.now() / 1000) * 1000).toISOString().slice(0, 19)}Z`;
    assert.equal(await runDrill(choice({ at, evidence: file }), scene, clock), 0);
    assert.equal(evidence().restoredTo, at.replace("Z", ".000Z"));
    assert.ok(scene.said.some((line) => line.includes(`"RestoreToTime":"${at.replace("Z", ".000Z")}"`)));
  });

  it("refuses a moment that is not there any more, before anything is made", async () => {
    const scene = sceneWith(await outputs());
    const refused = runDrill(choice({ at: "2020-01-01T00:00:00Z" }), scene, jumpingClock());
    await assert.rejects(refused, /--at: the cluster can go back to any second from 20\S+Z to 20\S+Z\./);
    assert.deepEqual(await names(), [SOURCE]);
  });

  it("keeps the copy where that is asked for, and removes it later by its name", async () => {
    const scene = sceneWith(await outputs());
    assert.equal(await runDrill(choice({ keep: true, evidence: file }), scene, jumpingClock()), 0);
    const { drill, temporaryCluster } = evidence();
    assert.equal(temporaryCluster, "kept");
    assert.deepEqual(await names(), [SOURCE, drill]);
    assert.equal((await instances())[0]?.PubliclyAccessible, false);
    assert.match(scene.said.at(-2) ?? "", new RegExp(`still there and costs money.*--remove ${drill}$`));

    assert.equal(await runDrill(choice({ remove: drill }), sceneWith({}), jumpingClock()), 0);
    assert.deepEqual(await names(), [SOURCE]);
    assert.deepEqual(await instances(), []);
  });

  it("refuses to remove what no drill made, or made under another name", async () => {
    const given = await outputs();
    const copied = { Tags: [{ Key: "telehealth:restore-drill", Value: "telehealth-prod-drill-1" }] };
    await create("telehealth-prod-drill-1");
    await create("telehealth-prod-drill-2", copied);
    for (const remove of [SOURCE, "telehealth-prod-drill-1", "telehealth-prod-drill-2"])
      await assert.rejects(
        runDrill(choice({ remove }), sceneWith(given), jumpingClock()),
        new RegExp(`${remove} has no tag of a restore drill of that name, so it is not deleted`),
      );
    assert.deepEqual(await names(), [SOURCE, "telehealth-prod-drill-1", "telehealth-prod-drill-2"]);
  });

  it("is content when what shall be removed is gone already", async () => {
    assert.equal(await runDrill(choice({ remove: "telehealth-prod-drill-9" }), sceneWith({}), jumpingClock()), 0);
  });

  it("stores the evidence in a bucket too", async () => {
    const s3 = new S3Client(client);
    await s3.send(new CreateBucketCommand({ Bucket: "evidence" }));
    await runDrill(
      choice({ evidence: file, upload: "s3://evidence/drills/a.json" }),
      sceneWith(await outputs()),
      jumpingClock(),
    );
    const stored = await s3.send(new GetObjectCommand({ Bucket: "evidence", Key: "drills/a.json" }));
    assert.equal(await stored.Body?.transformToString(), readFileSync(file, "utf8"));
  });

  it("shows the evidence where the file cannot be written", async () => {
    const scene = sceneWith(await outputs());
    const absent = join(folder, "absent", "a.json");
    await assert.rejects(runDrill(choice({ evidence: absent }), scene, jumpingClock()), /cannot be written/);
    assert.match(scene.said.join("\n"), /"verdict": "passed"/);
    assert.deepEqual(await names(), [SOURCE]);
  });

  it("says so when the stack's cluster is not in this account", async () => {
    await outputs();
    const scene = sceneWith({ databaseSecretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:another" });
    await assert.rejects(runDrill(choice(), scene, jumpingClock()), /^.*No cluster in this account and region has/);
  });
});

describe("npm run ops -- restore-drill --dry-run", () => {
  it("shows every call and makes none", async () => {
    const scene = sceneWith({ databaseSecretArn: "arn:secret" }, true);
    const clock = { now: () => Date.UTC(2027, 0, 2, 3, 4, 5), wait: () => Promise.resolve() };
    const upload = "s3://evidence/drills/a.json";
    assert.equal(await runDrill(choice({ at: "2027-01-02T02:00:00Z", upload }), scene, clock), 0);
    const drill = "<cluster>-drill-20270102030405";
    const tags = `"Tags":[{"Key":"telehealth:restore-drill","Value":"${drill}"}]`;
    assert.deepEqual(scene.said, [
      "would call sts GetCallerIdentity {}",
      "would call rds DescribeDBClusters {}",
      `would call rds RestoreDBClusterToPointInTime {"DBClusterIdentifier":"${drill}","SourceDBClusterIdentifier":"<cluster>",` +
        `"RestoreToTime":"2027-01-02T02:00:00.000Z","VpcSecurityGroupIds":["<security group>"],"DBSubnetGroupName":"<subnets>",` +
        `"DBClusterParameterGroupName":"<parameters>","KmsKeyId":"<key>",` +
        `"ServerlessV2ScalingConfiguration":{"MinCapacity":0.5,"MaxCapacity":1},"BackupRetentionPeriod":1,` +
        `"DeletionProtection":false,${tags}}`,
      `would call rds DescribeDBClusters {"DBClusterIdentifier":"${drill}"}`,
      `would call rds CreateDBInstance {"DBInstanceIdentifier":"${drill}-1","DBClusterIdentifier":"${drill}",` +
        `"DBInstanceClass":"db.serverless","Engine":"aurora-postgresql","PubliclyAccessible":false,${tags}}`,
      `would call rds DescribeDBInstances {"DBInstanceIdentifier":"${drill}-1"}`,
      `would call rds DescribeDBClusters {"DBClusterIdentifier":"${drill}"}`,
      `would call rds DeleteDBInstance {"DBInstanceIdentifier":"${drill}-1","SkipFinalSnapshot":true}`,
      `would call rds DeleteDBCluster {"DBClusterIdentifier":"${drill}","SkipFinalSnapshot":true,"DeleteAutomatedBackups":true}`,
      `would call rds DescribeDBClusters {"DBClusterIdentifier":"${drill}"}`,
      `would call s3 PutObject {"Bucket":"evidence","Key":"drills/a.json","ContentType":"application/json"}`,
    ]);
  });

  it("explains its options", () => {
    for (const option of ["at", "rto", "rpo", "wait", "evidence", "upload", "keep", "remove", "dry-run"])
      assert.match(restoreDrill.usage, new RegExp(`^--${option} `, "m"));
  });
});
