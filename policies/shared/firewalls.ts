import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { DISTRIBUTIONS } from "./cacheBehaviors";
import { isGiven } from "./isGiven";

const ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const STAGE = "aws:apigateway/stage:Stage";
const API = "aws:apigateway/restApi:RestApi";
const PROBLEM = "nothing limits or filters requests from the internet";
/** What a finding points at. */
const NAMES: Readonly<Record<string, string>> = { [STAGE]: "stageName", [BALANCER]: "internal" };

export const INTERNET_FACING = [
  ...DISTRIBUTIONS,
  BALANCER,
  STAGE,
  "aws:cognito/userPool:UserPool",
  "aws:appsync/graphQLApi:GraphQLApi",
];

/** Does the stack use web firewalls at all? */
export function hasFirewalls(stack: Stack): boolean {
  return stack.all("aws:wafv2/webAcl:WebAcl", ASSOCIATION).length > 0;
}

/** Nothing if a web firewall stands in front of it, or if the internet does not reach it. */
export function unguarded(resource: Resource, stack: Stack): Outcomes {
  if (DISTRIBUTIONS.includes(resource.type)) return isGiven(resource.at("webAclId"), PROBLEM);
  const name = resource.at(NAMES[resource.type] ?? "name");
  if (resource.type === BALANCER && name.unknown) return name.later();
  if (isPrivate(resource, stack)) return undefined;
  const all = stack.all(ASSOCIATION).map((each) => stack.refers(each, each.at("resourceArn"), resource));
  if (all.includes("yes")) return undefined;
  return all.includes("unclear") ? name.later() : name.refuse(PROBLEM);
}

function isPrivate(resource: Resource, stack: Stack): boolean {
  if (resource.type === BALANCER) {
    const kind = resource.at("loadBalancerType");
    return (!kind.absent && kind.text !== "application") || resource.at("internal").flag === true;
  }
  if (resource.type === STAGE) {
    const apis = stack.referred(resource, resource.at("restApi"), [API]);
    return apis.some((api) => api.at("endpointConfiguration", "types").items.some(({ text }) => text === "PRIVATE"));
  }
  return resource.at("visibility").text === "PRIVATE";
}
