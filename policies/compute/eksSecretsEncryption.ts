import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const eksSecretsEncryption = rule({
  id: "eks-secrets-encryption",
  title: "Kubernetes secrets are encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encryptionConfig with resources secrets and provider.keyArn of this project",
  types: ["aws:eks/cluster:Cluster"],
  check: (cluster) => ourKey(cluster.at("encryptionConfig", "provider", "keyArn"), "secrets are encrypted"),
});
