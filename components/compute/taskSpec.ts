import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";
import { type FargateCpu, memoryFix } from "./fargateSizes";
import type { LogSettings } from "../shared/logGroup";

/** One value of Secrets Manager that the container receives as an environment variable. */
export interface SecretRef {
  readonly secretArn: pulumi.Input<string>;
  /** Key inside a JSON secret. Leave out for the whole text. */
  readonly key?: string;
  /** Key that encrypts the secret. Required: without the right to use it the task does not start. */
  readonly kmsKeyArn: pulumi.Input<string>;
}

/** What a task needs so that operators can open a shell or a tunnel in it; an output of ServiceCluster. */
export interface ShellAccess {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly logGroupArn: pulumi.Input<string>;
}

/** What runs in one Fargate task: the part that a service and a one-off task have in common. */
export interface TaskSpec extends LogSettings {
  readonly location: Location;
  /** Image with tag or digest. Built for `architecture`, made for a user that is not root and a read-only disk. */
  readonly image: pulumi.Input<string>;
  /** The one private repository the task may pull from. */
  readonly repositoryArn: pulumi.Input<string>;
  /** Replaces the image's own command. */
  readonly command?: readonly string[];
  /** CPU units, 1024 for one vCPU. @default 512: half a vCPU serves a few API requests at a time */
  readonly cpu?: FargateCpu;
  /** Memory in MiB; AWS offers a list per cpu. @default 1024, the least that goes with 512 CPU units */
  readonly memoryMiB?: number;
  /** @default "ARM64": the same work for about a fifth less money than X86_64 (AWS Fargate pricing) */
  readonly architecture?: "ARM64" | "X86_64";
  /** `uid:gid` of the process. Root is refused. @default "10001:10001", an id that no base image uses */
  readonly user?: string;
  /** MiB of memory that `/tmp` may take. It is memory, not a disk: uploads that spool there are gone with the task. @default 64 */
  readonly scratchMiB?: number;
  /** Plain settings. What is confidential belongs to `secrets`: everybody who may read the task sees these. */
  readonly environment?: Readonly<Record<string, pulumi.Input<string>>>;
  /** Variable name -> secret, read by ECS when the task starts; a rotated value needs a new task. */
  readonly secrets?: Readonly<Record<string, SecretRef>>;
  /** What the application itself may do: the whole policy of the task role, apart from the shell. */
  readonly statements?: readonly pulumi.Input<Statement>[];
  /**
   * Whether operators may open a shell or a tunnel in the task (ECS Exec). It costs the read-only root disk: AWS
   * documents the two as incompatible. So keep it "off" for what serves patients and give it to a one-off task.
   */
  readonly shell: ShellAccess | "off";
}

export const TASK_DEFAULTS = {
  cpu: 512,
  memoryMiB: 1024,
  architecture: "ARM64",
  user: "10001:10001",
  scratchMiB: 64,
} as const;

/** Refuses what AWS would only reject after minutes, or what would run with too many rights. */
export function refuseBadTask(component: pulumi.Resource, spec: TaskSpec): void {
  const { cpu, memoryMiB, user, scratchMiB, environment = {}, secrets = {} } = { ...TASK_DEFAULTS, ...spec };
  const fix = memoryFix(cpu, memoryMiB);
  if (fix !== undefined) invalid(component, "memoryMiB", `Fargate has no task with ${memoryMiB} MiB`, fix);
  if (/^(root|0)(:|$)/.test(user))
    invalid(component, "user", `"${user}" is root`, "Use the uid:gid of an ordinary user, for example 10001:10001");
  if (scratchMiB < 1 || scratchMiB > memoryMiB / 2)
    invalid(component, "scratchMiB", `${scratchMiB} is not between 1 and half of memoryMiB`, "Use 64, or more memory");
  const duplicate = Object.keys(environment).find((variable) => variable in secrets);
  if (duplicate !== undefined)
    invalid(component, `environment.${duplicate}`, "it is also in secrets", "List each variable in one of the two");
}
