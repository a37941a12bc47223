import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one, written } from "./case";

const POOL = "cognito/userPool:UserPool";
const CLIENT = "cognito/userPoolClient:UserPoolClient";
const IDENTITIES = "cognito/identityPool:IdentityPool";
const ROLES = "cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment";
const PROVIDER = "cognito/identityProvider:IdentityProvider";
const client = (props: Given["props"]) => one(CLIENT, props);
const clientOf = (schemas: unknown, props: object = {}): Given[] => [
  { type: `aws:${CLIENT}`, name: "it", props: { userPoolId: LATER, ...props }, from: { userPoolId: ["pool"] } },
  { type: `aws:${POOL}`, name: "pool", props: { schemas } },
];
const mapping = (roleMappings: object[]) => one(ROLES, { roles: { authenticated: "arn" }, roleMappings });
const provider = (providerType: unknown, attributeMapping: unknown, providerDetails: object = {}) =>
  one(PROVIDER, { providerType, attributeMapping, providerDetails });

export const userPoolClients: CaseTable = {
  "user-pool-client-flows": {
    accepts: [
      ok("AWS's default", client({})),
      ok(
        "those of a browser",
        client({ explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }),
      ),
      ok("a server's", client({ explicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH"], generateSecret: true })),
    ],
    rejects: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ADMIN_NO_SRP_AUTH"].map((flow) =>
      bad(flow, /bypasses the protections/, client({ explicitAuthFlows: ["ALLOW_USER_SRP_AUTH", flow] })),
    ),
    defers: [ok("unknown", client({ explicitAuthFlows: [LATER] }))],
  },
  "user-pool-client-oauth": {
    accepts: [
      ok("codes to our site", client({ allowedOauthFlows: ["code"], callbackUrls: ["https://app.example.com/in"] })),
      ok("a developer's own machine", client({ callbackUrls: ["http://localhost:5173/in", "http://localhost"] })),
      ok("an application on a phone", client({ callbackUrls: ["com.example.app://in"] })),
    ],
    rejects: [
      bad("tokens in addresses", /histories/, client({ allowedOauthFlows: ["code", "implicit"] })),
      bad("plain HTTP", /in clear text|without TLS/, client({ callbackUrls: ["http://app.example.com/in"] })),
      bad(
        "plain HTTP that looks local",
        /in clear text|without TLS/,
        client({ callbackUrls: ["http://localhost.example.com/in"] }),
      ),
      bad("every page", /controls a matching page/, client({ callbackUrls: ["https://*.example.com/in"] })),
      bad(
        "plain HTTP after signing out",
        /in clear text|without TLS/,
        client({ logoutUrls: ["HTTP://app.example.com"] }),
      ),
      bad(
        "plain HTTP by default",
        /in clear text|without TLS/,
        client({ defaultRedirectUri: "http://app.example.com" }),
      ),
    ],
    defers: [ok("unknown", client({ callbackUrls: [LATER] }))],
  },
  "user-pool-client-token-validity": {
    accepts: [
      ok("AWS's default", client({})),
      ok("an hour, and 30 days", client({ accessTokenValidity: 1, idTokenValidity: 1, refreshTokenValidity: 30 })),
      ok("an hour in minutes", client({ accessTokenValidity: 60, tokenValidityUnits: { accessToken: "minutes" } })),
      ok("a month in hours", client({ refreshTokenValidity: 720, tokenValidityUnits: { refreshToken: "hours" } })),
    ],
    rejects: [
      bad("a day", /24 hours/, client({ accessTokenValidity: 24 })),
      bad("a day by name", /1 days/, client({ idTokenValidity: 1, tokenValidityUnits: { idToken: "days" } })),
      bad("an hour meant in minutes", /60 hours/, client({ accessTokenValidity: 60 })),
      bad("a year", /365 days/, client({ refreshTokenValidity: 365 })),
      bad(
        "ten years",
        /3650 days/,
        client({ refreshTokenValidity: 3650, tokenValidityUnits: { refreshToken: "days" } }),
      ),
      bad("tokens for ever", /cannot be revoked/, client({ enableTokenRevocation: false })),
    ],
    defers: [ok("unknown", client({ accessTokenValidity: LATER }))],
  },
  "user-pool-client-user-existence": {
    accepts: [ok("hidden", client({ preventUserExistenceErrors: "ENABLED" }))],
    rejects: ["LEGACY", undefined, ""].map((preventUserExistenceErrors) =>
      bad(written(preventUserExistenceErrors), /different answers/, client({ preventUserExistenceErrors })),
    ),
    defers: [ok("unknown", client({ preventUserExistenceErrors: LATER }))],
  },
  "user-pool-client-writable-attributes": {
    accepts: [
      ok("names", client({ writeAttributes: ["email", "name", "phone_number", "locale", "custom:nickname"] })),
      ok("all of a pool that has no others", clientOf([{ name: "email" }, { name: "nickname" }])),
      ok("all of a pool without attributes of its own", clientOf(undefined)),
    ],
    rejects: [
      ...["custom:role", "custom:organizationId", "custom:practiceId", "custom:tenant_id", "custom:isAdmin"].map(
        (each) => bad(each, /can change their own/, client({ writeAttributes: ["email", each] })),
      ),
      bad("all", /every attribute/, client({})),
      bad("an empty list, which is all", /every attribute/, client({ writeAttributes: [] })),
      bad("all of a pool with roles", /every attribute/, clientOf([{ name: "role" }])),
    ],
    defers: [ok("unknown", client({ writeAttributes: [LATER] }))],
  },
  "identity-pool-checks": {
    accepts: [
      ok(
        "the enhanced flow",
        one(IDENTITIES, {
          allowClassicFlow: false,
          cognitoIdentityProviders: [{ clientId: "c", serverSideTokenCheck: true }],
        }),
      ),
      ok("nothing", one(IDENTITIES, {})),
    ],
    rejects: [
      bad("the classic flow", /client chooses/, one(IDENTITIES, { allowClassicFlow: true })),
      bad(
        "tokens that nobody checks",
        /still gets credentials/,
        one(IDENTITIES, { cognitoIdentityProviders: [{ clientId: "c" }] }),
      ),
      bad(
        "a social network",
        /social network/,
        one(IDENTITIES, { supportedLoginProviders: { "graph.facebook.com": "1" } }),
      ),
    ],
    defers: [ok("unknown", one(IDENTITIES, { allowClassicFlow: LATER }))],
  },
  "identity-pool-roles": {
    accepts: [
      ok("one role", one(ROLES, { roles: { authenticated: "arn" } })),
      ok("roles by claim", mapping([{ ambiguousRoleResolution: "Deny", mappingRules: [{ matchType: "Equals" }] }])),
    ],
    rejects: [
      bad("guests", /not signed in/, one(ROLES, { roles: { authenticated: "a", unauthenticated: "b" } })),
      bad("a role when it is unclear", /match no rule/, mapping([{ ambiguousRoleResolution: "AuthenticatedRole" }])),
      bad(
        "a part of a claim",
        /Contains/,
        mapping([{ mappingRules: [{ matchType: "Contains", claim: "custom:role" }] }]),
      ),
    ],
    defers: [ok("unknown", one(ROLES, { roles: LATER }))],
  },
  "identity-provider-mapping": {
    accepts: [
      ok("names", provider("OIDC", { username: "sub", email: "email", given_name: "given_name" })),
      ok("a role from the organisation's own directory", provider("SAML", { "custom:role": "role" })),
    ],
    rejects: [
      bad("a role", /custom:role is whatever Google says/, provider("Google", { email: "email", "custom:role": "hd" })),
      bad("an organisation", /custom:organizationId/, provider("OIDC", { "custom:organizationId": "org" })),
      bad(
        "plain HTTP",
        /plain HTTP/,
        provider("OIDC", { email: "email" }, { oidc_issuer: "http://accounts.example.com" }),
      ),
    ],
    defers: [ok("unknown", provider("OIDC", LATER))],
  },
};
