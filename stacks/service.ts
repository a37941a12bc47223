import * as pulumi from "@pulumi/pulumi";
import { auditWriterStatements, PhiAuditLog } from "../components/audit/phiAuditLog";
import type { QueueSubject } from "../components/audit/workAlarms";
import { bootstrapContainer } from "../components/compute/bootstrapContainer";
import { FargateService } from "../components/compute/fargateService";
import { ImageRepository } from "../components/compute/imageRepository";
import { OneOffTask } from "../components/compute/oneOffTask";
import { ServiceCluster } from "../components/compute/serviceCluster";
import { connectStatements } from "../components/database/connectPolicy";
import { DatabaseAccess } from "../components/database/databaseAccess";
import type { UserPool } from "../components/identity/userPool";
import type { Network } from "../components/network/network";
import { SealedSecret, secretStatements } from "../components/security/sealedSecret";
import type { Statement } from "../components/shared/policyDocument";
import type { Context } from "./context";
import { APPLICATION_USER, type Database } from "./database";
import { createEntry, type Entry } from "./entry";
import { createEvents } from "./events";
import { createIntegrations } from "./integrations";
import { createKey, type Keys } from "./keys";
import type { LogDeliveries } from "./logDelivery";
import type { Profile } from "./profile";
import { createReminders } from "./reminders";
import type { Storage } from "./storage";

export interface ServiceParts {
  readonly keys: Keys;
  readonly deliveries: LogDeliveries;
  readonly network: Network;
  readonly storage: Storage;
  readonly database: Database;
  readonly users: UserPool;
  readonly videoHost: string;
  /** The id of the public key that links to recordings are signed for. */
  readonly videoKeyId: pulumi.Input<string>;
}

export interface Service {
  readonly repository: ImageRepository;
  readonly cluster: ServiceCluster;
  readonly api: FargateService;
  readonly migration: OneOffTask;
  readonly signingSecret: SealedSecret;
  readonly apiHost: string;
  readonly entry: Entry;
  /** Queues that somebody has to work off. */
  readonly queues: readonly QueueSubject[];
  /** The application's record of who saw what. */
  readonly audit: PhiAuditLog;
  /** Name of the function for events, where there is one. */
  readonly handler: pulumi.Output<string> | undefined;
}

