import { isOneOf } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const STREAM = "aws:kinesis/stream:Stream";

export const kinesisEncryption = rule({
  id: "kinesis-encryption",
  title: "Data and video streams encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encryptionType to KMS and kmsKeyId to a key of this project",
  types: [STREAM, "aws:kinesis/videoStream:VideoStream"],
  check: (stream) => [
    stream.type === STREAM
      ? isOneOf(stream.at("encryptionType"), ["KMS"], "records are stored unencrypted", "NONE")
      : undefined,
    ourKey(stream.at("kmsKeyId"), "records are encrypted"),
  ],
});
