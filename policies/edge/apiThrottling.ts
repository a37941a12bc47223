import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const SETTINGS = "aws:apigateway/methodSettings:MethodSettings";
const STAGE = "aws:apigateway/stage:Stage";
const API = "aws:apigateway/restApi:RestApi";
const STAGE_V2 = "aws:apigatewayv2/stage:Stage";
/** What an account gets in most regions: "Amazon API Gateway quotas". More is no limit at all. */
const QUOTA = 10_000;

export const apiThrottling = rule({
  id: "api-throttling",
  title: "API stages limit the request rate",
  family: "network-exposure",
  severity: "medium",
  controls: ["164.308(a)(1)(ii)(B)", "164.312(a)(1)"],
  remediation:
    "Set throttlingRateLimit and throttlingBurstLimit for all methods (methodPath */*, or defaultRouteSettings)",
  types: [SETTINGS, STAGE, STAGE_V2],
  check: (resource): Outcomes => {
    if (resource.type === STAGE) return undefined;
    const settings = resource.at(resource.type === SETTINGS ? "settings" : "defaultRouteSettings");
    // Settings of a single method may leave the limit to those of the stage.
    const single = resource.type === SETTINGS && (resource.at("methodPath").text ?? "*/*") !== "*/*";
    return ["throttlingRateLimit", "throttlingBurstLimit"].map((each) => limit(settings.at(each), single));
  },
  checkInStack: (stage, stack): Outcomes => {
    if (stage.type !== STAGE) return undefined;
    const name = stage.at("stageName");
    // What belongs to an API of another stack may have its settings there.
    if (stack.referred(stage, stage.at("restApi"), [API]).length === 0) return undefined;
    const all = stack.all(SETTINGS);
    const own = all.filter(
      (each) =>
        stack.refers(each, each.at("stageName"), stage) === "yes" ||
        (each.at("stageName").text !== undefined && each.at("stageName").text === name.text),
    );
    if (own.some((each) => each.at("methodPath").unknown || each.at("methodPath").text === "*/*")) return undefined;
    if (
      all.some(
        (each) =>
          each.at("stageName").unknown &&
          !own.includes(each) &&
          stack.madeFrom(each, each.at("stageName")).length === 0,
      )
    )
      return name.later();
    return name.refuse(
      "no settings for all methods limit the request rate or set up logging",
      "Add MethodSettings for */*",
    );
  },
});

function limit(field: Field, optional: boolean): Outcome | undefined {
  if (field.unknown) return field.later();
  if (field.absent && optional) return undefined;
  const { number } = field;
  if (field.absent || number === undefined || number < 0)
    return field.refuse("anybody may send as much as the account takes");
  if (number === 0) return field.refuse("zero refuses every request, or limits nothing, depending on the kind of API");
  return number > QUOTA
    ? field.refuse(`${String(number)} is above the account's own limit, so it has no effect`)
    : undefined;
}
