import { Field } from "../engine/field";
import { rule } from "../rule";
import { ourKey } from "../shared/key";
import { parsed } from "../shared/parsed";

export const ssmSessionEncryption = rule({
  id: "ssm-session-encryption",
  title: "Systems Manager sessions are encrypted, in transit and in their logs",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.312(e)(1)"],
  remediation: "Set kmsKeyId to a key of this project, and s3EncryptionEnabled and cloudWatchEncryptionEnabled to true",
  types: ["aws:ssm/document:Document"],
  check: (document) => {
    if (document.at("documentType").text !== "Session") return undefined;
    const content = document.at("content");
    if (content.unknown) return content.later();
    const inputs = parsed(content).at("inputs");
    const wrong = (problem: string) => content.refuse(problem);
    const kept = (place: string, flag: string) =>
      inputs.at(place).absent || inputs.at(flag).flag === true
        ? undefined
        : wrong(`${flag} is not true: the log is not encrypted`);
    const key = new Field(inputs.at("kmsKeyId").value, "content");
    return [
      key.text?.includes("{{") === true ? undefined : ourKey(key, "sessions are encrypted"),
      kept("s3BucketName", "s3EncryptionEnabled"),
      kept("cloudWatchLogGroupName", "cloudWatchEncryptionEnabled"),
    ];
  },
});
