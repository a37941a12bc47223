import * as pulumi from "@pulumi/pulumi";
import { fargateTask } from "./fargateTask";
import { type Egress, taskNetwork } from "./taskNetwork";
import type { TaskSpec } from "./taskSpec";

export interface OneOffTaskArgs extends TaskSpec {
  readonly vpcId: pulumi.Input<string>;
  /** What it does when started without an override, for example ["python", "-m", "app.migrate"]. */
  readonly command: readonly string[];
  /** Role -> what it may connect to besides HTTPS. The database's own access component adds its port itself. */
  readonly egressTo?: Readonly<Record<string, Egress>>;
}

/**
 * Work that runs to its end and stops: migrations, the import from another database, a tunnel for an operator. Pulumi
 * only prepares it; it is started with `aws ecs run-task --launch-type FARGATE --task-definition <taskDefinitionArn>`
 * and the private subnets, so a preview never runs anything. For a tunnel add `--enable-execute-command`.
 */
export class OneOffTask extends pulumi.ComponentResource {
  public readonly taskDefinitionArn: pulumi.Output<string>;
  /** For the database's ingress rule, and for `--network-configuration`. */
  public readonly securityGroupId: pulumi.Output<string>;
  public readonly taskRoleArn: pulumi.Output<string>;
  /** With the task role, what a pipeline must be allowed to pass. */
  public readonly executionRoleArn: pulumi.Output<string>;
  public readonly logGroupName: pulumi.Output<string>;

  constructor(name: string, args: OneOffTaskArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:compute:OneOffTask", name, args, opts);
    const task = fargateTask(this, name, args);
    const network = taskNetwork(this, name, args.vpcId, args.egressTo);

    this.taskDefinitionArn = task.definitionArn;
    this.securityGroupId = network.securityGroupId;
    this.taskRoleArn = task.taskRoleArn;
    this.executionRoleArn = task.executionRoleArn;
    this.logGroupName = task.logGroupName;
    this.registerOutputs({ taskDefinitionArn: this.taskDefinitionArn, securityGroupId: this.securityGroupId });
  }
}
