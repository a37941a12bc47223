import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const taskVolumeTls = rule({
  id: "task-volume-tls",
  title: "Tasks mount shared file systems over TLS",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Set efsVolumeConfiguration.transitEncryption to ENABLED",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check: (task) => {
    const volumes = task.at("volumes");
    if (volumes.unknown) return volumes.later();
    return volumes.items.map((each) => {
      const efs = each.at("efsVolumeConfiguration");
      if (efs.absent) return undefined;
      return isOneOf(efs.at("transitEncryption"), ["ENABLED"], "files travel to the task in clear text");
    });
  },
});
