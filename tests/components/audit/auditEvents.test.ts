import { strict as assert } from "node:assert";
import { LOG_TAMPERING } from "../../../components/shared/logTampering";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { auditEvents } from "../../../components/audit/auditEvents";
import { matches } from "./filterPattern";

const USER = { type: "IAMUser", userName: "clinician" };
const call = (source: string, eventName: string, more: object = {}) => ({
  eventSource: `${source}.amazonaws.com`,
  eventName,
  userIdentity: USER,
  sourceIPAddress: "203.0.113.7",
  ...more,
});
const signIn = (MFAUsed: string, ConsoleLogin = "Success", more: object = {}) =>
  call("signin", "ConsoleLogin", { additionalEventData: { MFAUsed }, responseElements: { ConsoleLogin }, ...more });

/** For each event: records of CloudTrail that must ring, and some that look alike and must not. */
const RECORDS: Readonly<Record<string, { rings: object[]; rests: object[] }>> = {
  "unauthorized-calls": {
    rings: [
      call("s3", "GetObject", { errorCode: "AccessDenied" }),
      call("kms", "Decrypt", { errorCode: "AccessDeniedException" }),
      call("ec2", "RunInstances", { errorCode: "Client.UnauthorizedOperation" }),
    ],
    rests: [call("s3", "GetObject"), call("s3", "HeadBucket", { errorCode: "AccessDenied" })],
  },
  "sign-in-without-mfa": {
    rings: [signIn("No")],
    rests: [signIn("Yes"), signIn("No", "Failure"), signIn("No", "Success", { userIdentity: { type: "AssumedRole" } })],
  },
  "root-used": {
    rings: [call("iam", "CreateUser", { userIdentity: { type: "Root" }, eventType: "AwsApiCall" })],
    rests: [
      call("kms", "Decrypt", {
        userIdentity: { type: "Root", invokedBy: "backup.amazonaws.com" },
        eventType: "AwsApiCall",
      }),
      call("iam", "CreateUser", { eventType: "AwsApiCall" }),
    ],
  },
  "permissions-changed": {
    rings: [call("iam", "PutRolePolicy"), call("iam", "DetachGroupPolicy")],
    rests: [call("iam", "GetRole"), call("s3", "PutRolePolicy")],
  },
  "credentials-widened": {
    rings: [call("iam", "CreateAccessKey"), call("iam", "DeactivateMFADevice")],
    rests: [call("iam", "ListAccessKeys"), call("iam", "EnableMFADevice")],
  },
  "trail-changed": { rings: [call("cloudtrail", "StopLogging")], rests: [call("cloudtrail", "DescribeTrails")] },
  "sign-in-failures": {
    rings: [call("signin", "ConsoleLogin", { errorMessage: "Failed authentication" })],
    rests: [signIn("Yes")],
  },
  "key-disabled": {
    rings: [call("kms", "DisableKey"), call("kms", "ScheduleKeyDeletion")],
    rests: [call("kms", "Decrypt")],
  },
  "bucket-policy-changed": {
    rings: [call("s3", "PutBucketPolicy"), call("s3", "DeleteAccountPublicAccessBlock")],
    rests: [call("s3", "PutObject")],
  },
  "config-changed": { rings: [call("config", "StopConfigurationRecorder")], rests: [call("config", "PutEvaluations")] },
  "security-group-changed": {
    rings: [call("ec2", "AuthorizeSecurityGroupIngress")],
    rests: [call("ec2", "DescribeSecurityGroups")],
  },
  "network-acl-changed": {
    rings: [call("ec2", "ReplaceNetworkAclAssociation")],
    rests: [call("ec2", "DescribeNetworkAcls")],
  },
  "gateway-changed": {
    rings: [call("ec2", "AttachInternetGateway")],
    rests: [call("ec2", "DescribeInternetGateways")],
  },
  "routes-changed": {
    rings: [call("ec2", "CreateRoute"), call("ec2", "ReplaceRouteTableAssociation")],
    rests: [call("ec2", "DescribeRouteTables"), call("appmesh", "CreateRoute")],
  },
  "vpc-changed": {
    rings: [call("ec2", "AcceptVpcPeeringConnection")],
    rests: [call("ec2", "DescribeVpcs")],
  },
  "organization-changed": {
    rings: [call("organizations", "LeaveOrganization")],
    rests: [call("organizations", "ListAccounts"), call("ram", "CreatePolicy")],
  },
  "log-deleted": {
    rings: [...LOG_TAMPERING.map((name) => call("logs", name))],
    rests: [call("logs", "PutLogEvents"), call("logs", "GetDataProtectionPolicy")],
  },
  "protection-lifted": {
    rings: [
      call("rds", "ModifyDBCluster", { requestParameters: { deletionProtection: false } }),
      call("cognito-idp", "UpdateUserPool", { requestParameters: { deletionProtection: "INACTIVE" } }),
    ],
    rests: [
      call("rds", "ModifyDBCluster", { requestParameters: { deletionProtection: true } }),
      call("rds", "ModifyDBCluster", { requestParameters: {} }),
    ],
  },
  "backup-tampered": {
    rings: [call("backup", "DeleteRecoveryPoint"), call("backup", "PutBackupVaultAccessPolicy")],
    rests: [call("backup", "StartBackupJob")],
  },
  "break-glass": {
    rings: [
      call("sts", "AssumeRole", {
        requestParameters: { roleArn: "arn:aws:iam::111122223333:role/telehealth-prod-break-glass" },
      }),
    ],
    rests: [
      call("sts", "AssumeRole", {
        requestParameters: { roleArn: "arn:aws:iam::111122223333:role/telehealth-prod-api" },
      }),
      call("iam", "GetRole", { requestParameters: { roleName: "telehealth-prod-break-glass" } }),
    ],
  },
};

