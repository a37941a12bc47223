import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type Part, part } from "./restApiParts";

interface MockAnswer {
  readonly component: pulumi.Resource;
  readonly name: string;
  readonly at: Pick<aws.apigateway.MethodArgs, "restApi" | "resourceId" | "httpMethod">;
  readonly statusCode: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Velocity template of the answer. */
  readonly body: string;
}

/** A method that needs no token, because it reaches nothing: API Gateway makes the answer up. */
export function mockAnswer({ component, name, at, statusCode, headers, body }: MockAnswer): Part[] {
  const entries = Object.entries(headers);
  const named = <T>(value: (text: string) => T) =>
    Object.fromEntries(entries.map(([header, text]) => [`method.response.header.${header}`, value(text)]));
  const mine = { parent: component };
  const method = part(aws.apigateway.Method, `${name}-open`, { ...at, authorization: "NONE" }, mine);
  const integration = part(
    aws.apigateway.Integration,
    `${name}-mock`,
    { ...at, type: "MOCK", requestTemplates: { "application/json": `{"statusCode":${statusCode}}` } },
    { ...mine, dependsOn: [method.resource] },
  );
  const response = part(
    aws.apigateway.MethodResponse,
    `${name}-response`,
    { ...at, statusCode, responseParameters: named(() => false) },
    { ...mine, dependsOn: [method.resource] },
  );
  const answer = part(
    aws.apigateway.IntegrationResponse,
    `${name}-answer`,
    {
      ...at,
      statusCode,
      responseParameters: named((text) => `'${text}'`),
      responseTemplates: { "application/json": body },
    },
    { ...mine, dependsOn: [integration.resource, response.resource] },
  );
  return [method, integration, response, answer];
}
