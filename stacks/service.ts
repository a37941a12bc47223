import * as pulumi from "@pulumi/pulumi";
import { auditWriterStatements, PhiAuditLog } from "../components/audit/phiAuditLog";
import { bootstrapContainer } from "../components/compute/bootstrapContainer";
import { FargateService } from "../components/compute/fargateService";
import { ImageRepository } from "../components/compute/imageRepository";
import { OneOffTask } from "../components/compute/oneOffTask";
import type { QueueSubject } from "../components/compute/queueAlarms";
import type { ScheduleSubject } from "../components/compute/scheduleAlarms";
import { ServiceCluster } from "../components/compute/serviceCluster";
import { connectStatements } from "../components/database/connectPolicy";
import { DatabaseAccess } from "../components/database/databaseAccess";
import type { UserPool } from "../components/identity/userPool";
import type { Network } from "../components/network/network";
import { SealedSecret, secretStatements } from "../components/security/sealedSecret";
import type { LogSettings } from "../components/shared/logGroup";
import type { Context } from "./context";
import { APPLICATION_USER, type Database } from "./database";
import { createEntry, type Entry } from "./entry";
import { createEvents, type Events } from "./events";
import { createIntegrations } from "./integrations";
import { createKey, type Keys } from "./keys";
import type { LogDeliveries } from "./logDelivery";
import type { Profile } from "./profile";
import { createReminders, type Reminders } from "./reminders";
import { type Storage, storeStatements } from "./storage";

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
  /** Queues to watch, and the schedules that fill them. */
  readonly queues: readonly QueueSubject[];
  readonly schedules: readonly ScheduleSubject[];
  /** The application's record of who saw what. */
  readonly audit: PhiAuditLog;
  /** Name of the function for events, where there is one. */
  readonly handler: pulumi.Output<string> | undefined;
}

/** The API: its images, its tasks behind a load balancer with TLS, its name, and the task that migrates the database. */
export function createService(context: Context, parts: ServiceParts, profile: Profile): Service {
  const { deletionProtection, opts } = context;
  const { keys, network, database } = parts;
  const apiHost = `api.${profile.domain.name}`;
  const logging = { logKmsKeyArn: keys.logs.arn, logRetentionDays: profile.logs.retentionDays, deletionProtection };

  const repositoryName = `${context.prefix}/api`;
  const repository = new ImageRepository(
    "api-images",
    { repositoryName, kmsKeyArn: keys.images.arn, deletionProtection },
    opts,
  );
  if (profile.service.replicateImages) createImageReplica(context, profile, repositoryName);
  const cluster = new ServiceCluster(
    "services",
    { ...logging, clusterName: context.prefix, shellKmsKeyArn: keys.sessions.arn },
    opts,
  );
  const entry = createEntry(context, parts, profile, apiHost);
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
  const task = { ...taskArgs(context, parts, profile, repository), ...logging };
  const api = createApi(context, parts, profile, {
    ...{ task, repository, cluster, entry, apiHost, audit, signingSecret, reminders, events },
  });
  const migration = createMigration(context, parts, profile, { task, repository, cluster });
  new DatabaseAccess("api-database", { securityGroupId: database.securityGroupId, from: api.securityGroupId }, opts);
  // To the cluster itself: through the proxy only the application connects.
  const { securityGroupId } = database.cluster;
  new DatabaseAccess("migrate-database", { securityGroupId, from: migration.securityGroupId }, opts);
  const queues = [...reminders.queues, ...events.queues];
  const { schedules } = reminders;
  const { functionName: handler } = events;
  return { repository, cluster, api, migration, signingSecret, apiHost, entry, queues, schedules, audit, handler };
}

/** What the API's tasks and the migration's have in common. */
function taskArgs({ location }: Context, parts: ServiceParts, { service }: Profile, repository: ImageRepository) {
  const { database, storage, users } = parts;
  return {
    location,
    repositoryArn: repository.arn,
    cpu: service.cpu,
    memoryMiB: service.memory,
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
  };
}

type TaskArgs = ReturnType<typeof taskArgs> & LogSettings;

interface ApiParts extends Pick<Service, "repository" | "cluster" | "entry" | "apiHost" | "audit" | "signingSecret"> {
  readonly task: TaskArgs;
  readonly reminders: Reminders;
  readonly events: Events;
}

/** The tasks that serve patients and staff. */
function createApi(context: Context, parts: ServiceParts, profile: Profile, api: ApiParts): FargateService {
  const { location, opts } = context;
  const { keys, network, storage, database } = parts;
  const { service } = profile;
  const { task, repository, cluster, entry, audit, signingSecret, reminders, events } = api;
  return new FargateService(
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
      route: { priority: 100, hosts: [api.apiHost], transforms: entry.transforms },
      containerPort: service.port,
      secrets: createIntegrations(context, keys, profile),
      // A stand-in until the first image is pushed, so that the first deployment ends with a healthy service.
      ...(service.imageTag === undefined
        ? bootstrapContainer(service.port)
        : { image: pulumi.interpolate`${repository.url}:${service.imageTag}` }),
      deployment:
        service.deployment === "rolling" ? { strategy: "rolling" } : { strategy: "blue-green", bakeMinutes: 10 },
      scaling: { min: service.minTasks, max: service.maxTasks },
    },
    opts,
  );
}

interface MigrationParts extends Pick<Service, "repository" | "cluster"> {
  readonly task: TaskArgs;
}

/** The task that changes the database's schema, as the cluster's master user. */
function createMigration(
  { opts }: Context,
  { keys, network, database }: ServiceParts,
  { service }: Profile,
  { task, repository, cluster }: MigrationParts,
): OneOffTask {
  const { secretArn, endpoint } = database.cluster;
  const kmsKeyArn = keys.secrets.arn;
  return new OneOffTask(
    "migrate",
    {
      ...task,
      vpcId: network.vpcId,
      shell: cluster.shell,
      image: pulumi.interpolate`${repository.url}:${service.migrationTag ?? service.imageTag ?? "unpublished"}`,
      command: service.migrateCommand,
      environment: { ...task.environment, DATABASE_ENDPOINT: endpoint },
      secrets: {
        DATABASE_USER: { secretArn, key: "username", kmsKeyArn },
        DATABASE_PASSWORD: { secretArn, key: "password", kmsKeyArn },
      },
    },
    opts,
  );
}

/** Where ECR copies the images to: a repository of the same name, with a key of its region. */
function createImageReplica(context: Context, { recoveryRegion: region }: Profile, repositoryName: string): void {
  const { deletionProtection, opts } = context;
  const kmsKeyArn = createKey(context, "images-replica", `Copies of images in ${region}`, [], region).arn;
  new ImageRepository("api-images-replica", { repositoryName, region, kmsKeyArn, deletionProtection }, opts);
}
