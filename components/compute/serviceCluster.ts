import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { type LogSettings, logGroup } from "../shared/logGroup";
import type { ShellAccess } from "./taskSpec";

export interface ServiceClusterArgs extends LogSettings {
  /** Name in AWS, with the stack in it. Fixed, because the log group of Container Insights is named after it. */
  readonly clusterName: string;
  /** Key that encrypts the traffic between an operator's terminal and a container (ECS Exec). */
  readonly shellKmsKeyArn: pulumi.Input<string>;
}

/** Where tasks run: Fargate only, every shell session encrypted and recorded, metrics per task. */
export class ServiceCluster extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;
  public readonly name: pulumi.Output<string>;
  /** Hand this to a service or task that operators may open a shell in. */
  public readonly shell: ShellAccess;

  constructor(name: string, args: ServiceClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:compute:ServiceCluster", name, args, opts);
    const { clusterName } = args;
    if (!/^[A-Za-z0-9][\w-]{0,254}$/.test(clusterName))
      invalid(this, "clusterName", `"${clusterName}" is refused by ECS`, "Use up to 255 letters, digits, - and _");
    const sessions = logGroup(this, `${name}-shell`, args);
    // Where Container Insights writes. It makes the group itself otherwise: without our key, and left over after a destroy.
    const insights = logGroup(this, `${name}-insights`, args, {
      name: `/aws/ecs/containerinsights/${clusterName}/performance`,
    });
    const cluster = new aws.ecs.Cluster(
      `${name}-cluster`,
      {
        name: clusterName,
        // RunningTaskCount and the other task metrics exist with Container Insights only.
        settings: [{ name: "containerInsights", value: "enhanced" }],
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: args.shellKmsKeyArn,
            logging: "OVERRIDE",
            logConfiguration: { cloudWatchLogGroupName: sessions.name, cloudWatchEncryptionEnabled: true },
          },
        },
      },
      { parent: this, dependsOn: [insights] },
    );
    // No FARGATE_SPOT: AWS reclaims its tasks with two minutes' notice, in the middle of a session.
    new aws.ecs.ClusterCapacityProviders(
      `${name}-fargate`,
      {
        clusterName: cluster.name,
        capacityProviders: ["FARGATE"],
        defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", base: 1, weight: 1 }],
      },
      { parent: this },
    );

    this.arn = cluster.arn;
    this.name = cluster.name;
    this.shell = { kmsKeyArn: args.shellKmsKeyArn, logGroupArn: sessions.arn };
    this.registerOutputs({ arn: this.arn, name: this.name, shell: this.shell });
  }
}
