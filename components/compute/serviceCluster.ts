import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { type LogSettings, logGroup } from "../shared/logGroup";
import type { ShellAccess } from "./taskSpec";

export interface ServiceClusterArgs extends LogSettings {
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
    const sessions = logGroup(this, `${name}-shell`, args);
    const cluster = new aws.ecs.Cluster(
      `${name}-cluster`,
      {
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
      { parent: this },
    );
    // No FARGATE_SPOT: AWS takes its tasks back within two minutes, in the middle of somebody's session.
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
