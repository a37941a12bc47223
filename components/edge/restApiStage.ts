import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { ACCESS_LOG_FORMAT, apiLogs, type RestApiLogs } from "./restApiLogs";
import { fingerprint, type Part } from "./restApiParts";

/** Requests that the stage accepts before it answers 429. */
export interface Throttle {
  readonly requestsPerSecond: number;
  /** Requests at once, on top of the steady rate. */
  readonly burst: number;
}

export interface StageSettings {
  readonly stageName: string;
  readonly throttle: Throttle;
  readonly logs: RestApiLogs;
}

/** Takes a copy of the definition and serves it: traced, measured, throttled and logged without what people wrote. */
export function serve(
  component: pulumi.Resource,
  name: string,
  api: aws.apigateway.RestApi,
  parts: readonly Part[],
  { stageName, throttle, logs }: StageSettings,
): aws.apigateway.Stage {
  const mine = { parent: component };
  const { access, execution } = apiLogs(component, name, api.id, stageName, logs);
  const deployment = new aws.apigateway.Deployment(
    `${name}-deployment`,
    { restApi: api.id, triggers: { definition: fingerprint(parts) } },
    // AWS copies what is there at that moment, and refuses a method whose integration is not.
    { ...mine, dependsOn: parts.map(({ resource }) => resource) },
  );
  const stage = new aws.apigateway.Stage(
    `${name}-stage`,
    {
      restApi: api.id,
      deployment: deployment.id,
      stageName,
      xrayTracingEnabled: true,
      accessLogSettings: { destinationArn: access.arn, format: ACCESS_LOG_FORMAT },
    },
    { ...mine, dependsOn: [execution] },
  );
  new aws.apigateway.MethodSettings(
    `${name}-settings`,
    {
      restApi: api.id,
      stageName: stage.stageName,
      methodPath: "*/*",
      settings: {
        loggingLevel: "INFO",
        // Off, or whole requests and answers are in the log.
        dataTraceEnabled: false,
        metricsEnabled: true,
        cachingEnabled: false,
        throttlingRateLimit: throttle.requestsPerSecond,
        throttlingBurstLimit: throttle.burst,
      },
    },
    mine,
  );
  return stage;
}
