import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** An OpenID Connect provider. */
export interface OidcProvider {
  /** Name on the sign-in page and in front of user names, such as Workspace. A change makes every user a new one. */
  readonly name: string;
  /** Address whose /.well-known/openid-configuration describes the provider. */
  readonly issuer: string;
  readonly clientId: string;
  /** From `config.requireSecret`. */
  readonly clientSecret: pulumi.Input<string>;
}

/**
 * Sign-in with accounts from elsewhere, for patients. Two controls end at the door: whoever has an account there gets a
 * user here without an administrator, and Cognito asks such users for no second factor. They arrive without a role and
 * organization, as no claim is mapped to those.
 */
export interface Federation {
  /** First label of the sign-in page's address, <prefix>.auth.<region>.amazoncognito.com; unique among all of AWS. */
  readonly domainPrefix: string;
  /** Where the browser may return to after signing in, exactly as the application asks for it. */
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  readonly providers: readonly OidcProvider[];
}

/** What AWS would refuse, or what would send tokens over an open line; undefined when neither. */
export function federationProblem({
  domainPrefix,
  callbackUrls,
  logoutUrls,
  providers,
}: Federation): string | undefined {
  // "Amazon Cognito prefix domains": the words of AWS's own domains may not be part of it.
  const isPrefix = /^[a-z0-9](-?[a-z0-9])*$/.test(domainPrefix) && !/aws|amazon|cognito/.test(domainPrefix);
  if (!isPrefix) return `domainPrefix "${domainPrefix}" is not a free label`;
  const open = [...callbackUrls, ...logoutUrls].find((url) => !/^(https:\/\/|http:\/\/localhost[:/])/.test(url));
  if (open !== undefined) return `${open} is not https`;
  if (callbackUrls.length === 0) return "no callbackUrls";
  return providers.length === 0 ? "no providers" : undefined;
}

export const FEDERATION_FIX =
  "Use a lowercase prefix without aws, amazon or cognito, https URLs, and one provider or more";

/** Claim by attribute. Never the tenancy: a provider elsewhere does not say who is an administrator here. */
const CLAIMS = {
  username: "sub",
  email: "email",
  given_name: "given_name",
  family_name: "family_name",
};

/** The sign-in page and its providers. Returns the providers, which the client must wait for. */
export function createFederation(
  parent: pulumi.Resource,
  name: string,
  userPoolId: pulumi.Input<string>,
  { domainPrefix, providers }: Federation,
): aws.cognito.IdentityProvider[] {
  new aws.cognito.UserPoolDomain(`${name}-domain`, { userPoolId, domain: domainPrefix }, { parent });
  return providers.map(
    (provider) =>
      new aws.cognito.IdentityProvider(
        `${name}-${provider.name.toLowerCase()}`,
        {
          userPoolId,
          providerName: provider.name,
          providerType: "OIDC",
          providerDetails: {
            client_id: provider.clientId,
            client_secret: pulumi.secret(provider.clientSecret),
            oidc_issuer: provider.issuer,
            authorize_scopes: "openid email profile",
            attributes_request_method: "GET",
            attributes_url_add_attributes: "false",
          },
          attributeMapping: CLAIMS,
        },
        { parent },
      ),
  );
}

/** How the client signs in: with Cognito's own users, or with the page that offers the others as well. */
export function signInSettings(federation: Federation | undefined): Partial<aws.cognito.UserPoolClientArgs> {
  if (federation === undefined) return { supportedIdentityProviders: ["COGNITO"] };
  return {
    supportedIdentityProviders: ["COGNITO", ...federation.providers.map((provider) => provider.name)],
    allowedOauthFlowsUserPoolClient: true,
    // Not implicit: it puts tokens into the browser's history.
    allowedOauthFlows: ["code"],
    allowedOauthScopes: ["openid", "email", "profile"],
    callbackUrls: [...federation.callbackUrls],
    logoutUrls: [...federation.logoutUrls],
  };
}
