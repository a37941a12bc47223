import type { SecretRef } from "../components/compute/taskSpec";
import { IntegrationSecret } from "../components/security/integrationSecret";
import { SECRET_CONTRACTS } from "../components/security/secretContract";
import type { Context } from "./context";
import type { Keys } from "./keys";
import type { Profile } from "./profile";

/** A secret for each vendor the settings name, and what of it the API's tasks get as environment variables. */
export function createIntegrations(
  { deletionProtection, opts }: Context,
  keys: Keys,
  { integrations }: Profile,
): Readonly<Record<string, SecretRef>> {
  const kmsKeyArn = keys.secrets.arn;
  const secrets = integrations.map(
    (vendor) =>
      new IntegrationSecret(vendor, { contract: SECRET_CONTRACTS[vendor], kmsKeyArn, deletionProtection }, opts),
  );
  return Object.fromEntries(secrets.flatMap(({ secretRefs }) => Object.entries(secretRefs)));
}
