import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, good, link, unknown, wrong } from "../finding";
import { appOrigins } from "../graph/origins";
import { statementsOf } from "../graph/policy";
import { at, isTrue, listAt, output, textAt, textsAt, where } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { valueAt } from "../../../shared/snapshot/valueAt";
import { apiOf } from "../graph/service";
import { explanation, upAgain } from "./explanation";

/** What a browser signs in with (SRP sends no password) and stays signed in with. */
const FLOWS = ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"];

function sceneOf(snapshot: Snapshot) {
  const pool = ofType(snapshot, "aws:cognito/userPool:UserPool")[0];
  const poolId = textAt(pool, "id");
  const client = where(snapshot, "aws:cognito/userPoolClient:UserPoolClient", "userPoolId", poolId);
  const identities = ofType(snapshot, "aws:cognito/identityPool:IdentityPool")[0];
  return {
    snapshot,
    again: upAgain(snapshot),
    api: apiOf(snapshot),
    pool,
    poolId,
    client,
    clientId: textAt(client, "id"),
    identities,
  };
}
type Scene = ReturnType<typeof sceneOf>;

const links: readonly Check<Scene>[] = [
  {
    id: "client",
    title: "the client that the web application names",
    run: ({ snapshot, clientId, again }) =>
      link(
        clientId !== undefined && clientId === output(snapshot, "userPoolClientId"),
        `VITE_COGNITO_CLIENT_ID is ${clientId ?? ""}.`,
        `The output userPoolClientId is ${output(snapshot, "userPoolClientId") ?? "missing"}, the pool's client ${clientId ?? "missing"}.`,
        again,
        `npm run env -- --stack ${snapshot.stack}, and build the web application with it`,
      ),
  },
  {
    id: "client-secret",
    title: "the client has no secret",
    run: ({ client, again }) =>
      link(
        !isTrue(client, "generateSecret"),
        "A browser could keep none.",
        "The client has a secret, so browsers are refused.",
        again,
      ),
  },
  {
    id: "flows",
    title: "the client's flows",
    run: ({ client, again }) => {
      const missing = FLOWS.filter((flow) => !textsAt(client, "explicitAuthFlows").includes(flow));
      return link(missing.length === 0, `${FLOWS.join(" and ")} are on.`, `${missing.join(" and ")} is off.`, again);
    },
  },
  {
    id: "mfa",
    title: "a second factor can be set up",
    run: ({ pool, again }) =>
      textAt(pool, "mfaConfiguration") === "OFF"
        ? good("None is asked for.")
        : link(
            isTrue(pool, "softwareTokenMfaConfiguration.enabled"),
            `It is ${textAt(pool, "mfaConfiguration") ?? ""}: the first sign-in answers MFA_SETUP, and the application has to offer it.`,
            "A second factor is asked for, and authenticator apps are off.",
            again,
          ),
  },
  {
    id: "callbacks",
    title: "addresses that the sign-in page goes back to",
    run: ({ snapshot, client, again }) => {
      const callbacks = textsAt(client, "callbackUrls");
      if (!isTrue(client, "allowedOauthFlowsUserPoolClient")) return good("There is no hosted sign-in page.");
      const origins = appOrigins(snapshot);
      const lost = origins.filter((origin) => !callbacks.some((each) => each.startsWith(origin)));
      return link(lost.length === 0, callbacks.join(", "), `No callback address is on ${lost.join(", ")}.`, again);
    },
  },
  {
    id: "groups",
    title: "the groups that the API decides by",
    run: ({ snapshot, poolId, again }) => {
      const groups = ofType(snapshot, "aws:cognito/userGroup:UserGroup")
        .filter((each) => textAt(each, "userPoolId") === poolId)
        .flatMap((each) => textAt(each, "name") ?? []);
      const missing = ["admin", "therapist", "patient"].filter((each) => !groups.includes(each));
      return link(
        missing.length === 0,
        groups.toSorted().join(", "),
        `The group ${missing.join(", ")} is missing.`,
        again,
      );
    },
  },
  {
    id: "token",
    title: "the API expects this pool's tokens",
    run: ({ api, pool, clientId, again }) => {
      const [issuer, audience] = [api.environment("TOKEN_ISSUER"), api.environment("TOKEN_AUDIENCE")];
      const isRight = issuer === `https://${textAt(pool, "endpoint") ?? ""}` && audience === clientId;
      return link(
        isRight,
        `TOKEN_ISSUER is ${issuer ?? ""}.`,
        `The task is told ${issuer ?? "no issuer"} and ${audience ?? "no audience"}.`,
        again,
      );
    },
  },
  {
    id: "identity-provider",
    title: "the identity pool trusts the client",
    run: ({ identities, clientId, again }) => {
      const trusted = listAt(identities, "cognitoIdentityProviders").map((each) => valueAt(each, "clientId"));
      return link(
        trusted.includes(clientId),
        "Its tokens are exchanged for AWS credentials.",
        "The identity pool does not name the client.",
        again,
      );
    },
  },
  {
    id: "identity-role",
    title: "the role of who is signed in",
    run: ({ snapshot, identities, again }) => {
      const id = textAt(identities, "id");
      const attached = where(
        snapshot,
        "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
        "identityPoolId",
        id,
      );
      const role = where(snapshot, "aws:iam/role:Role", "arn", textAt(attached, "roles.authenticated"));
      if (role === undefined) return wrong("No role is attached to the identity pool.", again);
      const trusts = statementsOf(textAt(role, "assumeRolePolicy")).some((each) =>
        each.compared("cognito-identity.amazonaws.com:aud").includes(id ?? ""),
      );
      return link(
        trusts,
        `${textAt(role, "name") ?? ""} trusts this pool.`,
        "The role does not trust this identity pool.",
        again,
      );
    },
  },
  {
    id: "tags",
    title: "attributes become tags of the session",
    run: ({ snapshot, identities, again }) => {
      const type = "aws:cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag";
      const tags = where(snapshot, type, "identityPoolId", textAt(identities, "id"));
      const isRight = at(tags, "principalTags.organizationId") === "custom:organizationId";
      return link(
        isRight,
        "role and organizationId.",
        "custom:organizationId is not passed on, so no tenant's files open.",
        again,
      );
    },
  },
  {
    id: "mails",
    title: "invitations arrive",
    run: ({ pool }) =>
      textAt(pool, "emailConfiguration.emailSendingAccount") === "DEVELOPER"
        ? unknown(
            "They go through SES. Whether it is out of its sandbox is not in the state.",
            "aws sesv2 get-account --query ProductionAccessEnabled",
          )
        : unknown(
            'Cognito\'s own mailer sends 50 a day (Amazon Cognito Developer Guide, "Email settings").',
            "Verify an SES identity and set telehealth:identity.email (docs/real-aws.md)",
          ),
  },
];

export const signIn = explanation({
  name: "sign-in",
  title: "Nobody can sign in",
  scene: sceneOf,
  links,
  commands: ({ poolId = "", pool }) => [
    `aws cognito-idp admin-get-user --user-pool-id ${poolId} --username <e-mail> --query '[UserStatus,Enabled,UserMFASettingList]'`,
    `aws logs tail /aws/vendedlogs/cognito/${poolId} --since 30m`,
    `aws wafv2 get-web-acl-for-resource --resource-arn ${textAt(pool, "arn") ?? ""} --query WebACL.Name`,
  ],
});
