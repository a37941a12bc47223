import { isOneOf, isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey, ourKeyIfAny } from "../shared/key";

export const firehoseEncryption = rule({
  id: "firehose-encryption",
  title: "Delivery streams encrypt what they buffer and deliver with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set serverSideEncryption to enabled, CUSTOMER_MANAGED_CMK and a keyArn of this project",
  types: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
  check: (stream) => {
    const sse = stream.at("serverSideEncryption");
    const s3 = stream.at("extendedS3Configuration");
    const delivered = [
      ourKeyIfAny(s3.at("kmsKeyArn"), "delivered objects are encrypted"),
      ourKeyIfAny(s3.at("s3BackupConfiguration", "kmsKeyArn"), "delivered copies are encrypted"),
    ];
    // What comes from a stream or from Kafka is encrypted there, and Firehose refuses a key of its own.
    if (!stream.at("kinesisSourceConfiguration").absent || !stream.at("mskSourceConfiguration").absent)
      return delivered;
    return [
      ...delivered,
      isTrue(sse.at("enabled"), "buffered records are not encrypted"),
      sse.at("enabled").flag === true
        ? [
            isOneOf(
              sse.at("keyType"),
              ["CUSTOMER_MANAGED_CMK"],
              "buffered records are encrypted with a key that AWS owns",
              "AWS_OWNED_CMK",
            ),
            ourKey(sse.at("keyArn"), "buffered records are encrypted"),
          ]
        : undefined,
    ];
  },
});
