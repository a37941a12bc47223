import { rule } from "../rule";
import { judgesKeys, type KeyTable } from "../shared/keyTable";

/** An archive keeps events for months, and the history of an execution what it was given and what it gave back. */
const KEYS: KeyTable = {
  "aws:cloudwatch/eventBus:EventBus": ["kmsKeyIdentifier"],
  "aws:cloudwatch/eventArchive:EventArchive": ["kmsKeyIdentifier"],
  "aws:sfn/stateMachine:StateMachine": ["encryptionConfiguration.kmsKeyId"],
  "aws:scheduler/schedule:Schedule": ["kmsKeyArn"],
  "aws:sfn/activity:Activity": ["encryptionConfiguration.kmsKeyId"],
};

export const eventAndWorkflowEncryption = rule({
  id: "event-and-workflow-encryption",
  title: "Event buses, their archives and the history of workflows encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation:
    "Name a key of this project; on a state machine, set encryptionConfiguration.type to CUSTOMER_MANAGED_KMS_KEY",
  types: Object.keys(KEYS),
  check: judgesKeys(KEYS, "events are encrypted"),
});
