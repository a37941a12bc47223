import { rule } from "../rule";
import { judgesKeys, type KeyTable } from "../shared/keyTable";

/** Copies on their way from one store to another: they hold the same records, often with fewer eyes on them. */
const KEYS: KeyTable = {
  "aws:rds/integration:Integration": ["kmsKeyId"],
  "aws:redshift/integration:Integration": ["kmsKeyId"],
  "aws:dms/endpoint:Endpoint": ["kmsKeyArn"],
  "aws:dms/s3Endpoint:S3Endpoint": ["serverSideEncryptionKmsKeyId"],
  "aws:dms/instanceProfile:InstanceProfile": ["kmsKeyArn"],
  "aws:opensearchingest/pipeline:Pipeline": ["encryptionAtRestOptions.kmsKeyArn"],
  "aws:appflow/connectorProfile:ConnectorProfile": ["kmsArn"],
  "aws:timestreamquery/scheduledQuery:ScheduledQuery": ["kmsKeyId"],
  "aws:timestreamwrite/table:Table": [
    "magneticStoreWriteProperties?.magneticStoreRejectedDataLocation?.s3Configuration.kmsKeyId",
  ],
  "aws:dynamodb/tableExport:TableExport": ["s3SseKmsKeyId?"],
  "aws:memorydb/snapshot:Snapshot": ["kmsKeyArn?"],
  "aws:s3tables/table:Table": ["encryptionConfiguration?.kmsKeyArn"],
  "aws:dataexchange/eventAction:EventAction": ["action.exportRevisionToS3.encryption.kmsKeyArn"],
  "aws:m2/environment:Environment": ["kmsKeyId"],
  "aws:m2/application:Application": ["kmsKeyId"],
};

export const dataPipelineEncryption = rule({
  id: "data-pipeline-encryption",
  title: "Integrations, migrations and pipelines between stores encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Name a key of this project",
  types: Object.keys(KEYS),
  check: judgesKeys(KEYS, "data in transfer is encrypted"),
});
