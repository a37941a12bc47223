import { strict as assert } from "node:assert";
import { BreakGlassRole, type BreakGlassRoleArgs } from "../../../components/security/breakGlass";
import { deploy, promiseOf } from "../../harness";

const ACCOUNT = "111122223333";
const TOPIC = `arn:aws:sns:us-east-1:${ACCOUNT}:alerts`;
const ALEX = `arn:aws:iam::${ACCOUNT}:user/alex`;
const OPEN = { from: "2026-11-24T09:00:00Z", until: "2026-11-24T17:00:00Z", reason: "INC-42 database unreachable" };
const READ = { Sid: "Read", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::files/*" } as const;
const ARGS: BreakGlassRoleArgs = {
  roleName: "telehealth-prod-break-glass",
  people: [ALEX],
  access: OPEN,
  statements: [READ],
  alertsTopicArn: TOPIC,
  location: { accountId: ACCOUNT, region: "us-east-1" },
};
const glass = (changes: Partial<BreakGlassRoleArgs> = {}) =>
  deploy((opts) => new BreakGlassRole("emergency", { ...ARGS, ...changes }, opts));
const role = async (changes: Partial<BreakGlassRoleArgs> = {}) => (await glass(changes)).one("iam/role:Role").inputs;
const trust = async (changes: Partial<BreakGlassRoleArgs> = {}) =>
  JSON.parse((await role(changes))["assumeRolePolicy"]).Statement;
const permissions = async (changes: Partial<BreakGlassRoleArgs> = {}) =>
  JSON.parse((await glass(changes)).one("iam/rolePolicy:RolePolicy").inputs["policy"]).Statement as any[];
/** Whether an action matches one of IAM's patterns. */
const covered = (action: string, patterns: string[]) =>
  patterns.some((each) => new RegExp(`^${each.replaceAll("*", ".*")}$`).test(action));

describe("BreakGlassRole", () => {
  it("admits named people alone, with MFA of the last minutes, in the window", async () => {
    assert.deepEqual(await trust(), [
      {
        Sid: "PeopleWithMfa",
        Effect: "Allow",
        // No principal that has to exist: IAM refuses a policy that names nobody.
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: "sts:AssumeRole",
        Condition: {
          ArnEquals: { "aws:PrincipalArn": [ALEX] },
          Bool: { "aws:MultiFactorAuthPresent": "true" },
          NumericLessThan: { "aws:MultiFactorAuthAge": "900" },
          DateGreaterThanEquals: { "aws:CurrentTime": OPEN.from },
          DateLessThan: { "aws:CurrentTime": OPEN.until },
        },
      },
    ]);
  });

  it("lets a session last an hour, under a name that alarms know, and says why it is open", async () => {
    const { maxSessionDuration, name, description } = await role();
    assert.deepEqual([maxSessionDuration, name], [3600, "telehealth-prod-break-glass"]);
    assert.match(description, /INC-42/);
    assert.match((await role({ access: "closed" }))["description"], /closed/);
  });

  it("allows nothing outside the window, to open sessions either", async () => {
    const [before, after] = (await permissions()).slice(-2);
    assert.deepEqual([before.Effect, before.Action, before.Resource], ["Deny", "*", "*"]);
    assert.deepEqual(before.Condition, { DateLessThan: { "aws:CurrentTime": OPEN.from } });
    assert.deepEqual([after.Effect, after.Action, after.Resource], ["Deny", "*", "*"]);
    assert.deepEqual(after.Condition, { DateGreaterThanEquals: { "aws:CurrentTime": OPEN.until } });
  });

  it("has a window without an instant in it while it is closed", async () => {
    const [{ Condition }] = await trust({ access: "closed" });
    assert.equal(Condition.DateGreaterThanEquals["aws:CurrentTime"], Condition.DateLessThan["aws:CurrentTime"]);
    const [before, after] = (await permissions({ access: "closed" })).slice(-2);
    const [starts, ends] = [before.Condition.DateLessThan, after.Condition.DateGreaterThanEquals];
    assert.equal(starts["aws:CurrentTime"], ends["aws:CurrentTime"]);
  });

  it("gives what it is told to, but never the audit trail, the backups, the keys and rights", async () => {
    const [first, never] = await permissions();
    assert.deepEqual(first, READ);
    assert.deepEqual([never.Effect, never.Resource, never.Condition], ["Deny", "*", undefined]);
    for (const action of [
      "cloudtrail:StopLogging",
      "logs:DeleteLogGroup",
      "logs:PutLogGroupDeletionProtection",
      "logs:PutDataProtectionPolicy",
      "logs:PutRetentionPolicy",
      "logs:Unmask",
      "backup:DeleteRecoveryPoint",
      "backup:DeleteBackupVault",
      "rds:DeleteDBClusterSnapshot",
      "rds:DeleteDBClusterAutomatedBackup",
      "s3:DeleteObjectVersion",
      "s3:DeleteBucketPolicy",
      "s3:PutBucketVersioning",
      "s3:PutLifecycleConfiguration",
      "kms:ScheduleKeyDeletion",
      "kms:DisableKey",
      "iam:PutRolePolicy",
      "iam:UpdateAssumeRolePolicy",
      "iam:CreateAccessKey",
      "sts:AssumeRole",
    ])
      assert.ok(covered(action, never.Action), action);
    for (const action of ["iam:PassRole", "ecs:RunTask", "s3:GetObject", "logs:FilterLogEvents", "kms:Decrypt"])
      assert.ok(!covered(action, never.Action), action);
  });

  it("tells people of each use and each change", async () => {
    const deployed = await glass();
    const pattern = JSON.parse(deployed.one("cloudwatch/eventRule:EventRule").inputs["eventPattern"]);
    assert.deepEqual(pattern.detail.$or, [
      {
        eventName: ["AssumeRole"],
        requestParameters: { roleArn: [`arn:aws:iam::${ACCOUNT}:role/telehealth-prod-break-glass`] },
      },
      { eventName: pattern.detail.$or[1].eventName, requestParameters: { roleName: ["telehealth-prod-break-glass"] } },
    ]);
    const changes: string[] = pattern.detail.$or[1].eventName;
    for (const each of ["PutRolePolicy", "UpdateAssumeRolePolicy", "AttachRolePolicy"])
      assert.ok(changes.includes(each));
    // What a preview does all day must not ring.
    assert.deepEqual(
      changes.filter((each) => /^(Get|List)/.test(each)),
      [],
    );
    // CloudTrail calls AssumeRole read-only, and a rule that is merely enabled does not see such calls.
    const rule = deployed.one("cloudwatch/eventRule:EventRule").inputs;
    assert.equal(rule["state"], "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
    assert.deepEqual(pattern.source, ["aws.sts", "aws.iam"]);
    const { arn, inputTransformer } = deployed.one("cloudwatch/eventTarget:EventTarget").inputs;
    assert.equal(arn, TOPIC);
    assert.match(inputTransformer.inputTemplate, /telehealth-prod-break-glass .*<event> by <who>/);
    assert.deepEqual(Object.keys(inputTransformer.inputPaths).sort(), ["event", "time", "who"]);
  });

  it("refuses everybody who is not one user of the account", async () => {
    for (const who of [
      `arn:aws:iam::${ACCOUNT}:root`,
      `arn:aws:iam::${ACCOUNT}:role/admin`,
      "arn:aws:iam::444455556666:user/alex",
      `arn:aws:iam::${ACCOUNT}:user/*`,
      "*",
    ])
      await assert.rejects(glass({ people: [who] }), /people: .* is not one user of this account/, who);
    await assert.rejects(glass({ people: [] }), /people: nobody/);
    await assert.rejects(glass({ roleName: "break glass" }), /roleName: /);
  });

  it("refuses a window that is too long, the wrong way round, unreadable or without a reason", async () => {
    const open = (changes: Partial<typeof OPEN>) => glass({ access: { ...OPEN, ...changes } });
    await assert.rejects(open({ until: "2026-11-24T21:00:01Z" }), /access\.until: .* 12 hours/);
    await assert.rejects(open({ until: OPEN.from }), /access\.until: .*0 hours/);
    await assert.rejects(open({ until: "tomorrow" }), /access\.until: "tomorrow" is not a time in UTC/);
    await assert.rejects(open({ from: "2026-11-24T09:00:00+01:00" }), /access\.from: /);
    await assert.rejects(open({ from: "2026-13-24T09:00:00Z" }), /access\.from: /);
    await assert.rejects(open({ reason: " " }), /access\.reason: /);
    assert.ok(await open({ until: "2026-11-24T21:00:00Z" }));
  });

  it("returns the role", async () => {
    const { result } = await glass();
    assert.match(await promiseOf(result.roleArn), /telehealth-prod-break-glass$/);
    assert.equal(await promiseOf(result.roleName), "telehealth-prod-break-glass");
  });
});
