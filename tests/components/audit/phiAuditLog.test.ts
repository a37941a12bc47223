import { strict as assert } from "node:assert";
import { auditWriterStatements, PhiAuditLog } from "../../../components/audit/phiAuditLog";
import { deploy, promiseOf } from "../../harness";
import { policyDocument } from "../../../components/shared/policyDocument";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/logs";
const ARN = "arn:aws:logs:us-east-1:111122223333:log-group:/telehealth/prod/audit";
const log = (deletionProtection = true) =>
  deploy(
    (opts) =>
      new PhiAuditLog(
        "audit",
        { logGroupName: "/telehealth/prod/audit", logKmsKeyArn: KEY, logRetentionDays: 2192, deletionProtection },
        opts,
      ),
  );
const parsed = async (statement: Parameters<typeof policyDocument>[0]) =>
  JSON.parse(await promiseOf(policyDocument(statement))).Statement;

describe("PhiAuditLog", () => {
  it("keeps the record encrypted for as long as it is told, and cannot be deleted", async () => {
    const { inputs, opts } = (await log()).one("cloudwatch/logGroup:LogGroup", "audit-log");
    assert.equal(inputs["name"], "/telehealth/prod/audit");
    assert.deepEqual([inputs["kmsKeyId"], inputs["retentionInDays"]], [KEY, 2192]);
    assert.equal(inputs["deletionProtectionEnabled"], true);
    assert.equal(opts.protect, true);
    const open = (await log(false)).one("cloudwatch/logGroup:LogGroup", "audit-log");
    assert.equal(open.inputs["deletionProtectionEnabled"], false);
  });

  it("masks what should not be in it, and writes down that it was", async () => {
    const deployed = await log();
    const { logGroupName, policyDocument: text } = deployed.one(
      "cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    ).inputs;
    assert.equal(logGroupName, "/telehealth/prod/audit");
    const [find, mask] = JSON.parse(text).Statement;
    assert.deepEqual(find.DataIdentifier, mask.DataIdentifier);
    assert.ok(mask.DataIdentifier.includes("arn:aws:dataprotection::aws:data-identifier/Ssn-US"));
    assert.deepEqual(mask.Operation, { Deidentify: { MaskConfig: {} } });
    const findings = find.Operation.Audit.FindingsDestination.CloudWatchLogs.LogGroup;
    const group = deployed.one("cloudwatch/logGroup:LogGroup", "audit-findings").inputs;
    assert.equal(group["name"], findings);
    assert.match(findings, /^\/aws\/vendedlogs\//);
    assert.equal(group["kmsKeyId"], KEY);
  });

  it("may be added to by the application, and neither read nor changed", async () => {
    const [write, ...more] = await parsed(auditWriterStatements(ARN));
    assert.deepEqual(more, []);
    assert.deepEqual(write.Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    assert.equal(write.Resource, `${ARN}:log-stream:*`);
  });
});
