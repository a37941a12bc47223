import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { regionsProblem } from "../shared/regions";

export interface AccessAnalyzerArgs {
  /** Begins the analyzers' names in AWS. */
  readonly namePrefix: string;
  /** Of the stack. */
  readonly location: Location;
  /** Every region that is open in the account, the stack's among them: an analyzer sees its own region only. */
  readonly regions: readonly string[];
  /**
   * Also reports roles, users and rights unused for so many days, 1 to 365. Billed for each role and user and
   * month. @default none
   */
  readonly unusedAfterDays?: number;
}

/** Reports what can be reached from outside the account. Once per account. 45 CFR 164.308(a)(4), 164.312(a)(1). */
export class AccessAnalyzer extends pulumi.ComponentResource {
  /** Region -> ARN of the analyzer of access from outside. */
  public readonly arns: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: AccessAnalyzerArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:AccessAnalyzer", name, args, opts);
    const { namePrefix, location, regions, unusedAfterDays } = args;
    const problem = regionsProblem(regions, location.region);
    if (problem) invalid(this, "regions", ...problem);

    const mine = { parent: this };
    const outside = (region: string) =>
      new aws.accessanalyzer.Analyzer(
        `${name}-${region}-outside`,
        { region, analyzerName: `${namePrefix}-outside`, type: "ACCOUNT" },
        mine,
      );
    this.arns = Object.fromEntries(regions.map((region) => [region, outside(region).arn]));
    if (unusedAfterDays !== undefined) {
      if (!Number.isInteger(unusedAfterDays) || unusedAfterDays < 1 || unusedAfterDays > 365)
        invalid(this, "unusedAfterDays", `${unusedAfterDays} is refused by AWS`, "Use 1 to 365");
      // IAM is the same in every region: a second one would report, and be billed, twice.
      new aws.accessanalyzer.Analyzer(
        `${name}-unused`,
        {
          region: location.region,
          analyzerName: `${namePrefix}-unused`,
          type: "ACCOUNT_UNUSED_ACCESS",
          configuration: { unusedAccess: { unusedAccessAge: unusedAfterDays } },
        },
        mine,
      );
    }
    this.registerOutputs({ arns: this.arns });
  }
}
