import { strict as assert } from "node:assert";
import { BackupAudit, type BackupAuditArgs } from "../../../components/resilience/backupAudit";
import { reportDelivery } from "../../../components/resilience/reportDelivery";
import { deploy } from "../../harness";

const ARGS: BackupAuditArgs = {
  namePrefix: "telehealth_prod",
  evidenceBucket: "evidence",
  leastRetentionDays: 30,
  copies: true,
  locked: true,
};
const audit = (changes: Partial<BackupAuditArgs> = {}) =>
  deploy((opts) => new BackupAudit("audit", { ...ARGS, ...changes }, opts));
const controlsOf = async (changes: Partial<BackupAuditArgs> = {}): Promise<any[]> =>
  (await audit(changes)).one("backup/framework:Framework").inputs["controls"];
const valuesOf = (controls: any[], name: string) =>
  Object.fromEntries(
    (controls.find((each) => each.name === name)?.inputParameters ?? []).map((each: any) => [each.name, each.value]),
  );

describe("BackupAudit", () => {
  it("judges encryption, retention and frequency of every backup, and coverage of every cluster", async () => {
    const controls = await controlsOf();
    const common = { requiredRetentionDays: "30" };
    assert.deepEqual(valuesOf(controls, "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK"), common);
    assert.deepEqual(valuesOf(controls, "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK"), {
      requiredFrequencyUnit: "days",
      requiredFrequencyValue: "1",
      ...common,
    });
    assert.ok(controls.some((each) => each.name === "BACKUP_RECOVERY_POINT_ENCRYPTED"));
    for (const name of ["BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", "BACKUP_LAST_RECOVERY_POINT_CREATED"]) {
      const { scope } = controls.find((each) => each.name === name);
      assert.deepEqual(scope, { complianceResourceTypes: ["Aurora"] });
    }
  });

  for (const [name, off] of [
    ["BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK", { locked: false }],
    ["BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", { copies: false }],
  ] as const)
    it(`expects ${name} only where there is one`, async () => {
      assert.ok((await controlsOf()).some((each) => each.name === name));
      assert.ok(!(await controlsOf(off)).some((each) => each.name === name));
    });

  it("compares what restore tests measured with the RTO, where there is one", async () => {
    const name = "RESTORE_TIME_FOR_RESOURCES_MEET_TARGET";
    assert.deepEqual(valuesOf(await controlsOf({ rtoMinutes: 240 }), name), { maxRestoreTime: "240" });
    assert.ok(!(await controlsOf()).some((each) => each.name === name));
  });

  it("puts a report of each kind into the bucket, under names without hyphens", async () => {
    const deployed = await audit();
    assert.equal(deployed.one("backup/framework:Framework").inputs["name"], "telehealth_prod_backups");
    const reports = deployed.all("backup/reportPlan:ReportPlan").map(({ inputs }) => inputs);
    assert.deepEqual(
      reports.map((each) => [each["name"], each["reportSetting"].reportTemplate]),
      [
        ["telehealth_prod_backups", "BACKUP_JOB_REPORT"],
        ["telehealth_prod_copies", "COPY_JOB_REPORT"],
        ["telehealth_prod_restores", "RESTORE_JOB_REPORT"],
        ["telehealth_prod_compliance", "RESOURCE_COMPLIANCE_REPORT"],
      ],
    );
    for (const { reportDeliveryChannel } of reports) {
      assert.equal(reportDeliveryChannel.s3BucketName, "evidence");
      assert.equal(reportDeliveryChannel.s3KeyPrefix, "backup");
    }
    assert.equal(reports.at(-1)?.["reportSetting"].frameworkArns.length, 1);
  });

  it("refuses a name with a hyphen", async () => {
    await assert.rejects(() => audit({ namePrefix: "telehealth-prod" }), /namePrefix: "telehealth-prod" is refused/);
  });

  it("lets the reports in, and nothing else, before their role exists", () => {
    const role =
      "arn:aws:iam::111122223333:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports";
    assert.deepEqual(reportDelivery("arn:aws:s3:::evidence", "111122223333"), [
      {
        Sid: "BackupReports",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::evidence/backup/*",
        Condition: {
          ArnEquals: { "aws:PrincipalArn": role },
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
        },
      },
    ]);
  });
});
