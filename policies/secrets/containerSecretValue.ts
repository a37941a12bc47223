import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { parsed } from "../shared/parsed";
import { secretInScript } from "../shared/scriptText";
import { noSecretsAmong, noSecretsIn } from "../shared/secretText";

const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const EXPRESS = "aws:ecs/expressGatewayService:ExpressGatewayService";
const JOB = "aws:batch/jobDefinition:JobDefinition";
const APP_RUNNER = "aws:apprunner/service:Service";
const LIGHTSAIL = "aws:lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion";

export const containerSecretValue = rule({
  id: "container-secret-value",
  title: "Containers get references to secrets, not their values",
  family: "secrets",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation:
    "Move it to secrets, with a Secrets Manager ARN as valueFrom: everybody who may describe the task can read its environment",
  types: [TASK, EXPRESS, JOB, APP_RUNNER, LIGHTSAIL],
  check: (resource): Outcomes => {
    if (resource.type === TASK) return containers(resource.at("containerDefinitions"));
    if (resource.type === EXPRESS) return noSecretsAmong(resource.at("primaryContainer", "environments"));
    if (resource.type === LIGHTSAIL)
      return resource.at("containers").items.map((each) => noSecretsIn(each.at("environment")));
    if (resource.type === APP_RUNNER) {
      const source = resource.at("sourceConfiguration");
      return [
        noSecretsIn(source.at("imageRepository", "imageConfiguration", "runtimeEnvironmentVariables")),
        noSecretsIn(
          source.at("codeRepository", "codeConfiguration", "codeConfigurationValues", "runtimeEnvironmentVariables"),
        ),
      ];
    }
    const single = resource.at("containerProperties");
    const pod = parsed(resource.at("eksProperties")).at("podProperties");
    const nodes = parsed(resource.at("nodeProperties")).at("nodeRangeProperties").items;
    return [
      single.unknown ? single.later() : noSecretsAmong(parsed(single).at("environment")),
      containers(parsed(resource.at("ecsProperties")).at("taskProperties", "containers")),
      pod.at("containers").items.map((each) => noSecretsAmong(each.at("env"))),
      nodes.map((each) => noSecretsAmong(each.at("container", "environment"))),
    ];
  },
});

function containers(field: Field): Outcomes {
  if (field.unknown) return field.later();
  return parsed(field).items.map((each): Outcomes => {
    if (each.unknown) return each.later();
    const started = ["command", "entryPoint"].map((key) => each.at(key));
    return [
      noSecretsAmong(each.at("environment")),
      noSecretsIn(each.at("dockerLabels")),
      noSecretsIn(each.at("logConfiguration", "options")),
      started.map((command) => {
        const words = command.items.map((word) => word.text ?? "").join(" ");
        const secret = secretInScript(words);
        return secret === undefined ? undefined : command.refuse(`holds ${secret}`);
      }),
    ];
  });
}
