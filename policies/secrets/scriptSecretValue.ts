import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { secretInScript } from "../shared/scriptText";

/** Texts that a machine, build or container runs. */
const PLACES: Readonly<Record<string, readonly (readonly string[])[]>> = {
  "aws:ec2/instance:Instance": [["userData"], ["userDataBase64"]],
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": [["userData"], ["userDataBase64"]],
  "aws:ec2/launchTemplate:LaunchTemplate": [["userData"]],
  "aws:ec2/launchConfiguration:LaunchConfiguration": [["userData"], ["userDataBase64"]],
  "aws:lightsail/instance:Instance": [["userData"]],
  "aws:imagebuilder/component:Component": [["data"]],
  "aws:ssm/document:Document": [["content"]],
  "aws:codebuild/project:Project": [["source", "buildspec"]],
  "aws:amplify/app:App": [["buildSpec"]],
  "aws:sfn/stateMachine:StateMachine": [["definition"]],
  "aws:cloudwatch/eventTarget:EventTarget": [["input"], ["inputTransformer", "inputTemplate"]],
  "aws:scheduler/schedule:Schedule": [["target", "input"]],
  "aws:cloudfront/function:Function": [["code"]],
  "aws:appsync/function:Function": [["code"], ["requestMappingTemplate"]],
  "aws:appsync/resolver:Resolver": [["code"], ["requestTemplate"]],
  "aws:apigateway/integration:Integration": [["requestTemplates"], ["requestParameters"]],
};
export const scriptSecretValue = rule({
  id: "script-secret-value",
  title: "Scripts read secrets at run time and contain none",
  family: "secrets",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation: "Read it in the script with aws secretsmanager get-secret-value and the machine's role",
  types: Object.keys(PLACES),
  check: (resource: Resource): Outcomes => (PLACES[resource.type] ?? []).map((path) => script(resource.at(...path))),
});

function script(field: Field): Outcomes {
  if (field.unknown) return field.later();
  const texts = textsIn(field).flatMap((text) => [text, decoded(text)]);
  const wrong = texts.map(secretInScript).find((each) => each !== undefined);
  return wrong === undefined ? undefined : field.refuse(`holds ${wrong}`);
}

/** The text itself, or each of a block of texts by name, as a script would write them. */
function textsIn({ value, text }: Field): readonly string[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return text === undefined ? [] : [text];
  return Object.entries(value).map(
    ([key, each]: [string, unknown]) => `${key}=${typeof each === "string" ? each : ""}`,
  );
}

/** Characters; AWS takes 16 kB of user data, and a script that is longer is read as it stands. */
const LONGEST = 64 * 1024;

/** User data is often given in base64. */
function decoded(text: string): string {
  return text.length <= LONGEST && /^[A-Za-z0-9+/=\s]{24,}$/.test(text)
    ? Buffer.from(text, "base64").toString("utf8")
    : "";
}
