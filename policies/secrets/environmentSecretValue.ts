import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { parsed } from "../shared/parsed";
import { noSecret, noSecretsAmong, noSecretsIn } from "../shared/secretText";

const CODEBUILD = "aws:codebuild/project:Project";
const PIPELINE = "aws:codepipeline/pipeline:Pipeline";
const GLUE = "aws:glue/job:Job";
const BEANSTALK = "aws:elasticbeanstalk/environment:Environment";
/** Where the other types keep what their code is given. */
const BLOCKS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "aws:lambda/function:Function": [["environment", "variables"]],
  "aws:apigateway/stage:Stage": [["variables"]],
  "aws:apigatewayv2/stage:Stage": [["stageVariables"]],
  "aws:synthetics/canary:Canary": [["runConfig", "environmentVariables"]],
  "aws:sagemaker/model:Model": [["primaryContainer", "environment"]],
  "aws:cloudformation/stack:Stack": [["parameters"]],
  "aws:ssm/association:Association": [["parameters"]],
  [GLUE]: [["defaultArguments"], ["nonOverridableArguments"]],
};

export const environmentSecretValue = rule({
  id: "environment-secret-value",
  title: "Functions, builds and jobs get references to secrets, not their values",
  family: "secrets",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation:
    "Pass the ARN of a Secrets Manager secret and read it at run time; in CodeBuild set type to SECRETS_MANAGER or PARAMETER_STORE",
  types: [...Object.keys(BLOCKS), CODEBUILD, BEANSTALK, PIPELINE],
  check: (resource): Outcomes => {
    if (resource.type === CODEBUILD)
      return resource.at("environment", "environmentVariables").items.map((each) => {
        const kind = each.at("type");
        if (kind.unknown) return kind.later();
        const plain = kind.absent || kind.text?.toUpperCase() === "PLAINTEXT";
        return plain ? noSecret(each.at("name").text ?? "", each.at("value")) : undefined;
      });
    if (resource.type === PIPELINE)
      return resource
        .at("stages")
        .items.flatMap((stage) => stage.at("actions").items)
        .map((action): Outcomes => {
          const configuration = action.at("configuration");
          const variables = parsed(configuration.at("EnvironmentVariables")).items;
          const plain = variables.filter((each) => (each.at("type").text ?? "PLAINTEXT") === "PLAINTEXT");
          return [
            noSecretsIn(configuration),
            plain.map((each) => noSecret(each.at("name").text ?? "", each.at("value"))),
          ];
        });
    if (resource.type === BEANSTALK) return noSecretsAmong(resource.at("settings"));
    return (BLOCKS[resource.type] ?? []).map((path) => noSecretsIn(resource.at(...path)));
  },
});
