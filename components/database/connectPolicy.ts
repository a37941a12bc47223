import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** A PostgreSQL role name that needs no quotes. Above all not `*`, which would be every user, the master too. */
const ROLE_NAME = /^[a-z_][a-z0-9_]{0,62}$/;

/**
 * Lets a task log in as one database user with a token in place of a password. `resourceId` is the cluster's
 * `clusterResourceId` or the proxy's `resourceId`: an identifier or ARN is accepted by AWS and matches nothing. The user
 * exists once a migration has run `CREATE USER app; GRANT rds_iam TO app`.
 */
export function connectStatements(location: Location, resourceId: pulumi.Input<string>, user: string): Statement[] {
  if (!ROLE_NAME.test(user))
    throw new pulumi.RunError(`user: "${user}" is not one database user. Name it, such as app.`);
  const { accountId, region } = location;
  return [
    {
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: pulumi.interpolate`arn:aws:rds-db:${region}:${accountId}:dbuser:${resourceId}/${user}`,
    },
  ];
}
