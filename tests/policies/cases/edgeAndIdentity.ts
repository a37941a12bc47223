import { LATER } from "../runner";
import { bad, type CaseTable, ok, one, written } from "./case";

const DISTRIBUTION = "cloudfront/distribution:Distribution";

export const edgeAndIdentity: CaseTable = {
  "build-public": {
    accepts: [
      ok("AWS's default", one("codebuild/project:Project", {})),
      ok("private", one("codebuild/project:Project", { projectVisibility: "PRIVATE" })),
    ],
    rejects: [
      bad("public", /everyone can read/, one("codebuild/project:Project", { projectVisibility: "PUBLIC_READ" })),
      bad("a public registry", /everyone can pull/, one("ecrpublic/repository:Repository", { repositoryName: "api" })),
    ],
    defers: [ok("unknown", one("codebuild/project:Project", { projectVisibility: LATER }))],
  },
  "identity-pool-guests": {
    accepts: [
      ok("nothing", one("cognito/identityPool:IdentityPool", {})),
      ok("false", one("cognito/identityPool:IdentityPool", { allowUnauthenticatedIdentities: false })),
    ],
    rejects: [
      bad(
        "true",
        /anyone gets credentials/,
        one("cognito/identityPool:IdentityPool", { allowUnauthenticatedIdentities: true }),
      ),
    ],
    defers: [ok("unknown", one("cognito/identityPool:IdentityPool", { allowUnauthenticatedIdentities: LATER }))],
  },
  "user-pool-deletion-protection": {
    accepts: [ok("active", one("cognito/userPool:UserPool", { deletionProtection: "ACTIVE" }))],
    rejects: [undefined, null, "", "INACTIVE", true].map((deletionProtection) =>
      bad(
        written(deletionProtection),
        /every user's account/,
        one("cognito/userPool:UserPool", { deletionProtection }),
      ),
    ),
    defers: [ok("unknown", one("cognito/userPool:UserPool", { deletionProtection: LATER }))],
  },
  "cloudfront-origin-access": {
    accepts: [
      ok(
        "an access control made in the same update",
        one(DISTRIBUTION, { origins: [{ originId: "v", domainName: LATER, originAccessControlId: LATER }] }),
      ),
      ok(
        "an access control beside an empty identity",
        one(DISTRIBUTION, {
          origins: [
            {
              originId: "v",
              domainName: "v.s3.us-east-1.amazonaws.com",
              originAccessControlId: "E1",
              s3OriginConfig: { originAccessIdentity: "" },
            },
          ],
        }),
      ),
      ok(
        "an access identity",
        one(DISTRIBUTION, {
          origins: [
            {
              originId: "v",
              domainName: LATER,
              s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" },
            },
          ],
        }),
      ),
      ok(
        "a load balancer",
        one(DISTRIBUTION, {
          origins: [
            {
              originId: "a",
              domainName: "api.example.com",
              customOriginConfig: { originProtocolPolicy: "https-only" },
            },
          ],
        }),
      ),
      ok(
        "an origin in the VPC",
        one(DISTRIBUTION, {
          origins: [{ originId: "a", domainName: "internal.example.com", vpcOriginConfig: { vpcOriginId: "vo_1" } }],
        }),
      ),
    ],
    rejects: [
      bad(
        "a bucket with nothing",
        /reads the bucket anonymously/,
        one(DISTRIBUTION, { origins: [{ originId: "v", domainName: LATER }] }),
      ),
      bad(
        "an empty identity",
        /reads the bucket anonymously/,
        one(DISTRIBUTION, {
          origins: [
            {
              originId: "v",
              domainName: LATER,
              originAccessControlId: "",
              s3OriginConfig: { originAccessIdentity: "" },
            },
          ],
        }),
      ),
      bad(
        "a website endpoint",
        /website endpoint/,
        one(DISTRIBUTION, {
          origins: [
            {
              originId: "w",
              domainName: "web.s3-website-us-east-1.amazonaws.com",
              customOriginConfig: { originProtocolPolicy: "http-only" },
            },
          ],
        }),
      ),
    ],
    defers: [ok("origins that are not known", one(DISTRIBUTION, { origins: LATER }))],
  },
  "cloudfront-origin-signing": {
    accepts: [
      ok(
        "always",
        one("cloudfront/originAccessControl:OriginAccessControl", {
          signingBehavior: "always",
          signingProtocol: "sigv4",
        }),
      ),
    ],
    rejects: [
      bad("never", /unsigned/, one("cloudfront/originAccessControl:OriginAccessControl", { signingBehavior: "never" })),
      bad("nothing", /unsigned/, one("cloudfront/originAccessControl:OriginAccessControl", {})),
    ],
    defers: [ok("unknown", one("cloudfront/originAccessControl:OriginAccessControl", { signingBehavior: LATER }))],
  },
  "api-cache-encryption": {
    accepts: [
      ok("no cache", one("apigateway/methodSettings:MethodSettings", { settings: { throttlingRateLimit: 2000 } })),
      ok(
        "an encrypted cache",
        one("apigateway/methodSettings:MethodSettings", {
          settings: { cachingEnabled: true, cacheDataEncrypted: true },
        }),
      ),
      ok("an encrypted cache of a GraphQL API", one("appsync/apiCache:ApiCache", { atRestEncryptionEnabled: true })),
    ],
    rejects: [
      bad(
        "a cache in the clear",
        /cached unencrypted/,
        one("apigateway/methodSettings:MethodSettings", { settings: { cachingEnabled: true } }),
      ),
      bad("a cache of a GraphQL API in the clear", /cached unencrypted/, one("appsync/apiCache:ApiCache", {})),
    ],
    defers: [ok("unknown settings", one("apigateway/methodSettings:MethodSettings", { settings: LATER }))],
  },
};
