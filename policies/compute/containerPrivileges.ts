import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { containersOf } from "../shared/environments";

/** Capabilities that reach past the container; NET_BIND_SERVICE and the like do not. */
const REACHING = /^(ALL|SYS_ADMIN|SYS_MODULE|SYS_RAWIO|SYS_BOOT|NET_ADMIN|NET_RAW|DAC_READ_SEARCH|BPF)$/i;
const HOST = /^host$/i;
const SOCKET = /^\/(proc|sys|etc|root|var\/lib\/docker|var\/run)?\/?$|docker\.sock|containerd\.sock/;

export const containerPrivileges = rule({
  id: "container-privileges",
  title: "Containers are isolated from their host and from each other",
  family: "effective-settings",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Leave it out; a task uses networkMode awsvpc",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  check: (task) => {
    const mounted = task.at("volumes").items.map((each) => each.at("hostPath"));
    const containers = task.at("containerDefinitions");
    return [
      ...["networkMode", "pidMode", "ipcMode"].map((each) => shares(task.at(each))),
      ...mounted.map((each) =>
        each.unknown
          ? each.later()
          : SOCKET.test(each.text ?? "")
            ? each.refuse("the host's files are mounted into the task")
            : undefined,
      ),
      containers.unknown ? containers.later() : containersOf(containers).map((each) => reaches(each)),
    ];
  },
});

function shares(mode: Field) {
  if (mode.unknown) return mode.later();
  return HOST.test(mode.text ?? "") ? mode.refuse("the task shares it with the host and all other tasks") : undefined;
}

function reaches(container: Field): Outcomes {
  if (container.unknown) return container.later();
  const privileged = container.at("privileged");
  const added = container.at("linuxParameters", "capabilities", "add").items;
  return [
    privileged.unknown
      ? privileged.later()
      : privileged.flag === true
        ? privileged.refuse("the container has the privileges of root on the host")
        : undefined,
    ...added.map((each) =>
      each.unknown
        ? each.later()
        : REACHING.test((each.text ?? "").replace(/^CAP_/i, ""))
          ? each.refuse("it weakens the container's isolation")
          : undefined,
    ),
  ];
}