/** The API: its images, its tasks behind a load balancer with TLS, its name, and the task that migrates the database. */
export function createService(context: Context, parts: ServiceParts, profile: Profile): Service {
  const { location, deletionProtection, opts } = context;
  const { keys, network, storage, database, users } = parts;
  const { domain, service: settings } = profile;
  const apiHost = `api.${domain.name}`;
  const logging = { logKmsKeyArn: keys.logs.arn, logRetentionDays: profile.logs.retentionDays, deletionProtection };

  const repositoryName = `${context.prefix}/api`;
  const repository = new ImageRepository(
    "api-images",
    { repositoryName, kmsKeyArn: keys.images.arn, deletionProtection },
    opts,
  );
  if (settings.replicateImages) createImageReplica(context, profile, repositoryName);
  const cluster = new ServiceCluster(
    "services",
    { ...logging, clusterName: context.prefix, shellKmsKeyArn: keys.sessions.arn },
    opts,
  );
  const entry = createEntry(context, parts, profile, apiHost);
  const tag = settings.imageTag;
  const task = {
    location,
    repositoryArn: repository.arn,
    cpu: settings.cpu,
    memoryMiB: settings.memory,
    environment: {
      DATABASE_ENDPOINT: database.endpoint,
      DATABASE_PORT: pulumi.interpolate`${database.cluster.port}`,
      DATABASE_NAME: database.cluster.databaseName,
      FILES_BUCKET: storage.files.name,
      VIDEOS_BUCKET: storage.videos.name,
      VIDEO_HOST: parts.videoHost,
      TOKEN_ISSUER: pulumi.interpolate`https://${users.endpoint}`,
      TOKEN_AUDIENCE: users.clientId,
    },
    ...logging,
  };
  const audit = new PhiAuditLog(
    "audit",
    { ...logging, logGroupName: `/${context.prefix}/audit`, logRetentionDays: profile.logs.auditRetentionDays },
    opts,
  );
  const signingSecret = new SealedSecret(
    "video-signing",
    { description: "Private key that signs links to recordings", kmsKeyArn: keys.secrets.arn, deletionProtection },
    opts,
  );
  const reminders = createReminders(context, profile);
  const events = createEvents(context, keys, network, profile);
  const api = new FargateService(
    "api",
    {
      ...task,
      environment: {
        ...task.environment,
        AUDIT_LOG_GROUP: audit.name,
        ...reminders.environment,
        ...events.environment,
        DATABASE_USER: APPLICATION_USER,
        VIDEO_SIGNING_SECRET_ARN: signingSecret.arn,
        VIDEO_KEY_PAIR_ID: parts.videoKeyId,
      },
      statements: [
        ...connectStatements(location, database.resourceId, APPLICATION_USER),
        ...storeStatements(context, [
          { sid: "Files", bucketArn: storage.files.arn, keyArn: keys.files.arn },
          { sid: "Videos", bucketArn: storage.videos.arn, keyArn: keys.videos.arn },
        ]),
        ...auditWriterStatements(audit.arn),
        ...reminders.statements,
        ...events.statements,
        ...secretStatements(location, signingSecret.arn, keys.secrets.arn),
      ],
      cluster,
      // Nobody's shell, so its file system can be read-only; operators use the migration task.
      shell: "off",
      placement: { vpcId: network.vpcId, subnetIds: network.privateSubnetIds },
      loadBalancer: entry.loadBalancer,
      route: { priority: 100, hosts: [apiHost], transforms: entry.transforms },
      containerPort: settings.port,
      // Until the first image is pushed, so that the first deployment ends with a healthy service.
      secrets: createIntegrations(context, keys, profile),
      ...(tag === undefined
        ? bootstrapContainer(settings.port)
        : { image: pulumi.interpolate`${repository.url}:${tag}` }),
      deployment:
        settings.deployment === "rolling" ? { strategy: "rolling" } : { strategy: "blue-green", bakeMinutes: 10 },
      scaling: { min: settings.minTasks, max: settings.maxTasks },
    },
    opts,
  );
  const migration = new OneOffTask(
    "migrate",
    {
      ...task,
      vpcId: network.vpcId,
      shell: cluster.shell,
      image: pulumi.interpolate`${repository.url}:${settings.migrationTag ?? tag ?? "unpublished"}`,
      command: settings.migrateCommand,
      environment: { ...task.environment, DATABASE_ENDPOINT: database.cluster.endpoint },
      secrets: {
        DATABASE_USER: { secretArn: database.cluster.secretArn, key: "username", kmsKeyArn: keys.secrets.arn },
        DATABASE_PASSWORD: { secretArn: database.cluster.secretArn, key: "password", kmsKeyArn: keys.secrets.arn },
      },
    },
    opts,
  );
  new DatabaseAccess("api-database", { securityGroupId: database.securityGroupId, from: api.securityGroupId }, opts);
  const cluster5432 = database.cluster.securityGroupId;
  new DatabaseAccess("migrate-database", { securityGroupId: cluster5432, from: migration.securityGroupId }, opts);
  const queues = [...reminders.queues, ...events.queues];
  const { functionName: handler } = events;
  return { repository, cluster, api, migration, signingSecret, apiHost, entry, queues, audit, handler };
}

/** Where ECR copies the images to: a repository of the same name, with a key of its region. */
function createImageReplica(context: Context, { recoveryRegion: region }: Profile, repositoryName: string): void {
  const { deletionProtection, opts } = context;
  const kmsKeyArn = createKey(context, "images-replica", `Copies of images in ${region}`, [], region).arn;
  new ImageRepository("api-images-replica", { repositoryName, region, kmsKeyArn, deletionProtection }, opts);
}

/** Objects of one store, and its key for S3's use only. */
export function storeStatements(
  { location }: Context,
  stores: readonly { sid: string; bucketArn: pulumi.Input<string>; keyArn: pulumi.Input<string> }[],
): Statement[] {
  return stores.flatMap(({ sid, bucketArn, keyArn }) => [
    {
      Sid: `${sid}Objects`,
      Effect: "Allow" as const,
      Action: [
        "s3:GetObject",
        "s3:PutObject",
        "s3:DeleteObject",
        "s3:AbortMultipartUpload",
        "s3:ListMultipartUploadParts",
      ],
      Resource: pulumi.interpolate`${bucketArn}/*`,
    },
    { Sid: `${sid}List`, Effect: "Allow" as const, Action: "s3:ListBucket", Resource: bucketArn },
    {
      Sid: `${sid}Key`,
      Effect: "Allow" as const,
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${location.region}.amazonaws.com` } },
    },
  ]);
}
