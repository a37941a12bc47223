import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

export interface SourceConnectionArgs {
  /** The name people see in the console when they complete it: 1 to 32 characters. */
  readonly connectionName: string;
}

/**
 * AWS's way into repositories at GitHub, without a token of ours. It is made PENDING and stays so until somebody
 * completes the handshake in the console (Developer Tools, Settings, Connections, "Update pending connection"): no API
 * can. Until then every run of a pipeline fails at its source.
 */
export class SourceConnection extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;
  /** PENDING or AVAILABLE, as of the last `up` or refresh. */
  public readonly status: pulumi.Output<string>;

  constructor(name: string, args: SourceConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:delivery:SourceConnection", name, args, opts);
    const { connectionName } = args;
    if (!/^[\w+=,.@-]{1,32}$/.test(connectionName))
      invalid(this, "connectionName", `"${connectionName}" is refused by AWS`, "Use 1 to 32 letters, digits and -");

    const connection = new aws.codeconnections.Connection(
      `${name}-connection`,
      { name: connectionName, providerType: "GitHub" },
      { parent: this },
    );

    this.arn = connection.arn;
    this.status = connection.connectionStatus;
    this.registerOutputs({ arn: this.arn, status: this.status });
  }
}
