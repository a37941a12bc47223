import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { isOn, numberAt, textAt } from "../fields";
import type { Item } from "../line";
import { gigabytes, share, type Context, type Rules } from "../rule";
import { HOURS } from "../usage/usage";

const STAGE = "apigateway/stage:Stage";
const DISTRIBUTION = "cloudfront/distribution:Distribution";
/** What each account gets of CloudFront in a month, for good: "Amazon CloudFront pricing", 2026-11. */
const FREE = { gb: 1024, requestsMillions: 10 };
/** Metrics of each method that API Gateway writes if they are detailed and no cache is there. */
const METHOD_METRICS = 5;
/** A cache of 0.5 GB is the unit; the hourly price goes up by size: "Amazon API Gateway pricing". */
const CACHE_UNITS: Readonly<Record<string, number>> = { "0.5": 1, "1.6": 1.9, "6.1": 10, "13.5": 12.5, "28.4": 25 };
const observed = "figures and traces of each method";

export const EDGE_RULES = {
  [DISTRIBUTION]: distribution,
  [STAGE]: stage,
  "apigateway/methodSettings:MethodSettings": methodSettings,
  "amplify/app:App": amplify,
} satisfies Rules;

function distribution(_: SnapshotResource, { graph, usage, freeTier }: Context): readonly Item[] {
  const among = graph.all(DISTRIBUTION).length;
  const beyond = (amount: number, free: number) => share(Math.max(0, amount - (freeTier ? free : 0)), among);
  return [
    {
      service: "CloudFront",
      what: "recordings to viewers",
      quantity: beyond(usage.videoServedGb, FREE.gb),
      price: "cloudfront.gb",
    },
    {
      service: "CloudFront",
      what: "requests of viewers",
      quantity: beyond(usage.videoRequestsMillions, FREE.requestsMillions),
      price: "cloudfront.requests",
    },
  ];
}

function stage(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const among = graph.all(STAGE).length;
  const requests = share(usage.apiRequestsMillions, among);
  const cached: Item = {
    service: "API Gateway",
    what: "cache",
    quantity: HOURS * (CACHE_UNITS[String(numberAt(resource, "cacheClusterSize", 0.5))] ?? 1),
    price: "apigateway.cache.hour",
    purpose: "a cache of answers",
  };
  const traced: Item = {
    service: "X-Ray",
    what: "traces of requests",
    quantity: share(Math.min(usage.apiRequestsMillions, usage.tracedMillions), among),
    price: "xray.traces",
    purpose: observed,
  };
  return [
    { service: "API Gateway", what: "requests", quantity: requests, price: "apigateway.requests" },
    {
      service: "API Gateway",
      what: "answers to the internet",
      quantity: gigabytes(requests, usage.apiResponseKb),
      price: "transfer.internet.gb",
    },
    ...(isOn(resource, "cacheClusterEnabled") ? [cached] : []),
    ...(isOn(resource, "xrayTracingEnabled") ? [traced] : []),
  ];
}

function methodSettings(resource: SnapshotResource, { graph }: Context): readonly Item[] {
  if (!isOn(resource, "settings.metricsEnabled")) return [];
  const apis = graph.of(resource, "restApi", "apigateway/restApi:RestApi");
  const methods = graph
    .all("apigateway/method:Method")
    .filter((each) => apis.some(({ urn }) => each.propertyDependencies["restApi"]?.includes(urn) === true));
  return [
    {
      service: "CloudWatch",
      what: "metrics of each API method",
      quantity: METHOD_METRICS * methods.length,
      price: "metric.custom",
      purpose: observed,
    },
  ];
}

function amplify(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const purpose = "hosting of the web app";
  const among = graph.all("amplify/app:App").length;
  const guarded = graph.users("wafv2/webAclAssociation:WebAclAssociation", "resourceArn", resource).length > 0;
  const firewall: Item = {
    service: "Amplify",
    what: "firewall in front of the app",
    quantity: 1,
    price: "amplify.firewall",
    purpose: "WAF: attacks are refused before they reach the app",
  };
  const minutes = share(usage.deployments * usage.buildMinutes, among);
  // A manual app is built elsewhere.
  const isBuilt = textAt(resource, "repository") !== "" || resource.inputs["buildSpec"] !== undefined;
  return [
    {
      service: "Amplify",
      what: "builds of the web app",
      quantity: isBuilt ? minutes : 0,
      price: "amplify.build",
      purpose,
    },
    { service: "Amplify", what: "web app stored", quantity: 1, price: "amplify.stored", purpose },
    {
      service: "Amplify",
      what: "pages to browsers",
      quantity: share(usage.webServedGb, among),
      price: "amplify.served",
      purpose,
    },
    ...(guarded ? [firewall] : []),
  ];
}
