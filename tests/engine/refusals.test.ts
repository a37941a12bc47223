import { strict as assert } from "node:assert";
import { Workspace } from "./workspace";

interface Weakening {
  readonly without: string;
  /** Where the control stands, and what is left when it is gone. */
  readonly edit: readonly [file: string, from: string | RegExp, to: string];
  /** The one rule that must go red. */
  readonly rule: string;
  /** What the message names: the resource, the property, and what to write. */
  readonly says: readonly RegExp[];
}

const WEAKENINGS: readonly Weakening[] = [
  {
    without: "a bucket's encryption",
    edit: ["components/shared/closedBucket.ts", /new aws\.s3\.BucketServerSideEncryptionConfiguration\(.*\);/, ""],
    rule: "s3-bucket-encryption",
    says: [/files-bucket/, /no default encryption is set/, /Add a BucketServerSideEncryptionConfiguration/],
  },
  {
    without: "a public-access flag",
    edit: ["components/shared/closedBucket.ts", "restrictPublicBuckets: true", "restrictPublicBuckets: false"],
    rule: "s3-bucket-public-access-block",
    says: [/files-private/, /restrictPublicBuckets/, /true/],
  },
  {
    without: "Aurora's deletion protection",
    edit: [
      "components/database/postgresCluster.ts",
      /deletionProtection,(?=\s+skipFinal)/,
      "deletionProtection: false,",
    ],
    rule: "database-deletion-protection",
    says: [/database-cluster/, /deletionProtection/, /true/],
  },
  {
    without: "key rotation",
    edit: ["components/security/dataKey.ts", "enableKeyRotation: true", "enableKeyRotation: false"],
    rule: "kms-key-rotation",
    says: [/database-key/, /enableKeyRotation/, /true/],
  },
  {
    without: "Aurora's storage encryption",
    edit: ["components/database/postgresCluster.ts", /^\s+storageEncrypted: true,$/m, ""],
    rule: "rds-encryption",
    says: [/database-cluster/, /storageEncrypted/, /true/],
  },
  {
    without: "the transform that keeps public addresses from awsx's subnets",
    edit: ["components/network/network.ts", "transforms: [noPublicIpOnLaunch]", "transforms: []"],
    rule: "subnet-public-address-on-launch",
    says: [/network-vpc-public-1/, /mapPublicIpOnLaunch/, /false/],
  },
  {
    without: "a place for the files in the backup plan",
    edit: ["stacks/resilience.ts", /^\s+files: \{ kind: "bucket".*\},$/m, ""],
    rule: "backup-coverage",
    says: [/files-bucket/, /no Selection of this stack's backup plans includes it/],
  },
  {
    without: "an alarm's right dimension",
    edit: [
      "stacks/watch.ts",
      "clusterIdentifier: database.cluster.clusterIdentifier",
      'clusterIdentifier: "elsewhere"',
    ],
    rule: "alarm-dimensions",
    says: [/alarms-database-cpu/, /no Cluster in this stack is called "elsewhere"/],
  },
  {
    without: "a log group's retention",
    edit: ["components/shared/logGroup.ts", "retentionInDays: logRetentionDays,", ""],
    rule: "log-group-retention",
    says: [/api-logs/, /never expire/],
  },
  {
    without: "a log group's key",
    edit: ["components/shared/logGroup.ts", "kmsKeyId: logKmsKeyArn,", ""],
    rule: "log-group-encryption",
    says: [/api-logs/, /kmsKeyId/],
  },
];

describe("an update that weakens prod is refused before anything is created", function () {
  this.timeout(600_000);
  let workspace: Workspace;
  before(() => (workspace = new Workspace()));
  afterEach(() => {
    workspace.undo();
  });
  after(() => {
    workspace.dispose();
  });

  for (const { without, edit, rule, says } of WEAKENINGS)
    it(`without ${without}`, async () => {
      workspace.edit(...edit);
      const { code, output, end } = await workspace.pulumi("up", "--stack", "prod", "--yes");
      assert.notEqual(code, 0, end);
      const red = [...output.matchAll(/\[mandatory\].*? {2}([\w-]+) /g)].map((match) => match[1]);
      assert.deepEqual([...new Set(red)], [rule], end);
      for (const each of says) assert.match(output, each);
      assert.deepEqual(workspace.state("prod"), []);
    });

  it("during the update too, when the preview is skipped: the resource itself is not created", async () => {
    workspace.edit("components/database/postgresCluster.ts", /^\s+storageEncrypted: true,$/m, "");
    const { code, output, end } = await workspace.pulumi("up", "--stack", "prod", "--yes", "--skip-preview");
    assert.notEqual(code, 0, end);
    assert.match(output, /\[mandatory\].* rds-encryption /);
    const types = workspace.state("prod").map(({ type }) => type);
    assert.ok(types.includes("aws:kms/key:Key"));
    assert.ok(!types.includes("aws:rds/cluster:Cluster"));
  });
});
