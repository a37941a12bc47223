import { type Check, good, link, wrong } from "../finding";
import { isTrue, textAt, textsAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { mayReceive, maySend } from "../graph/traffic";
import type { Entry } from "./api403Scene";

const NO_GATEWAY = good("There is no API Gateway: the load balancer is the entry.");

/** Links that only a stack with API Gateway has (`service.entry: rest-api`). */
export const gatewayLinks: readonly Check<Entry>[] = [
  {
    id: "domain",
    title: "API Gateway knows the host",
    run: ({ snapshot, rest, restId, stage, host, again }) => {
      if (rest === undefined) return NO_GATEWAY;
      const mapping = where(snapshot, "aws:apigateway/basePathMapping:BasePathMapping", "domainName", host);
      const isRight =
        mapping !== undefined &&
        textAt(mapping, "restApi") === restId &&
        textAt(mapping, "stageName") === textAt(stage, "stageName");
      return link(
        isRight,
        `It forwards to the stage ${textAt(stage, "stageName") ?? ""}.`,
        `No mapping forwards ${host ?? "the host"} to the API's stage, which is answered with 403.`,
        again,
      );
    },
  },
  {
    id: "execute-api",
    title: "the address of API Gateway itself",
    run: ({ rest, host = "" }) => {
      if (rest === undefined) return NO_GATEWAY;
      return isTrue(rest, "disableExecuteApiEndpoint")
        ? good(`It is off on purpose and answers 403 "Forbidden": call https://${host}.`)
        : good("It is on.");
    },
  },
  {
    id: "stage",
    title: "the stage serves a deployment",
    run: ({ snapshot, rest, stage, again }) =>
      rest === undefined
        ? NO_GATEWAY
        : link(
            where(snapshot, "aws:apigateway/deployment:Deployment", "id", textAt(stage, "deployment")) !== undefined,
            textAt(stage, "deployment") ?? "",
            "The stage serves no deployment of this stack.",
            again,
          ),
  },
  {
    id: "authorizer",
    title: "the authorizer asks this user pool",
    run: ({ snapshot, rest, restId, pool, again }) => {
      if (rest === undefined) return NO_GATEWAY;
      const authorizer = where(snapshot, "aws:apigateway/authorizer:Authorizer", "restApi", restId);
      const asked = textsAt(authorizer, "providerArns");
      return link(
        asked.includes(textAt(pool, "arn") ?? ""),
        "A missing or expired token is answered with 401, one of another pool as well.",
        `It asks ${asked.join(", ") || "nobody"}.`,
        again,
      );
    },
  },
  {
    id: "methods",
    title: "every method that asks for a token has the authorizer",
    run: ({ snapshot, rest, restId, again }) => {
      if (rest === undefined) return NO_GATEWAY;
      const authorizer = textAt(where(snapshot, "aws:apigateway/authorizer:Authorizer", "restApi", restId), "id");
      const asking = ofType(snapshot, "aws:apigateway/method:Method").filter(
        (each) => textAt(each, "authorization") === "COGNITO_USER_POOLS",
      );
      const lost = asking.filter(
        (each) =>
          textAt(each, "authorizerId") === undefined ||
          (authorizer !== undefined && textAt(each, "authorizerId") !== authorizer),
      );
      const names = lost.map(({ name }) => name).join(", ");
      return link(
        asking.length > 0 && lost.length === 0,
        `${asking.length} methods.`,
        names === "" ? "No method asks for a token." : `${names} names another.`,
        again,
      );
    },
  },
  {
    id: "resources",
    title: "any path is known",
    run: ({ snapshot, rest, restId, again }) => {
      if (rest === undefined) return NO_GATEWAY;
      const paths = ofType(snapshot, "aws:apigateway/resource:Resource").filter(
        (each) => textAt(each, "restApi") === restId,
      );
      const isThere = paths.some(
        (each) =>
          textAt(each, "pathPart") === "{proxy+}" && textAt(each, "parentId") === textAt(rest, "rootResourceId"),
      );
      return link(
        isThere,
        `${paths.length} resources, one of them for all other paths.`,
        'A path that API Gateway does not know is answered with 403 "Missing Authentication Token".',
        again,
      );
    },
  },
  {
    id: "throttling",
    title: "requests are let through",
    run: ({ snapshot, rest, restId, again }) => {
      if (rest === undefined) return NO_GATEWAY;
      const settings = where(snapshot, "aws:apigateway/methodSettings:MethodSettings", "restApi", restId);
      const [rate, burst] = [
        textAt(settings, "settings.throttlingRateLimit"),
        textAt(settings, "settings.throttlingBurstLimit"),
      ];
      return link(
        Number(rate) > 0 && Number(burst) > 0,
        `${rate ?? ""} a second, ${burst ?? ""} at once; more is answered with 429, not 403.`,
        "The stage's limits are not set.",
        again,
      );
    },
  },
  {
    id: "link-out",
    title: "API Gateway's link may reach the load balancer",
    run: ({ snapshot, rest, balancer, again }) => {
      const [vpcLink] = ofType(snapshot, "aws:apigatewayv2/vpcLink:VpcLink");
      if (rest === undefined) return NO_GATEWAY;
      if (vpcLink === undefined) return wrong("There is no link into the VPC.", again);
      return link(
        maySend(snapshot, textsAt(vpcLink, "securityGroupIds"), textsAt(balancer, "securityGroups"), 443),
        "Port 443 is open outwards.",
        "No rule lets the link out on port 443.",
        again,
      );
    },
  },
  {
    id: "link-in",
    title: "the load balancer lets the link in",
    run: ({ snapshot, rest, balancer, again }) => {
      const [vpcLink] = ofType(snapshot, "aws:apigatewayv2/vpcLink:VpcLink");
      if (rest === undefined) return NO_GATEWAY;
      return link(
        mayReceive(snapshot, textsAt(vpcLink, "securityGroupIds"), textsAt(balancer, "securityGroups"), 443),
        "Port 443 is open to it.",
        "No rule lets the link in on port 443.",
        again,
      );
    },
  },
];
