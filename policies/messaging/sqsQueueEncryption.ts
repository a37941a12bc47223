import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const sqsQueueEncryption = rule({
  id: "sqs-queue-encryption",
  title: "Queues encrypt messages with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set kmsMasterKeyId to a key of this project; sqsManagedSseEnabled uses a key that AWS owns",
  types: ["aws:sqs/queue:Queue"],
  check: (queue) => ourKey(queue.at("kmsMasterKeyId"), "messages are encrypted"),
});
