import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** The longest that Secrets Manager keeps a deleted secret recoverable, and the shortest it can be told to. */
const RECOVERY_DAYS = { longest: 30, shortest: 7 };

export interface SealedSecretArgs {
  /** What it is for, shown in the console. Never the value or a hint to it. */
  readonly description: string;
  /** Customer-managed key. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** On: Pulumi does not delete it, and a deletion by hand can be undone for 30 days instead of 7. */
  readonly deletionProtection: boolean;
}

/**
 * A place for a secret that an operator fills by hand, so that its value is in no program, setting or state. Whoever needs
 * it reads it when it runs: a task that had it injected could not start before it is filled.
 */
export class SealedSecret extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: SealedSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:security:SealedSecret", name, args, opts);
    const { description, kmsKeyArn, deletionProtection } = args;
    const secret = new aws.secretsmanager.Secret(
      `${name}-secret`,
      {
        description,
        kmsKeyId: kmsKeyArn,
        // Auto-named: a fixed name could not be used again before the recovery window is over.
        recoveryWindowInDays: deletionProtection ? RECOVERY_DAYS.longest : RECOVERY_DAYS.shortest,
      },
      { parent: this, protect: deletionProtection },
    );
    this.arn = secret.arn;
    this.registerOutputs({ arn: this.arn });
  }
}

/** What a role needs to read one secret: the secret, and its key through Secrets Manager only. */
export function secretStatements(
  { region }: Location,
  secretArn: pulumi.Input<string>,
  keyArn: pulumi.Input<string>,
): Statement[] {
  return [
    { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secretArn },
    {
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": `secretsmanager.${region}.amazonaws.com` } },
    },
  ];
}
