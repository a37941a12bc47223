import * as pulumi from "@pulumi/pulumi";
import { closedBucket, withKey } from "../shared/closedBucket";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";

/** Of our own: AWS's keys cannot be used from outside their service. */
const ALIAS = /^alias\/(?!aws\/)[A-Za-z0-9/_-]+$/;

export interface StateBackendArgs {
  readonly bucketName: string;
  /** Takes the bucket's access logs: whoever reads the state learns how the platform is built. In the bucket's region. */
  readonly accessLogBucket: pulumi.Input<string>;
  /** Encrypts the state. Its alias also encrypts the secrets in it: `--secrets-provider`. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Of that key: `alias/telehealth-state`. */
  readonly keyAlias: string;
  /**
   * Days that a replaced state can be brought back. @default 365: a broken one is noticed within weeks, and a year also
   * covers what is deployed once a quarter
   */
  readonly keepVersionsDays?: number;
  /** Names of the stacks whose state it holds. */
  readonly stacks: readonly string[];
  readonly location: Location;
  readonly deletionProtection: boolean;
}

/** Where Pulumi keeps the state of all stacks, when no service does: versions kept, encrypted, ours alone. */
export class StateBackend extends pulumi.ComponentResource {
  /** For `pulumi login`. */
  public readonly loginUrl: pulumi.Output<string>;
  /**
   * For `pulumi stack init <stack> --secrets-provider`. The stack's name is part of what is encrypted, so that who may read
   * the secrets of one stack can be kept from those of another: see `stateStatements`.
   */
  public readonly secretsProviders: Readonly<Record<string, string>>;
  /** Whoever uses it waits until the bucket keeps versions, as a copy in another region has to. */
  public readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: StateBackendArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:storage:StateBackend", name, args, opts);
    const { bucketName, kmsKeyArn, keyAlias, location, deletionProtection } = args;
    if (!ALIAS.test(keyAlias))
      invalid(this, "keyAlias", `"${keyAlias}" is not an alias of ours`, "Write it like alias/telehealth-state");
    const { bucket, policy, versioning } = closedBucket(this, name, {
      bucketName,
      region: undefined,
      encryption: withKey(kmsKeyArn),
      statements: [],
      accessLogBucket: args.accessLogBucket,
      retention: {
        keepNoncurrentDays: args.keepVersionsDays ?? 365,
        archive: undefined,
        expireAfterDays: undefined,
        intelligentTiering: false,
      },
      deletionProtection,
    });
    const { region } = location;
    this.bucketName = versioning === undefined ? bucket.bucket : after(after(bucket.bucket, policy), versioning);
    this.loginUrl = pulumi.interpolate`s3://${this.bucketName}?region=${region}&awssdk=v2`;
    this.secretsProviders = Object.fromEntries(
      args.stacks.map((stack) => [stack, `awskms://${keyAlias}?region=${region}&context_stack=${stack}`]),
    );
    this.registerOutputs({ loginUrl: this.loginUrl });
  }
}
