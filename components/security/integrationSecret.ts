import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import { placeholderOf, type SecretContract } from "./secretContract";

/** Days in which a deleted secret can be restored: the most and the least AWS has, "DeleteSecret". */
const RECOVERY_DAYS = { kept: 30, disposable: 7 };
/**
 * A label that stays with the placeholder. Without any label Secrets Manager drops it after the second real value, the
 * next refresh finds it gone, and the update after that makes a new one: current, in the place of the real value.
 */
const STAGES = ["AWSCURRENT", "PLACEHOLDER"];

export interface IntegrationSecretArgs {
  /** Which keys the secret has; see `secretContract.ts`. */
  readonly contract: SecretContract;
  /** Customer-managed key of secrets. Whoever reads the secret needs the right to use it. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** True keeps Pulumi from deleting the secret; false shortens the time to change one's mind from 30 days to 7. */
  readonly deletionProtection: boolean;
}

/** What a container needs to be given one value of the secret. */
export interface IntegrationSecretRef {
  readonly secretArn: pulumi.Output<string>;
  readonly key: string;
  readonly kmsKeyArn: pulumi.Output<string>;
}

/** Holds what a vendor gave us. An operator writes the values; neither the program nor its state ever sees them. */
export class IntegrationSecret extends pulumi.ComponentResource {
  /** Whoever uses it waits until every key exists: a task does not start when one is missing. */
  public readonly arn: pulumi.Output<string>;
  /** Variable name -> where its value is; fits the secrets of a task. */
  public readonly secretRefs: Readonly<Record<string, IntegrationSecretRef>>;

  constructor(name: string, args: IntegrationSecretArgs, opts?: pulumi.ComponentResourceOptions) {
    const { contract, kmsKeyArn, deletionProtection } = args;
    // The contract has patterns, which the engine cannot take.
    super(
      "telehealth:security:IntegrationSecret",
      name,
      { vendor: contract.vendor, kmsKeyArn, deletionProtection },
      opts,
    );
    refuseBadContract(this, contract);

    const mine = { parent: this };
    const { kept, disposable } = RECOVERY_DAYS;
    // No name of our own: one that is waiting to be deleted could not be used again for all those days.
    const secret = new aws.secretsmanager.Secret(
      `${name}-secret`,
      {
        description: `${contract.purpose}: the keys of ${contract.vendor}`,
        kmsKeyId: kmsKeyArn,
        recoveryWindowInDays: deletionProtection ? kept : disposable,
        tags: { Vendor: contract.vendor, RotationDays: String(contract.rotationDays) },
      },
      { ...mine, protect: deletionProtection },
    );
    // The SDK wraps secretString, so that the state encrypts it.
    const placeholder = new aws.secretsmanager.SecretVersion(
      `${name}-placeholder`,
      { secretId: secret.id, secretString: placeholderOf(contract), versionStages: STAGES },
      { ...mine, ignoreChanges: ["secretString", "versionStages"] },
    );

    const arn = after(secret.arn, placeholder);
    const keyArn = pulumi.output(kmsKeyArn);
    this.arn = arn;
    this.secretRefs = Object.fromEntries(
      contract.keys.map(({ name: key }) => [key, { secretArn: arn, key, kmsKeyArn: keyArn }]),
    );
    this.registerOutputs({ arn });
  }
}

function refuseBadContract(component: pulumi.Resource, { vendor, keys, rotationDays }: SecretContract): void {
  const names = keys.map(({ name }) => name);
  if (names.length === 0) invalid(component, "contract.keys", `${vendor} has none`, "Name at least one key");
  const bad = names.find((key, index) => !/^[A-Z][A-Z0-9_]*$/.test(key) || names.indexOf(key) !== index);
  if (bad !== undefined)
    invalid(
      component,
      `contract.keys.${bad}`,
      "it is not a variable name, or is listed twice",
      "Use A-Z, 0-9 and _, each name once",
    );
  if (!Number.isInteger(rotationDays) || rotationDays < 1)
    invalid(component, "contract.rotationDays", `${rotationDays} is not a number of days`, "Use 90");
}
