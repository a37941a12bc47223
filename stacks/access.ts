import * as pulumi from "@pulumi/pulumi";
import { ImportTask } from "../components/compute/importTask";
import { connectStatements } from "../components/database/connectPolicy";
import { DatabaseAccess } from "../components/database/databaseAccess";
import type { Network } from "../components/network/network";
import { BreakGlassRole } from "../components/security/breakGlass";
import { OperatorAccess } from "../components/security/operatorPolicy";
import type { Statement } from "../components/shared/policyDocument";
import { PhiBucket } from "../components/storage/phiBucket";
import type { Alerts } from "./alerts";
import type { Context } from "./context";
import type { Database } from "./database";
import type { Keys } from "./keys";
import type { Profile } from "./profile";
import type { Service } from "./service";
import { type Storage, storeStatements } from "./storage";

export interface AccessParts {
  readonly keys: Keys;
  readonly network: Network;
  readonly storage: Storage;
  readonly database: Database;
  readonly service: Service;
  readonly alerts: Alerts;
}

/** The database user of operators, by IAM; a migration creates it. */
const OPERATOR_USER = "operator";
/** A dump is needed for the hour of its import; a week forgives a weekend. */
const DUMP_DAYS = 7;

/** How people reach what is inside: the import of an old database, sessions in a task, and the door for emergencies. */
export function createAccess(context: Context, parts: AccessParts, profile: Profile) {
  const { location, prefix, deletionProtection, opts } = context;
  const { keys, network, storage, database, service, alerts } = parts;
  const { cluster } = database;
  const dumps = new PhiBucket(
    "imports",
    {
      // The S3 endpoint admits names with this beginning only.
      bucketName: `${prefix}-imports-${location.accountId}`,
      location,
      kmsKeyArn: keys.files.arn,
      accessLogBucket: storage.accessLogs.name,
      versions: "off",
      expireAfterDays: DUMP_DAYS,
      deletionProtection,
    },
    opts,
  );
  const importTask = new ImportTask(
    "import",
    {
      location,
      vpcId: network.vpcId,
      postgresMajor: Number.parseInt(profile.database.engineVersion, 10),
      bucket: { arn: dumps.arn, name: dumps.name, kmsKeyArn: keys.files.arn },
      secret: { secretArn: cluster.secretArn, kmsKeyArn: keys.secrets.arn },
      database: { host: cluster.endpoint, port: cluster.port, name: cluster.databaseName },
      logKmsKeyArn: keys.logs.arn,
      logRetentionDays: profile.logs.retentionDays,
      deletionProtection,
    },
    opts,
  );
  const from = importTask.securityGroupId;
  new DatabaseAccess("import-database", { securityGroupId: cluster.securityGroupId, from }, opts);
  const operators = new OperatorAccess(
    "operators",
    {
      cluster: service.cluster,
      tasks: [service.migration, importTask],
      sessionKmsKeyArn: keys.sessions.arn,
      location,
      logGroupNames: [service.migration.logGroupName, importTask.logGroupName],
      // The cluster's own id: through the proxy only the application connects.
      statements: [
        ...connectStatements(location, cluster.clusterResourceId, OPERATOR_USER),
        ...uploadStatements(dumps.arn, keys.files.arn, location.region),
      ],
    },
    opts,
  );
  const { breakGlass } = profile;
  const door =
    breakGlass &&
    new BreakGlassRole(
      "break-glass",
      {
        roleName: `${prefix}-break-glass`,
        ...breakGlass,
        statements: [
          ...storeStatements(context, [
            { sid: "Files", bucketArn: storage.files.arn, keyArn: keys.files.arn },
            { sid: "Videos", bucketArn: storage.videos.arn, keyArn: keys.videos.arn },
          ]),
          ...connectStatements(location, cluster.clusterResourceId, OPERATOR_USER),
        ],
        alertsTopicArn: alerts.topic.arn,
        location,
      },
      opts,
    );
  return { dumps, importTask, operators, door };
}

/** To bring a dump in and take it away again, never to read one: `npm run ops -- import-dump`. */
function uploadStatements(bucketArn: pulumi.Output<string>, keyArn: pulumi.Input<string>, region: string): Statement[] {
  return [
    {
      Sid: "Dumps",
      Effect: "Allow",
      Action: ["s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload"],
      Resource: pulumi.interpolate`${bucketArn}/*`,
    },
    {
      // "Uploading to a bucket with SSE-KMS", Amazon S3 User Guide: parts of a large file are decrypted to be joined.
      Sid: "DumpsKey",
      Effect: "Allow",
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
    },
  ];
}
