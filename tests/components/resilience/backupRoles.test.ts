import { strict as assert } from "node:assert";
import { BackupRoles } from "../../../components/resilience/backupRoles";
import { deploy, waitsFor } from "../../harness";

const roles = () =>
  deploy((opts) => new BackupRoles("backup", { location: { accountId: "111122223333", region: "us-east-1" } }, opts));

describe("BackupRoles", () => {
  it("are taken by AWS Backup for our account only", async () => {
    const made = (await roles()).all("iam/role:Role");
    assert.equal(made.length, 2);
    for (const { inputs } of made)
      assert.deepEqual(JSON.parse(inputs["assumeRolePolicy"]).Statement, [
        {
          Effect: "Allow",
          Principal: { Service: "backup.amazonaws.com" },
          Action: "sts:AssumeRole",
          Condition: { StringEqualsIfExists: { "aws:SourceAccount": "111122223333" } },
        },
      ]);
  });

  it("have the policies of their work and not the other's, with those of S3 under their own path", async () => {
    const held = (await roles()).all("iam/rolePolicyAttachment:RolePolicyAttachment");
    assert.deepEqual(
      held.map(({ inputs }) => [inputs["role"], inputs["policyArn"]]),
      [
        ["backup-backup", "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup"],
        ["backup-backup", "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Backup"],
        ["backup-restore", "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores"],
        ["backup-restore", "arn:aws:iam::aws:policy/AWSBackupServiceRolePolicyForS3Restore"],
      ],
    );
  });

  it("are used once they have their rights", async () => {
    const { result } = await roles();
    for (const [arn, use] of [
      [result.backupRoleArn, "backup"],
      [result.restoreRoleArn, "restore"],
    ] as const)
      assert.deepEqual(await waitsFor(arn), [`backup-${use}`, `backup-${use}-all`, `backup-${use}-s3`]);
  });
});
