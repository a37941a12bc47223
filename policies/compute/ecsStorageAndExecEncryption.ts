import { isNotFalse } from "../engine/expect";
import { rule } from "../rule";
import { ourKey, ourKeyIfAny } from "../shared/key";

export const ecsStorageAndExecEncryption = rule({
  id: "ecs-storage-and-exec-encryption",
  title: "ECS Exec sessions and the storage of tasks encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)", "164.312(e)(1)"],
  remediation: "Name a key of this project, and turn encryption of the session's log on",
  types: ["aws:ecs/cluster:Cluster"],
  check: (cluster) => {
    const exec = cluster.at("configuration", "executeCommandConfiguration");
    const storage = cluster.at("configuration", "managedStorageConfiguration");
    const log = exec.at("logConfiguration");
    const logged = (destination: string, flag: string) =>
      log.at(destination).absent || log.at(flag).flag === true
        ? undefined
        : isNotFalse(log.at(flag), "the input and output of a session are logged unencrypted", `Set ${flag} to true`);
    return [
      exec.absent ? undefined : ourKey(exec.at("kmsKeyId"), "sessions into containers are encrypted"),
      logged("cloudWatchLogGroupName", "cloudWatchEncryptionEnabled"),
      logged("s3BucketName", "s3BucketEncryptionEnabled"),
      ourKeyIfAny(storage.at("fargateEphemeralStorageKmsKeyId"), "the tasks' own storage is encrypted"),
      ourKeyIfAny(storage.at("kmsKeyId"), "the tasks' volumes are encrypted"),
    ];
  },
});
