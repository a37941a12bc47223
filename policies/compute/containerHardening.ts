import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { containersOf } from "../shared/environments";

const ROOT = /^(0|root)(:|$)/;

export const containerHardening = rule({
  id: "container-hardening",
  title: "Containers have a read-only root file system, do not run as root and send their output to a log",
  family: "effective-settings",
  severity: "low",
  controls: ["164.312(a)(1)", "164.312(b)"],
  remediation: "Set readonlyRootFilesystem to true, user to a number above 0, and logConfiguration",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  // Whether an image can run so, only its owner knows.
  level: "advisory",
  check: (task): Outcomes => {
    const containers = task.at("containerDefinitions");
    return containers.unknown ? containers.later() : containersOf(containers).map((each) => judge(each));
  },
});

function judge(container: Field): Outcomes {
  if (container.unknown) return container.later();
  const [readonly, user, log] = ["readonlyRootFilesystem", "user", "logConfiguration"].map((key) => container.at(key));
  const asRoot = user !== undefined && ROOT.test(user.text ?? "");
  return [
    readonly?.absent !== true ? undefined : readonly.refuse("an intruder could change the program"),
    asRoot ? user.refuse("the program runs as root") : undefined,
    log?.absent === true ? log.refuse("the container's output is lost") : undefined,
  ];
}
