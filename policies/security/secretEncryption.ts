import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const secretEncryption = rule({
  id: "secret-encryption",
  title: "Secrets and their replicas encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.312(d)"],
  remediation: "Set kmsKeyId to a key of this project, in every region the secret is copied to",
  types: ["aws:secretsmanager/secret:Secret"],
  check: (secret) => [
    ourKey(secret.at("kmsKeyId"), "the secret is encrypted"),
    ...secret.at("replicas").items.map((each) => ourKey(each.at("kmsKeyId"), "the replica is encrypted")),
  ],
});
