import type { Field } from "../engine/field";
import { rule } from "../rule";

export const ecsTaskRoleShared = rule({
  id: "ecs-task-role-shared",
  title: "A task's code does not hold the permissions that ECS needs to start it",
  family: "access",
  severity: "medium",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Give taskRoleArn a role of its own, or leave it out; executionRoleArn reads secrets and pulls images",
  types: ["aws:ecs/taskDefinition:TaskDefinition"],
  checkInStack: (task, stack) => {
    const [run, start] = [task.at("taskRoleArn"), task.at("executionRoleArn")];
    if (run.absent || start.absent) return undefined;
    const problem = "the code can read every secret that the task starts with, because both roles are the same";
    if (!run.unknown && !start.unknown) return run.text === start.text ? run.refuse(problem) : undefined;
    const rolesOf = (field: Field) => stack.madeFrom(task, field).filter((urn) => urn.includes("aws:iam/role:Role::"));
    const [ran, started] = [rolesOf(run), rolesOf(start)];
    if (ran.length === 0 || started.length === 0) return run.later();
    return ran.some((each) => started.includes(each)) ? run.refuse(problem) : undefined;
  },
});
