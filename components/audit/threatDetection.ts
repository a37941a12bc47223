import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { regionsProblem } from "../shared/regions";
import { threatAlert, threatForwarder } from "./threatAlert";

/** Each on or off explicitly: GuardDuty turns most of them on by itself, and bills for each one. */
const FEATURES = {
  S3_DATA_EVENTS: true,
  RDS_LOGIN_EVENTS: true,
  LAMBDA_NETWORK_LOGS: true,
  // Costs nothing until something is found on a disk's machine.
  EBS_MALWARE_PROTECTION: true,
  // No Kubernetes here.
  EKS_AUDIT_LOGS: false,
  RUNTIME_MONITORING: true,
} as const;
/** All of them, because AWS answers with all: one that is left out shows up as a change at each update. */
const AGENTS = {
  EKS_ADDON_MANAGEMENT: false,
  // GuardDuty puts its agent beside each Fargate task; nobody has to build it into images.
  ECS_FARGATE_AGENT_MANAGEMENT: true,
  EC2_AGENT_MANAGEMENT: false,
} as const;
const status = (on: boolean) => (on ? "ENABLED" : "DISABLED");

export interface ThreatDetectionArgs {
  /** Of the stack, and where alerts are sent from. */
  readonly location: Location;
  /** Every region enabled in the account, the stack's among them: intruders prefer regions that nobody watches. */
  readonly regions: readonly string[];
  /** Topic in the stack's region that gets threats. Its policy and its key must let EventBridge publish. */
  readonly topicArn: pulumi.Input<string>;
  /** Lowest severity of findings that are sent, 1 to 10. @default 4: AWS calls it "Medium", "Severity levels of GuardDuty findings" */
  readonly minSeverity?: number;
}

/**
 * Watches the account for intruders: GuardDuty in each region, alerts from one. Once per account: for the account's own
 * stack, never an environment's. 45 CFR 164.308(a)(1)(ii)(D).
 */
export class ThreatDetection extends pulumi.ComponentResource {
  /** Region -> id of its detector. */
  public readonly detectorIds: Readonly<Record<string, pulumi.Output<string>>>;

  constructor(name: string, args: ThreatDetectionArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:ThreatDetection", name, args, opts);
    const { location, regions, topicArn, minSeverity = 4 } = args;
    const problem = regionsProblem(regions, location.region);
    if (problem) invalid(this, "regions", ...problem);
    if (!(minSeverity >= 1 && minSeverity <= 10))
      invalid(this, "minSeverity", `${minSeverity} is not a GuardDuty severity`, "Use 1 to 10");

    this.detectorIds = Object.fromEntries(
      regions.map((region) => [region, enableDetector(this, `${name}-${region}`, region).id]),
    );
    threatAlert(this, name, { region: location.region, topicArn, minSeverity });
    const elsewhere = regions.filter((region) => region !== location.region);
    if (elsewhere.length > 0) threatForwarder(this, name, { location, regions: elsewhere, minSeverity });
    this.registerOutputs({ detectorIds: this.detectorIds });
  }
}

function enableDetector(component: pulumi.Resource, name: string, region: string): aws.guardduty.Detector {
  const mine = { parent: component };
  const detector = new aws.guardduty.Detector(
    `${name}-detector`,
    { region, enable: true, findingPublishingFrequency: "FIFTEEN_MINUTES" },
    mine,
  );
  for (const [feature, on] of Object.entries(FEATURES))
    new aws.guardduty.DetectorFeature(
      `${name}-${feature.toLowerCase().replaceAll("_", "-")}`,
      {
        region,
        detectorId: detector.id,
        name: feature,
        status: status(on),
        ...(feature === "RUNTIME_MONITORING"
          ? {
              additionalConfigurations: Object.entries(AGENTS).map(([agent, managed]) => ({
                name: agent,
                status: status(managed),
              })),
            }
          : {}),
      },
      mine,
    );
  return detector;
}
