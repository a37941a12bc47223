import { made, others } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { FREE, notDrawn } from "./reasons";
import { CALL, USES_NEW_ROLE } from "./seconds";

const LAMBDA_PATH = "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions";

/** Lambda's own resources name a function by its ARN or by its name. */
function functionName(resource: Resource): string {
  const given = resource.input("functionName") ?? resource.input("function") ?? resource.name;
  return given.startsWith("arn:") ? (given.split(":")[6] ?? given) : given;
}

export const MADE = made({
  "lambda/function:Function": {
    price: "priced",
    seconds: [6, 10, 60],
    // Network interfaces in a VPC are shared by subnet and security groups; the first one is slow.
    variants: [{ name: "in a VPC", when: (inputs) => inputs["vpcConfig"] !== undefined, seconds: [10, 30, 120] }],
    outputs: {
      id: "{name}",
      arn: "{arn:lambda}function:{name}",
      invokeArn: `${LAMBDA_PATH}/{=arn}/invocations`,
      qualifiedArn: "{arn:lambda}function:{name}:{=version}",
      qualifiedInvokeArn: `${LAMBDA_PATH}/{=qualifiedArn}/invocations`,
      version: "$LATEST",
      lastModified: "2024-01-01T00:00:00.000+0000",
      codeSha256: "{mixed43}=",
      sourceCodeHash: "{=codeSha256}",
      sourceCodeSize: 1024,
      packageType: "Zip",
      signingJobArn: "",
      signingProfileVersionArn: "",
    },
    replacedBy: "name packageType",
    named: { max: 64 },
    drawn: notDrawn("it is made only where settings ask for it, beside a queue that is drawn"),
    alarms: "service",
  },
  "lambda/permission:Permission": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{.statementId|=statementId}", statementId: "{name}-{hex7:statement}" },
    replacedBy: "*",
    partOf: "lambda/function:Function",
  },
  "lambda/eventSourceMapping:EventSourceMapping": {
    price: FREE.setting,
    seconds: [5, 25, 90],
    outputs: {
      id: "{uuid}",
      uuid: "{id}",
      arn: "{arn:lambda}event-source-mapping:{id}",
      functionArn: (mapping) => mapping.fill(`{arn:lambda}function:${functionName(mapping)}`),
      state: "Enabled",
    },
    replacedBy: "eventSourceArn startingPosition startingPositionTimestamp",
    partOf: "lambda/function:Function",
  },
  "lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": {
    price: FREE.setting,
    seconds: USES_NEW_ROLE,
    outputs: { id: "{.functionName}" },
    partOf: "lambda/function:Function",
  },
});

export const OTHERS = others({
  "lambda/alias:Alias": {
    outputs: {
      id: (alias) => alias.output("arn"),
      arn: (alias) => alias.fill(`{arn:lambda}function:${functionName(alias)}:{name}`),
      invokeArn: `${LAMBDA_PATH}/{=arn}/invocations`,
    },
    replacedBy: "functionName name",
  },
  "lambda/functionUrl:FunctionUrl": {
    outputs: {
      id: functionName,
      functionUrl: "https://{=urlId}.lambda-url.{region}.on.aws/",
      urlId: "{alnum32}",
    },
  },
  "lambda/layerVersion:LayerVersion": {
    outputs: {
      id: "{=arn}",
      arn: "{=layerArn}:{revision}",
      layerArn: "{arn:lambda}layer:{.layerName}",
      version: "{revision}",
    },
    replacedBy: "*",
  },
});
