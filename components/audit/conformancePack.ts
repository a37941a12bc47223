import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { PackPart } from "./conformanceRules";
import { conformanceTemplate } from "./conformanceTemplate";

export interface ConformancePackArgs {
  /** How the packs' names begin in AWS; unique in the region. */
  readonly packName: string;
  /** Where it judges. Rules about IAM see something only where `Configuration` records IAM: in its own region. */
  readonly region: string;
  /** What records there: `recordings[region]` of a `Configuration`. Without a recorder that is on AWS refuses the pack. */
  readonly recording: pulumi.Resource;
}

/** Judges, all the time and by AWS's own rules, whether the account keeps the HIPAA Security Rule: 45 CFR 164.308(a)(8). */
export class ConformancePack extends pulumi.ComponentResource {
  /** Of each part. */
  public readonly arns: Readonly<Record<PackPart, pulumi.Output<string>>>;

  constructor(name: string, args: ConformancePackArgs, opts?: pulumi.ComponentResourceOptions) {
    const { recording, ...known } = args;
    super("telehealth:audit:ConformancePack", name, known, opts);
    const { packName, region } = args;
    if (!/^[a-zA-Z][-a-zA-Z0-9]{0,230}$/.test(packName))
      invalid(this, "packName", `"${packName}" is refused by AWS Config`, "Use letters, digits and -, a letter first");

    const pack = (part: PackPart) =>
      new aws.cfg.ConformancePack(
        `${name}-${part}`,
        { name: `${packName}-${part}`, region, templateBody: conformanceTemplate(part, region) },
        { parent: this, dependsOn: [recording] },
      ).arn;
    this.arns = {
      administrative: pack("administrative"),
      access: pack("access"),
      encryption: pack("encryption"),
      evidence: pack("evidence"),
    };
    this.registerOutputs({ arns: this.arns });
  }
}
