import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { errorHeaders, type Origins, preflight, refuseOrigins } from "./restApiCors";
import { apiDomain, type ApiDomain } from "./restApiDomain";
import type { RestApiLink } from "./restApiLink";
import type { RestApiLogs } from "./restApiLogs";
import { part } from "./restApiParts";
import { type Backend, forwardedRoutes, openHealth, openRoutes } from "./restApiRoutes";
import { serve, type Throttle } from "./restApiStage";

/** The account quota of most regions, beyond which AWS silently caps: "Amazon API Gateway quotas". */
const ACCOUNT_QUOTA: Throttle = { requestsPerSecond: 10000, burst: 5000 };
const THROTTLE: Throttle = { requestsPerSecond: 2000, burst: 5000 };

export interface RestApiArgs extends RestApiLogs {
  /** Part of no address that users see, but of log names and metrics, for example "prod". */
  readonly stageName: string;
  /** Required: the address of AWS accepts TLS 1.0 and is therefore switched off. */
  readonly domain: ApiDomain;
  /** ARN of the Cognito user pool whose users may call. */
  readonly userPoolArn: pulumi.Input<string>;
  /**
   * Which of Cognito's tokens is a key: the id token, which names its app client as `aud`, or an access token with one
   * of these scopes. Never both: "Control access to REST APIs using Amazon Cognito user pools", API Gateway Developer
   * Guide. @default "id", which the application verifies by its audience
   */
  readonly token?: "id" | { readonly accessScopes: readonly [string, ...string[]] };
  readonly link: Pick<RestApiLink, "id" | "securityGroupId">;
  readonly backend: Backend;
  /** Top-level paths with metrics of their own; all others are one route. @default ["patients"] */
  readonly paths?: readonly string[];
  /**
   * First parts of paths below which anybody may POST, such as "webhooks": vendors have no token. @default none
   */
  readonly openPaths?: readonly string[];
  /** Sites that call the API. The application adds the same headers to its own answers: a proxy cannot. */
  readonly corsOrigins: Origins;
  /** For the whole stage; WAF limits each caller. @default 2000 requests per second, 5000 at once */
  readonly throttle?: Throttle;
}

/**
 * The regional REST API in front of an internal load balancer: signed-in users only, apart from GET /health. JSON only:
 * files go to S3, since API Gateway would garble binary bodies. Nothing about a patient may be in a query string.
 *
 * The region needs its logging role first (`apigateway.Account`, in the account stack): a stage that logs is refused
 * without one. It is not an argument, since it exists once per account and region and another stack owns it.
 */
export class RestApi extends pulumi.ComponentResource {
  public readonly id: pulumi.Output<string>;
  /** For the web ACL, of scope REGIONAL. */
  public readonly stageArn: pulumi.Output<string>;
  /** What CloudWatch calls the dimensions ApiName and Stage. */
  public readonly apiName: pulumi.Output<string>;
  public readonly stageName: pulumi.Output<string>;
  /** Where clients call, without a slash at the end. */
  public readonly url: string;

  constructor(name: string, args: RestApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:edge:RestApi", name, args, opts);
    const {
      backend,
      link,
      corsOrigins,
      token = "id",
      paths = ["patients"],
      openPaths = [],
      throttle = THROTTLE,
    } = args;
    refuse(this, args, [...paths, ...openPaths], throttle);

    const mine = { parent: this };
    const api = new aws.apigateway.RestApi(
      `${name}-api`,
      { endpointConfiguration: { types: "REGIONAL" }, disableExecuteApiEndpoint: true },
      { ...mine, protect: args.deletionProtection },
    );
    new aws.vpc.SecurityGroupEgressRule(
      `${name}-to-backend`,
      {
        securityGroupId: link.securityGroupId,
        referencedSecurityGroupId: backend.securityGroupId,
        ipProtocol: "tcp",
        fromPort: 443,
        toPort: 443,
        description: "backend",
      },
      mine,
    );
    const authorizer = part(
      aws.apigateway.Authorizer,
      `${name}-users`,
      {
        restApi: api.id,
        type: "COGNITO_USER_POOLS",
        providerArns: [args.userPoolArn],
        identitySource: "method.request.header.Authorization",
      },
      mine,
    );
    const validator = part(
      aws.apigateway.RequestValidator,
      `${name}-validator`,
      { restApi: api.id, validateRequestBody: true, validateRequestParameters: true },
      mine,
    );
    const routing = {
      component: this,
      name,
      api,
      backend,
      linkId: link.id,
      authorized: {
        authorization: "COGNITO_USER_POOLS",
        authorizerId: authorizer.resource.id,
        ...(token === "id" ? {} : { authorizationScopes: [...token.accessScopes] }),
      },
      requestValidatorId: validator.resource.id,
    };
    const forwarded = forwardedRoutes(routing, paths);
    const cors = { component: this, name, api, origins: corsOrigins };
    const parts = [
      authorizer,
      validator,
      ...forwarded.parts,
      ...openHealth(routing),
      ...openRoutes(routing, openPaths),
      ...preflight(cors, forwarded.routes),
      ...errorHeaders(cors),
    ];
    const stage = serve(this, name, api, parts, { stageName: args.stageName, throttle, logs: args });
    apiDomain(this, name, args.domain, stage);

    this.id = api.id;
    this.stageArn = stage.arn;
    this.apiName = api.name;
    this.stageName = stage.stageName;
    this.url = `https://${args.domain.name}`;
    this.registerOutputs({ id: this.id, stageArn: this.stageArn, url: this.url });
  }
}

function refuse(component: pulumi.Resource, args: RestApiArgs, paths: readonly string[], throttle: Throttle): void {
  refuseOrigins(component, args.corsOrigins);
  if (!/^\w{1,128}$/.test(args.stageName))
    invalid(component, "stageName", `"${args.stageName}" is not a name of a stage`, "Use letters, digits and _");
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(args.backend.host))
    invalid(component, "backend.host", `"${args.backend.host}" is not a host`, "Write a name without https:// or path");
  paths.forEach((path, index) => {
    if (!/^[\w-]+$/.test(path) || paths.indexOf(path) !== index || ["health", "rest"].includes(path))
      invalid(
        component,
        "paths",
        `"${path}" is not a separate path`,
        "List each once, without slashes, and leave health out",
      );
  });
  const limits: [field: string, value: number, most: number][] = [
    ["requestsPerSecond", throttle.requestsPerSecond, ACCOUNT_QUOTA.requestsPerSecond],
    ["burst", throttle.burst, ACCOUNT_QUOTA.burst],
  ];
  for (const [field, value, most] of limits)
    if (value < 1 || value > most)
      invalid(component, `throttle.${field}`, `${value} is out of range`, `Use 1 to ${most}, the quota of an account`);
}
