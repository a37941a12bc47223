import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const CDN = "cloudfront/distribution:Distribution";
const HEADERS = "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const APP = "amplify/app:App";
const BRANCH = "amplify/branch:Branch";
const branch = (app: Given["props"], props: Given["props"]): Given[] => [
  { type: `aws:${APP}`, name: "app", props: app },
  { type: `aws:${BRANCH}`, name: "it", props: { appId: LATER, ...props }, from: { appId: ["app"] } },
];
const ACL: Given = { type: "aws:wafv2/webAcl:WebAcl", name: "acl", props: { scope: "REGIONAL" } };
const FACING = [
  CDN,
  "lb/loadBalancer:LoadBalancer",
  "alb/loadBalancer:LoadBalancer",
  "apigateway/stage:Stage",
  "cognito/userPool:UserPool",
];
const behind = (type: string, props: Given["props"]): Given[] => [
  { type: `aws:${type}`, name: "it", props },
  {
    type: "aws:wafv2/webAclAssociation:WebAclAssociation",
    name: "firewall",
    props: { resourceArn: LATER, webAclArn: LATER },
    from: { resourceArn: ["it"] },
  },
];

export const webEdge: CaseTable = {
  "cors-any-origin": {
    accepts: [
      ok(
        "two sites",
        one("apigatewayv2/api:Api", {
          corsConfiguration: { allowOrigins: ["https://app.example.com", "http://localhost:5173"] },
        }),
      ),
      ok("none", one("apigatewayv2/api:Api", {})),
      ok(
        "the caller's own, in an error",
        one("apigateway/response:Response", {
          responseParameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "method.request.header.Origin" },
        }),
      ),
      ok(
        "another header",
        one("apigateway/response:Response", { responseParameters: { "gatewayresponse.header.Vary": "'*'" } }),
      ),
    ],
    rejects: [
      bad(
        "all",
        /every site/,
        one("apigatewayv2/api:Api", { corsConfiguration: { allowOrigins: ["*"], allowCredentials: true } }),
      ),
      bad(
        "all with https",
        /every site/,
        one("lambda/functionUrl:FunctionUrl", { cors: { allowOrigins: ["https://*"] } }),
      ),
      bad(
        "all in a header",
        /every site/,
        one("apigateway/integrationResponse:IntegrationResponse", {
          responseParameters: { "method.response.header.Access-Control-Allow-Origin": "'*'" },
        }),
      ),
      bad(
        "all in an error",
        /every site/,
        one("apigateway/response:Response", {
          responseParameters: { "gatewayresponse.header.access-control-allow-origin": "'*'" },
        }),
      ),
      bad(
        "all of the CDN",
        /every site/,
        one(HEADERS, { corsConfig: { accessControlAllowOrigins: { items: ["*"] } } }),
      ),
      bad(
        "a site without TLS",
        /not https/,
        one("apigatewayv2/api:Api", { corsConfiguration: { allowOrigins: ["http://app.example.com"] } }),
      ),
      bad("no site", /sandboxed/, one("apigatewayv2/api:Api", { corsConfiguration: { allowOrigins: ["null"] } })),
    ],
    defers: [ok("unknown", one("apigatewayv2/api:Api", { corsConfiguration: { allowOrigins: [LATER] } }))],
  },
  "amplify-open-environment": {
    accepts: [
      ok("production", branch({}, { stage: "PRODUCTION" })),
      ok("a beta with a password", branch({}, { stage: "BETA", enableBasicAuth: true })),
      ok("a beta of an app with a password", branch({ enableBasicAuth: true }, { stage: "BETA" })),
      ok(
        "branches with a password",
        one(APP, { enableAutoBranchCreation: true, autoBranchCreationConfig: { enableBasicAuth: true } }),
      ),
    ],
    rejects: [
      bad("a beta", /open to everyone/, branch({}, { stage: "BETA" })),
      bad("no stage", /open to everyone/, branch({ enableBasicAuth: false }, {})),
      bad("previews", /pull request/, branch({}, { stage: "PRODUCTION", enablePullRequestPreview: true })),
      bad("every branch", /public address/, one(APP, { enableAutoBranchCreation: true })),
    ],
    defers: [ok("unknown", branch({}, { stage: LATER }))],
  },
  "amplify-rewrite-tls": {
    accepts: [
      ok("the site itself", one(APP, { customRules: [{ source: "/<*>", target: "/index.html", status: "200" }] })),
    ],
    rejects: [
      bad(
        "plain HTTP",
        /in clear text|without TLS/,
        one(APP, { customRules: [{ source: "/api", target: "http://api.example.com" }] }),
      ),
    ],
    defers: [ok("unknown", one(APP, { customRules: [{ target: LATER }] }))],
  },
  "web-firewall-attached": {
    accepts: [
      ok("a load balancer with one", behind("lb/loadBalancer:LoadBalancer", { internal: false })),
      ok("a stage with one", behind("apigateway/stage:Stage", { stageName: "prod" })),
      ok("a distribution with one", [ACL, ...one(CDN, { webAclId: "arn" })]),
      ok("an internal load balancer", [ACL, ...one("lb/loadBalancer:LoadBalancer", { internal: true })]),
      ok("a network load balancer, which can have none", [
        ACL,
        ...one("lb/loadBalancer:LoadBalancer", { loadBalancerType: "network" }),
      ]),
      ok("a stack without any, which is advised about", one("lb/loadBalancer:LoadBalancer", {})),
    ],
    rejects: FACING.map((type) => bad(`${type} without one`, /nothing limits/, [ACL, ...one(type, {})])),
    defers: [
      ok("a load balancer of a kind that is not known", [
        ACL,
        ...one("lb/loadBalancer:LoadBalancer", { internal: LATER }),
      ]),
      ok("one made in the same update", [ACL, ...one(CDN, { webAclId: LATER })]),
    ],
  },
  "web-firewall-missing": {
    accepts: [
      ok("a load balancer with one", behind("lb/loadBalancer:LoadBalancer", { internal: false })),
      ok("a stack with one for something else, which is refused", [ACL, ...one("lb/loadBalancer:LoadBalancer", {})]),
      ok("a distribution with one of another stack", one(CDN, { webAclId: "arn" })),
    ],
    rejects: FACING.map((type) => bad(`${type} without one`, /nothing limits/, one(type, {}))),
  },
  "amplify-security-headers": {
    accepts: [ok("some", one(APP, { customHeaders: "- key: Strict-Transport-Security" }))],
    rejects: [bad("none", /no Strict/, one(APP, {}))],
    defers: [ok("unknown", one(APP, { customHeaders: LATER }))],
  },
};
