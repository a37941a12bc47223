import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const snsTopicEncryption = rule({
  id: "sns-topic-encryption",
  title: "Topics encrypt messages with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set kmsMasterKeyId to a key of this project that the publishing services may use",
  types: ["aws:sns/topic:Topic"],
  check: (topic) => ourKey(topic.at("kmsMasterKeyId"), "messages are encrypted"),
});
