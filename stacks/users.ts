import * as pulumi from "@pulumi/pulumi";
import type { Federation } from "../components/identity/federation";
import { UserPool } from "../components/identity/userPool";
import type { Context } from "./context";
import type { Keys } from "./keys";
import type { LogDeliveries } from "./logDelivery";
import type { Profile } from "./profile";

/** Who signs in, and how: by password and second factor, and by another provider where the settings name one. */
export function createUsers(
  { location, deletionProtection, opts }: Context,
  { keys, deliveries }: { readonly keys: Keys; readonly deliveries: LogDeliveries },
  profile: Profile,
): UserPool {
  const { sms, threatProtection, email } = profile.identity;
  const federation = federationOf(profile);
  return new UserPool(
    "users",
    {
      location,
      deletionProtection,
      secondFactor: sms ? "totp-or-sms" : "totp",
      threatProtection,
      ...(email === undefined ? {} : { email }),
      ...(federation === undefined ? {} : { federation }),
      logKmsKeyArn: keys.logs.arn,
      logRetentionDays: profile.logs.auditRetentionDays,
      logDeliveryPolicy: deliveries.home,
    },
    opts,
  );
}

function federationOf({ identity: { oidc }, domain }: Profile): Federation | undefined {
  if (oidc === undefined) return undefined;
  const { domainPrefix, ...provider } = oidc;
  const pages = domain.browserOrigins.map((origin) => `${origin}/`);
  const clientSecret = new pulumi.Config().requireSecret("oidcClientSecret");
  return { domainPrefix, callbackUrls: pages, logoutUrls: pages, providers: [{ ...provider, clientSecret }] };
}
