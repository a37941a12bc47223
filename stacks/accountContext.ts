import * as pulumi from "@pulumi/pulumi";
import type { DataKey } from "../components/security/dataKey";
import { EDGE_REGION } from "../components/shared/edgeRegion";
import { AccessLogBucket } from "../components/storage/accessLogBucket";
import type { AccountProfile } from "./accountProfile";
import { type Context, createContext } from "./context";

/** What every part of the account's stack needs to know. */
export interface AccountContext extends Context {
  /** Begins the names of what belongs to the project, not to one of its environments. */
  readonly project: string;
  /** Names of the environments' stacks. */
  readonly environments: readonly string[];
  /** Its own, the second region and CloudFront's: all that are in use. */
  readonly regions: readonly string[];
}

/** What the parts of the account's stack share beside that. */
export interface AccountParts {
  readonly logsKey: DataKey;
  readonly topicArn: pulumi.Input<string>;
  /** Takes the access logs of buckets in the account's region. */
  readonly accessLogBucket: pulumi.Input<string>;
}

export function createAccountContext(
  profile: AccountProfile,
  options: pulumi.ComponentResourceOptions,
): AccountContext {
  const context = createContext({ ...profile, dataClass: "audit" }, options);
  const { region } = context.location;
  const others = [...new Set([profile.recoveryRegion, EDGE_REGION])].filter((other) => other !== region);
  return {
    ...context,
    project: pulumi.getProject(),
    environments: profile.environments.map(({ stack }) => stack),
    regions: [region, ...others],
  };
}

/** Takes the access logs of the account's buckets in one region. */
export function createAccessLogs(
  { prefix, project, location, deletionProtection, opts }: AccountContext,
  { logs }: AccountProfile,
  purpose: string,
  more: { readonly region?: string } = {},
): AccessLogBucket {
  return new AccessLogBucket(
    purpose,
    {
      bucketName: `${prefix}-${purpose}-${location.accountId}`,
      bucketPrefix: `${project}-`,
      location,
      retentionDays: logs.auditRetentionDays,
      deletionProtection,
      ...more,
    },
    opts,
  );
}
