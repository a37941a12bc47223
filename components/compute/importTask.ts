import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { type LogSettings, logGroup } from "../shared/logGroup";
import type { Location } from "../shared/placement";
import { importContainers, VOLUME } from "./importContainers";
import { importRoles } from "./importTaskAccess";
import { taskNetwork } from "./taskNetwork";
import type { SecretRef } from "./taskSpec";

/** Two vCPUs: decompressing and sending takes one, and the task runs once. */
const SIZE = { cpu: "2048", memory: "4096" };
const PUBLIC = "public.ecr.aws";
/** What dumps of hosted platforms mostly use, and Aurora has. */
const EXTENSIONS = ["uuid-ossp", "pgcrypto"];
/** A tag of ours, or better a digest: what `latest` runs is decided by others. */
const PINNED = /^[\w./-]+(:(?!latest$)[\w.-]+|@sha256:[0-9a-f]{64})$/;

export interface ImportTaskArgs extends LogSettings {
  readonly location: Location;
  readonly vpcId: pulumi.Input<string>;
  /** PostgreSQL major of the target: its `pg_restore` writes what the target understands. The dump must not be newer. */
  readonly postgresMajor: number;
  /** Where the dump is, in custom format (`pg_dump --format=custom`); a bucket that forgets it after days. */
  readonly bucket: {
    readonly arn: pulumi.Input<string>;
    readonly name: pulumi.Input<string>;
    readonly kmsKeyArn: pulumi.Input<string>;
  };
  /** Key of the dump in the bucket. @default "database.dump"; another one by overriding IMPORT_KEY */
  readonly dumpKey?: string;
  /** The writer itself: a proxy knows the application's user only. */
  readonly database: {
    readonly host: pulumi.Input<string>;
    readonly port: pulumi.Input<number>;
    readonly name: pulumi.Input<string>;
  };
  /** The master user's secret, with `username` and `password`. */
  readonly secret: Omit<SecretRef, "key">;
  /** Schemas taken over; those of the hosted platform (auth, storage) never are. @default ["public"] */
  readonly schemas?: readonly [string, ...string[]];
  /** Extensions that the dump's tables use, made in the schema `extensions`. @default ["uuid-ossp", "pgcrypto"] */
  readonly extensions?: readonly string[];
  /** Image with bash, curl and the AWS CLI. @default the official one of a pinned release, in Amazon's public registry */
  readonly fetchImage?: string;
  /** Image with bash, psql and pg_restore. @default Docker's official PostgreSQL image, in Amazon's public registry */
  readonly restoreImage?: string;
}

/**
 * The one import from a hosted Postgres, such as Supabase: reads a dump from S3, leaves out the host's own schemas, and
 * restores the rest in one transaction over verified TLS. Started by hand like `OneOffTask`; it needs a way to
 * `public.ecr.aws`, so a NAT gateway. A second run refuses to touch what is there.
 */
export class ImportTask extends pulumi.ComponentResource {
  public readonly taskDefinitionArn: pulumi.Output<string>;
  /** For the database's ingress rule, and for `--network-configuration`. */
  public readonly securityGroupId: pulumi.Output<string>;
  /** With the execution role, what an operator must be allowed to pass. */
  public readonly taskRoleArn: pulumi.Output<string>;
  public readonly executionRoleArn: pulumi.Output<string>;
  public readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: ImportTaskArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:compute:ImportTask", name, args, opts);
    const { location, vpcId, postgresMajor, bucket, database, secret } = args;
    const { schemas = ["public"], extensions = EXTENSIONS, dumpKey = "database.dump" } = args;
    const { fetchImage = `${PUBLIC}/aws-cli/aws-cli:2.31.0` } = args;
    const { restoreImage = `${PUBLIC}/docker/library/postgres:${postgresMajor}-bookworm` } = args;
    refuse(this, { schemas, extensions, fetchImage, restoreImage });

    const logs = logGroup(this, `${name}-logs`, args);
    const { securityGroupId } = taskNetwork(this, name, vpcId);
    const roles = importRoles(this, name, {
      location,
      logGroupArn: logs.arn,
      secret,
      bucketArn: bucket.arn,
      bucketKmsKeyArn: bucket.kmsKeyArn,
    });
    const definition = new aws.ecs.TaskDefinition(
      `${name}-task`,
      {
        // Families are account-wide and have no auto-name: two stacks would count up each other's revisions.
        family: `${pulumi.getStack()}-${name}`,
        ...SIZE,
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
        ...roles,
        volumes: [{ name: VOLUME }],
        containerDefinitions: importContainers({
          location,
          fetchImage,
          restoreImage,
          bucketName: bucket.name,
          dumpKey,
          database,
          secretArn: secret.secretArn,
          schemas,
          extensions,
          logGroupName: logs.name,
        }),
      },
      { parent: this },
    );

    this.taskDefinitionArn = definition.arn;
    this.securityGroupId = securityGroupId;
    this.taskRoleArn = roles.taskRoleArn;
    this.executionRoleArn = roles.executionRoleArn;
    this.logGroupName = logs.name;
    this.registerOutputs({ taskDefinitionArn: this.taskDefinitionArn, securityGroupId: this.securityGroupId });
  }
}

interface Written {
  readonly schemas: readonly string[];
  readonly extensions: readonly string[];
  readonly fetchImage: string;
  readonly restoreImage: string;
}

/** Names become part of a script: only those that need no quotes. */
function refuse(task: ImportTask, { schemas, extensions, fetchImage, restoreImage }: Written): void {
  const schema = schemas.find((name) => !/^[a-z_][a-z0-9_]*$/.test(name) || ["auth", "storage"].includes(name));
  if (schema !== undefined)
    invalid(
      task,
      "schemas",
      `"${schema}" is not a schema of yours`,
      "Write names such as public, never auth or storage",
    );
  const extension = extensions.find((name) => !/^[a-z][a-z0-9_-]*$/.test(name));
  if (extension !== undefined)
    invalid(task, "extensions", `"${extension}" is not the name of an extension`, "Write names such as uuid-ossp");
  for (const [field, image] of Object.entries({ fetchImage, restoreImage }))
    if (!PINNED.test(image))
      invalid(task, field, `"${image}" is not one image`, "Write a tag other than latest, or a digest");
}
