import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import { fetchScript, restoreScript, TLS_ENVIRONMENT, WORK } from "./importScript";

/** Names for `--overrides` of `aws ecs run-task`: the first takes IMPORT_KEY. */
export const FETCH = "fetch";
export const RESTORE = "restore";
export const VOLUME = "work";
/** An id that neither image uses. */
const USER = "10001:10001";

export interface ImportContainers {
  readonly location: Location;
  readonly fetchImage: string;
  readonly restoreImage: string;
  readonly bucketName: pulumi.Input<string>;
  readonly dumpKey: string;
  readonly database: {
    readonly host: pulumi.Input<string>;
    readonly port: pulumi.Input<number>;
    readonly name: pulumi.Input<string>;
  };
  readonly secretArn: pulumi.Input<string>;
  readonly schemas: readonly string[];
  readonly extensions: readonly string[];
  readonly logGroupName: pulumi.Input<string>;
}

/** One container reads S3 and cannot reach the database's password; the other has it and cannot reach S3's tools. */
export function importContainers(spec: ImportContainers): pulumi.Output<string> {
  const { location, database, secretArn, logGroupName } = spec;
  const common = (name: string, script: string) => ({
    name,
    entryPoint: ["bash", "-c"],
    command: [script],
    readonlyRootFilesystem: true,
    // ECS gives "add" back even if it is empty; without it each update would see a change and make a new revision.
    linuxParameters: { initProcessEnabled: true, capabilities: { add: [], drop: ["ALL"] } },
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logGroupName,
        "awslogs-region": location.region,
        "awslogs-stream-prefix": name,
      },
    },
  });
  const plain = (values: Readonly<Record<string, pulumi.Input<string>>>) =>
    Object.entries(values).map(([name, value]) => ({ name, value }));
  return pulumi.jsonStringify([
    {
      ...common(FETCH, fetchScript()),
      image: spec.fetchImage,
      // It ends before the other one does, and must not take it along.
      essential: false,
      // Root without any of its powers: a volume of Fargate belongs to root, and somebody has to make the pipe.
      user: "0",
      environment: plain({ IMPORT_BUCKET: spec.bucketName, IMPORT_KEY: spec.dumpKey }),
      mountPoints: [{ sourceVolume: VOLUME, containerPath: WORK, readOnly: false }],
    },
    {
      ...common(RESTORE, restoreScript(spec.schemas, spec.extensions)),
      image: spec.restoreImage,
      essential: true,
      user: USER,
      dependsOn: [{ containerName: FETCH, condition: "START" }],
      environment: plain({
        PGHOST: database.host,
        PGPORT: pulumi.interpolate`${database.port}`,
        PGDATABASE: database.name,
        ...TLS_ENVIRONMENT,
      }),
      secrets: [
        { name: "PGUSER", valueFrom: pulumi.interpolate`${secretArn}:username::` },
        { name: "PGPASSWORD", valueFrom: pulumi.interpolate`${secretArn}:password::` },
      ],
      mountPoints: [{ sourceVolume: VOLUME, containerPath: WORK, readOnly: true }],
    },
  ]);
}
