import { rule } from "../rule";
import { ourKey } from "../shared/key";

const MQ = "aws:mq/broker:Broker";

export const brokerEncryption = rule({
  id: "broker-encryption",
  title: "Kafka and MQ brokers encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Name a key of this project, and with MQ set useAwsOwnedKey to false",
  types: ["aws:msk/cluster:Cluster", MQ],
  check: (broker) => {
    if (broker.type !== MQ)
      return ourKey(broker.at("encryptionInfo", "encryptionAtRestKmsKeyArn"), "messages are encrypted");
    const options = broker.at("encryptionOptions");
    const owned = options.at("useAwsOwnedKey");
    if (owned.unknown) return owned.later();
    // AWS owns the key unless this says no.
    return owned.flag === false
      ? ourKey(options.at("kmsKeyId"), "messages are encrypted")
      : owned.refuse("messages are encrypted with a key that AWS owns");
  },
});
