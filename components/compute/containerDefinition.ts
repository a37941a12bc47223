import * as pulumi from "@pulumi/pulumi";
import { type SecretRef, TASK_DEFAULTS, type TaskSpec } from "./taskSpec";

/** The one container of a task; the load balancer and `aws ecs execute-command` refer to it by this name. */
export const CONTAINER = "app";

/** What a container needs when it answers requests. */
export interface Serving {
  readonly port: number;
  /** Runs inside the container; it is healthy while this exits with 0. */
  readonly healthCommand: readonly string[];
  /** Seconds after the start in which a failed check does not count. */
  readonly graceSeconds: number;
}

/** The JSON that ECS calls container definitions, with entries in alphabetical order so that a diff means a change. */
export function containerDefinitions(
  spec: TaskSpec,
  logGroupName: pulumi.Input<string>,
  serving?: Serving,
): pulumi.Output<string> {
  const { user, scratchMiB, environment = {}, secrets = {} } = { ...TASK_DEFAULTS, ...spec };
  return pulumi.jsonStringify([
    {
      name: CONTAINER,
      image: spec.image,
      essential: true,
      user,
      ...(spec.command === undefined ? {} : { command: spec.command }),
      environment: sorted(environment).map(([name, value]) => ({ name, value })),
      secrets: sorted(secrets).map(([name, secret]) => ({ name, valueFrom: valueFrom(secret) })),
      // The SSM agent of ECS Exec writes below /var and AWS publishes no list of its paths (containers-roadmap 2824):
      // mounting guesses over them would break on the agent's next version.
      readonlyRootFilesystem: spec.shell === "off",
      linuxParameters: {
        // Without an init process the children of a closed shell stay as zombies.
        initProcessEnabled: true,
        // Memory instead of a volume: Fargate volumes belong to root, and PHI that spools here never reaches a disk.
        tmpfs: [{ containerPath: "/tmp", size: scratchMiB, mountOptions: ["nosuid", "nodev"] }],
      },
      logConfiguration: {
        logDriver: "awslogs",
        options: {
          "awslogs-group": logGroupName,
          "awslogs-region": spec.location.region,
          "awslogs-stream-prefix": CONTAINER,
          // A slow log service must not stop a session; the buffer holds about a minute of a busy task.
          mode: "non-blocking",
          "max-buffer-size": "25m",
        },
      },
      ...(serving === undefined ? {} : servingPart(serving)),
    },
  ]);
}

function servingPart({ port, healthCommand, graceSeconds }: Serving) {
  return {
    portMappings: [{ containerPort: port, hostPort: port, protocol: "tcp" }],
    // ECS accepts a start period of 300 seconds at most ("HealthCheck", Amazon ECS API Reference).
    healthCheck: {
      command: healthCommand,
      interval: 15,
      timeout: 5,
      retries: 3,
      startPeriod: Math.min(graceSeconds, 300),
    },
  };
}

/** `<arn>:<key>::` picks one key of a JSON secret, in its current version. */
function valueFrom({ secretArn, key }: SecretRef): pulumi.Input<string> {
  return key === undefined ? secretArn : pulumi.interpolate`${secretArn}:${key}::`;
}

function sorted<T>(record: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
