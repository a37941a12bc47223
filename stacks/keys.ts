import type * as pulumi from "@pulumi/pulumi";
import { DataKey } from "../components/security/dataKey";
import { logsGrants } from "../components/security/keyGrants";
import { EDGE_REGION } from "../components/shared/edgeRegion";
import type { Statement } from "../components/shared/policyDocument";
import type { Context } from "./context";

/** One key for each kind of data, so that access to one never opens another (45 CFR 164.312(a)(2)(iv)). */
export interface Keys {
  readonly database: DataKey;
  readonly files: DataKey;
  readonly videos: DataKey;
  readonly secrets: DataKey;
  readonly logs: DataKey;
  /** The logs key of us-east-1, which is `logs` itself where the stack runs there. */
  readonly edgeLogs: DataKey;
  readonly images: DataKey;
  /** Encrypts the shell sessions that operators open in a task. */
  readonly sessions: DataKey;
}

/** The stack's keys. `videoReaders` are the grants on recordings beside IAM's: CloudFront's, whose ARN comes later. */
export function createKeys(context: Context, videoReaders: pulumi.Input<Statement>[]): Keys {
  const { location } = context;
  const key = (name: string, description: string, grants: pulumi.Input<Statement>[] = []) =>
    createKey(context, name, description, grants);
  const logs = key("logs", "Logs of the platform", logsGrants(location));
  const edge = { accountId: location.accountId, region: EDGE_REGION };
  return {
    database: key("database", "Patient records in Aurora"),
    files: key("files", "Files that patients and staff upload"),
    videos: key("videos", "Recordings of video sessions", videoReaders),
    secrets: key("secrets", "Credentials in Secrets Manager"),
    logs,
    edgeLogs:
      location.region === EDGE_REGION
        ? logs
        : createKey(context, "edge-logs", "Logs of CloudFront", logsGrants(edge), EDGE_REGION),
    images: key("images", "Container images"),
    sessions: key("sessions", "Shell sessions in tasks"),
  };
}

/** A key of this stack, in another region where one is named, and in `replicaRegion` as well. */
export function createKey(
  { prefix, location, deletionProtection, opts }: Context,
  name: string,
  description: string,
  grants: pulumi.Input<Statement>[],
  region?: string,
  replicaRegion?: string,
): DataKey {
  const elsewhere = {
    ...(region === undefined ? {} : { region }),
    ...(replicaRegion === undefined ? {} : { replicaRegion }),
  };
  const args = { alias: `${prefix}-${name}`, description, location, grants, deletionProtection, ...elsewhere };
  return new DataKey(`${name}-key`, args, opts);
}