describe("the events that people hear of", () => {
  const events = auditEvents(["telehealth-prod-break-glass"]);

  for (const { name, pattern } of events)
    it(`${name} rings for what it is about and for nothing that looks like it`, () => {
      const { rings, rests } = RECORDS[name] ?? assert.fail(`no records for ${name}`);
      for (const each of rings) assert.ok(matches(pattern, each), JSON.stringify(each));
      for (const each of rests) assert.ok(!matches(pattern, each), JSON.stringify(each));
    });

  it("fit into a filter of CloudWatch, each with a name of its own", () => {
    assert.equal(new Set(events.map(({ name }) => name)).size, events.length);
    for (const { name, pattern } of events) assert.ok(pattern.length <= 1024, `${name}: ${pattern.length} characters`);
  });

  it("say why, and point to a page that exists", () => {
    for (const { why, runbook } of events) {
      assert.ok(why.length > 20);
      assert.ok(existsSync(join(__dirname, "../../../docs/runbooks", `${runbook}.md`)), runbook);
    }
  });

  it("have no event for emergencies where there is no such role", () => {
    assert.ok(!auditEvents([]).some(({ name }) => name === "break-glass"));
  });

  const DEPLOY = ["deploy-telehealth-dev", "deploy-telehealth-staging", "deploy-telehealth-prod"];
  const by = (arn: string | undefined) => ({ userIdentity: arn === undefined ? { type: "AWSService" } : { arn } });

  for (const { name, pattern, threshold, byDeployments } of auditEvents([], DEPLOY)) {
    if (byDeployments === undefined) continue;
    it(`${name} rings for the first change by anybody but a deployment`, () => {
      assert.equal(threshold, 1);
      assert.ok(pattern.length <= 1024, `${pattern.length} characters`);
      for (const each of RECORDS[name]?.rings ?? []) {
        for (const role of DEPLOY) {
          const session = by(`arn:aws:sts::111122223333:assumed-role/${role}/run`);
          assert.ok(!matches(pattern, { ...each, ...session }), role);
        }
        for (const arn of [
          undefined,
          "arn:aws:iam::111122223333:user/clinician",
          "arn:aws:iam::111122223333:user/deploy-telehealth-prod/clinician",
          "arn:aws:sts::111122223333:assumed-role/deploy-telehealth-prod-2/run",
        ])
          assert.ok(matches(pattern, { ...each, ...by(arn) }), String(arn));
      }
    });
  }

  it("ring in numbers only where no role for deployments is known", () => {
    const counted = auditEvents([]).filter(({ byDeployments }) => byDeployments);
    assert.ok(counted.length > 0);
    for (const { threshold = 1, pattern } of counted) {
      assert.ok(threshold > 1);
      assert.doesNotMatch(pattern, /assumed-role/);
    }
  });
});
