import { rule } from "../rule";
import { judgesKeys, type KeyTable } from "../shared/keyTable";

/** What patients say, write or are called by: recordings, transcripts, mail and profiles. */
const KEYS: KeyTable = {
  "aws:connect/instanceStorageConfig:InstanceStorageConfig": [
    "storageConfig.s3Config?.encryptionConfig.keyId",
    "storageConfig.kinesisVideoStreamConfig?.encryptionConfig.keyId",
  ],
  "aws:customerprofiles/domain:Domain": ["defaultEncryptionKey"],
  "aws:chime/sdkvoiceVoiceProfileDomain:SdkvoiceVoiceProfileDomain": ["serverSideEncryptionConfiguration.kmsKeyArn"],
  "aws:mailmanager/archive:Archive": ["kmsKeyArn"],
  "aws:workmail/organization:Organization": ["kmsKeyArn"],
  "aws:lex/botAlias:BotAlias": ["conversationLogs?.logSettings?.kmsKeyArn?"],
  "aws:appintegrations/dataIntegration:DataIntegration": ["kmsKey"],
  "aws:location/geofenceCollection:GeofenceCollection": ["kmsKeyId"],
  "aws:location/tracker:Tracker": ["kmsKeyId"],
};

export const contactCentreEncryption = rule({
  id: "contact-centre-encryption",
  title: "Calls, transcripts, mail and profiles of patients encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Name a key of this project, with encryptionType KMS where there is one",
  types: Object.keys(KEYS),
  check: judgesKeys(KEYS, "what is kept is encrypted"),
});
