import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

export interface ImageRepositoryArgs {
  /** Name in AWS, such as `telehealth-prod/api`. Fixed: images are copied to the repository of the same name elsewhere. */
  readonly repositoryName: string;
  /** Another region than the stack's. @default the provider's */
  readonly region?: string;
  /** Key that encrypts the layers. Cannot be changed later: ECR sets it when the repository is created. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** true: the repository is protected and never deleted while it holds images. */
  readonly deletionProtection: boolean;
  /**
   * Images kept of each sort, tagged and untagged; older ones expire. ECR does not know which one runs, so keep more
   * than the builds made between two deployments, and one repository per environment. @default 30
   */
  readonly keepImages?: number;
}

/** Container images: our key, scanned when pushed, with immutable tags. */
export class ImageRepository extends pulumi.ComponentResource {
  /** For the grant to pull. */
  public readonly arn: pulumi.Output<string>;
  /** `<account>.dkr.ecr.<region>.amazonaws.com/<name>`, without a tag. */
  public readonly url: pulumi.Output<string>;
  public readonly name: pulumi.Output<string>;

  constructor(name: string, args: ImageRepositoryArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:compute:ImageRepository", name, args, opts);
    const { repositoryName, region, kmsKeyArn, deletionProtection, keepImages = 30 } = args;
    if (!/^[a-z0-9]+([._/-][a-z0-9]+)*$/.test(repositoryName) || repositoryName.length > 256)
      invalid(this, "repositoryName", `"${repositoryName}" is refused by ECR`, "Write it like telehealth-prod/api");
    if (keepImages < 1)
      invalid(this, "keepImages", `${keepImages} would expire the running image`, "Use 1 or more; 30 is a good choice");

    const where = region === undefined ? {} : { region };
    const repository = new aws.ecr.Repository(
      `${name}-images`,
      {
        name: repositoryName,
        ...where,
        encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: kmsKeyArn }],
        imageScanningConfiguration: { scanOnPush: true },
        // A tag that moves would let a rollback start something that was never tested.
        imageTagMutability: "IMMUTABLE",
        forceDelete: !deletionProtection,
      },
      { parent: this, protect: deletionProtection },
    );
    new aws.ecr.LifecyclePolicy(
      `${name}-expiry`,
      { ...where, repository: repository.name, policy: JSON.stringify({ rules: expiryRules(keepImages) }) },
      { parent: this },
    );

    this.arn = repository.arn;
    this.url = repository.repositoryUrl;
    this.name = repository.name;
    this.registerOutputs({ arn: this.arn, url: this.url, name: this.name });
  }
}

/** Two rules: counted together, a burst of untagged layers would push out the tagged images. */
function expiryRules(keep: number) {
  const action = { type: "expire" };
  const newest = { countType: "imageCountMoreThan", countNumber: keep };
  return [
    { rulePriority: 1, description: "untagged", selection: { tagStatus: "untagged", ...newest }, action },
    {
      rulePriority: 2,
      description: "tagged",
      selection: { tagStatus: "tagged", tagPatternList: ["*"], ...newest },
      action,
    },
  ];
}
