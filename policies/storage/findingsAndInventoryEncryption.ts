import { rule } from "../rule";
import { judgesKeys, type KeyTable } from "../shared/keyTable";

/** Lists of what a bucket holds: the names of objects often tell whose they are. */
const KEYS: KeyTable = {
  "aws:s3/bucketMetadataConfiguration:BucketMetadataConfiguration": [
    "metadataConfiguration.inventoryTableConfiguration?.encryptionConfiguration.kmsKeyArn",
    "metadataConfiguration.journalTableConfiguration?.encryptionConfiguration.kmsKeyArn",
  ],
  "aws:s3/vectorsVectorBucket:VectorsVectorBucket": ["encryptionConfigurations.kmsKeyArn"],
  "aws:s3/vectorsIndex:VectorsIndex": ["encryptionConfigurations?.kmsKeyArn"],
  "aws:s3/filesFileSystem:FilesFileSystem": ["kmsKeyId"],
  "aws:s3/inventory:Inventory": ["destination.bucket.encryption?.sseKms.keyId"],
  "aws:cfg/deliveryChannel:DeliveryChannel": ["s3KmsKeyArn"],
  "aws:ssm/resourceDataSync:ResourceDataSync": ["s3Destination.kmsKeyArn"],
  "aws:guardduty/publishingDestination:PublishingDestination": ["kmsKeyArn"],
  "aws:macie2/classificationExportConfiguration:ClassificationExportConfiguration": ["s3Destination.kmsKeyArn"],
  "aws:securitylake/dataLake:DataLake": ["configuration.encryptionConfigurations.kmsKeyId"],
  "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault": ["encryptionKeyArn"],
  "aws:ssmincidents/replicationSet:ReplicationSet": ["regions?.kmsKeyArn"],
  "aws:apprunner/service:Service": ["encryptionConfiguration.kmsKey"],
  "aws:elastictranscoder/pipeline:Pipeline": ["awsKmsKeyArn"],
};

export const findingsAndInventoryEncryption = rule({
  id: "findings-and-inventory-encryption",
  title: "Inventories, findings and derived stores encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Name a key of this project",
  types: Object.keys(KEYS),
  check: judgesKeys(KEYS, "data is encrypted"),
});
