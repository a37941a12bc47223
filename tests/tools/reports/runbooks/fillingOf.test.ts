import { strict as assert } from "node:assert";
import { fillingOf } from "../../../../tools/reports/runbooks/fillingOf";
import type { PlaceholderKind } from "../../../../tools/reports/runbooks/placeholders";
import { LATER } from "../../shared/snapshot/plan";
import { planOf, stackOf, state } from "./stackOf";

const SECRET_MARK = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", ciphertext: "v1:abc" };
const cluster = state("aws:rds/cluster:Cluster", "database-cluster", {
  inputs: { clusterIdentifier: "telehealth-prod", dbSubnetGroupName: "asked" },
  outputs: { dbSubnetGroupName: "subnets-1", vpcSecurityGroupIds: ["sg-1", "sg-2"] },
});
const vault = (name: string, region: string) =>
  state("aws:backup/vault:Vault", name, { outputs: { name: "telehealth-prod", region, arn: `arn:${region}` } });
const replication = state("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "files-replication-rule", {
  inputs: { bucket: "files-1", rules: [{ destination: { bucket: "arn:aws:s3:::files-replica-1" } }] },
});
const queue = (name: string, more: object) =>
  state("aws:sqs/queue:Queue", name, { inputs: more, outputs: { arn: `arn:sqs:${name}`, url: `https://${name}` } });

const prod = stackOf(
  {
    region: "us-east-1",
    clusterName: "services-1",
    databasePort: 5432,
    privateSubnetIds: ["subnet-1", "subnet-2"],
    filesBucket: "files-1",
    webAppId: "",
    password: SECRET_MARK,
  },
  cluster,
  vault("backups-vault", "us-east-1"),
  vault("backups-copy-vault", "us-west-2"),
  replication,
  queue("jobs", { redrivePolicy: "{}" }),
  queue("dead", {}),
);
const SETTINGS = { backup: { objectives: { rtoMinutes: 240 } }, cdn: { countries: ["US", "CA"] }, flag: false };
const fill = (kind: PlaceholderKind, name: string, snapshot = prod) =>
  fillingOf(snapshot, SETTINGS, "docs").valueOf({ kind, name });

describe("what runbooks are filled with", () => {
  for (const [what, name, text] of [
    ["an output", "clusterName", "services-1"],
    ["a number", "databasePort", "5432"],
    ["a list, with the commas of AWS's shorthand", "privateSubnetIds", "subnet-1,subnet-2"],
    ["the stack", "stack", "prod"],
    ["what the program asks for, where AWS says nothing", "databaseCluster", "telehealth-prod"],
    ["what AWS says, where the program asked for something else", "databaseSubnetGroup", "subnets-1"],
    ["security groups, with the blanks that the CLI wants", "databaseSecurityGroupIds", "sg-1 sg-2"],
    ["the vault that is not in the stack's region", "recoveryVault", "telehealth-prod"],
    ["the bucket that files are copied to", "filesReplicaBucket", "files-replica-1"],
  ] as const)
    it(`${what}: ${name}`, () => {
      assert.deepEqual(fill("name", name), { text });
    });

  it("says why where there is nothing", () => {
    const why = (name: string, snapshot = prod) => JSON.stringify(fill("name", name, snapshot));
    assert.match(why("breakGlassRoleArn"), /prod has no such output/);
    assert.match(why("webAppId"), /it is empty/);
    assert.match(why("videosReplicaBucket"), /does not copy recordings/);
    assert.match(why("recoveryVault", stackOf({ region: "us-east-1" }, vault("v", "us-east-1"))), /copies no backups/);
    assert.match(why("restoreRoleArn"), /AWS has not said it yet/);
    assert.match(why("clusterName", planOf(cluster)), /prod is not deployed, so it has no outputs yet/);
  });

  it("writes nothing down that a plan does not know yet", () => {
    const planned = planOf(
      state("aws:rds/cluster:Cluster", "database-cluster", {
        inputs: { dbSubnetGroupName: LATER, vpcSecurityGroupIds: [LATER] },
      }),
      state("aws:kms/alias:Alias", "a", { inputs: { name: "alias/a", targetKeyId: LATER } }),
    );
    const why = { why: "AWS says it only once the stack is deployed" };
    assert.deepEqual(fill("name", "databaseSubnetGroup", planned), why);
    assert.deepEqual(fill("name", "databaseSecurityGroupIds", planned), why);
    assert.deepEqual(fill("name", "recoveryVault", planned), { why: "prod is not deployed yet" });
    assert.match(JSON.stringify(fill("table", "keys", planned)), /`alias\/a` \| not known yet/);
  });

  it("shows no secret", () => {
    assert.deepEqual(fill("name", "password"), { why: "it is a secret, which no page shows" });
  });

  it("asks a person for what only a person knows", () => {
    assert.equal(fill("name", "pid"), undefined);
  });

  it("takes settings by their path", () => {
    assert.deepEqual(fill("setting", "backup.objectives.rtoMinutes"), { text: "240" });
    assert.deepEqual(fill("setting", "cdn.countries"), { text: "US, CA" });
    assert.deepEqual(fill("setting", "backup.objectives.none"), {
      why: "Pulumi.prod.yaml does not set telehealth:backup.objectives.none",
    });
    assert.deepEqual(fill("setting", "backup.objectives"), { why: "it is empty or no text" });
  });

  it("lists both vaults, and of the queues only those that others give up into", () => {
    assert.deepEqual(fill("table", "vaults"), {
      text:
        "| vault | region | arn |\n| --- | --- | --- |\n| `telehealth-prod` | `us-east-1` | `arn:us-east-1` |\n" +
        "| `telehealth-prod` | `us-west-2` | `arn:us-west-2` |",
    });
    assert.deepEqual(fill("table", "deadLetterQueues"), {
      text: "| queue | address |\n| --- | --- |\n| `arn:sqs:dead` | `https://dead` |",
    });
    assert.deepEqual(fill("table", "firewallLogs"), { text: "This stack has none." });
    assert.deepEqual(fill("table", "nothing"), { why: "no table has this name" });
  });

  it("is marked with the state it is from: another state, another mark", () => {
    const mark = (snapshot: typeof prod) => fillingOf(snapshot, SETTINGS, "docs").mark;
    assert.match(
      mark(prod),
      /^the stack `prod` from its state \(7 resources, SHA-256 [0-9a-f]{12}\) and `Pulumi\.prod\.yaml`\./,
    );
    assert.equal(mark(prod), mark(prod));
    assert.notEqual(mark(prod), mark(stackOf({ region: "us-east-1" })));
  });
});
