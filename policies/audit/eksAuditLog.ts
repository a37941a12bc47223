import { rule } from "../rule";

export const eksAuditLog = rule({
  id: "eks-audit-log",
  title: "The Kubernetes API logs who requested what",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation: "Set enabledClusterLogTypes to api, audit and authenticator",
  types: ["aws:eks/cluster:Cluster"],
  check: (cluster) => {
    const types = cluster.at("enabledClusterLogTypes");
    if (types.unknown || types.items.some((each) => each.unknown)) return types.later();
    return types.items.some(({ text }) => text === "audit") ? undefined : types.refuse("the audit log is off");
  },
});
