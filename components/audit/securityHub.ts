import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { regionsProblem } from "../shared/regions";

/** Role in names -> AWS, "Standards reference for Security Hub". NIST's is the one that HIPAA's rules are mapped to. */
const STANDARDS = {
  practices: "aws-foundational-security-best-practices/v/1.0.0",
  cis: "cis-aws-foundations-benchmark/v/3.0.0",
  nist: "nist-800-53/v/5.0.0",
} as const;

export interface SecurityHubArgs {
  /** Of the stack, and where the findings of all regions are seen together. */
  readonly location: Location;
  /** Every region that is open in the account, the stack's among them. AWS Config has to record in each. */
  readonly regions: readonly string[];
}

/**
 * Checks the account against three standards and collects the findings of all other services. Once per account: for the
 * account's own stack, never an environment's. 45 CFR 164.308(a)(8).
 */
export class SecurityHub extends pulumi.ComponentResource {
  /** Region -> ARN of its hub. Whoever uses it waits until findings can be sent there. */
  public readonly hubArns: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: SecurityHubArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:SecurityHub", name, args, opts);
    const { location, regions } = args;
    const problem = regionsProblem(regions, location.region);
    if (problem) invalid(this, "regions", ...problem);

    const mine = { parent: this };
    const hubs = regions.map((region) => ({ region, hub: hub(`${name}-${region}`, region, mine) }));
    const others = regions.filter((region) => region !== location.region);
    new aws.securityhub.FindingAggregator(
      `${name}-all-regions`,
      {
        region: location.region,
        ...(others.length === 0
          ? { linkingMode: "NO_REGIONS" }
          : { linkingMode: "SPECIFIED_REGIONS", specifiedRegions: others }),
      },
      { ...mine, dependsOn: hubs.map(({ hub }) => hub) },
    );
    this.hubArns = Object.fromEntries(hubs.map(({ region, hub }) => [region, hub.arn]));
    this.registerOutputs({ hubArns: this.hubArns });
  }
}

function hub(name: string, region: string, mine: pulumi.CustomResourceOptions): aws.securityhub.Account {
  const account = new aws.securityhub.Account(
    `${name}-hub`,
    {
      region,
      // The standards are ours to choose: AWS's choice would be out of Pulumi's sight, with an old CIS benchmark.
      enableDefaultStandards: false,
      autoEnableControls: true,
      // A control that is in three standards is one finding, not three.
      controlFindingGenerator: "SECURITY_CONTROL",
    },
    mine,
  );
  for (const [role, standard] of Object.entries(STANDARDS))
    new aws.securityhub.StandardsSubscription(
      `${name}-${role}`,
      { region, standardsArn: `arn:aws:securityhub:${region}::standards/${standard}` },
      // Nothing in the inputs says that the hub comes first.
      { ...mine, dependsOn: [account] },
    );
  return account;
}
