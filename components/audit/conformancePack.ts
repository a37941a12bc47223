import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { conformanceTemplate } from "./conformanceTemplate";

export interface ConformancePackArgs {
  /** Name in AWS, unique in the region. */
  readonly packName: string;
  /** Where it judges. Rules about IAM see something only where `Configuration` records IAM: in its own region. */
  readonly region: string;
  /** What records there: `recordings[region]` of a `Configuration`. Without a recorder that is on AWS refuses the pack. */
  readonly recording: pulumi.Resource;
}

/** Judges, all the time and by AWS's own rules, whether the account keeps the HIPAA Security Rule: 45 CFR 164.308(a)(8). */
export class ConformancePack extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: ConformancePackArgs, opts?: pulumi.ComponentResourceOptions) {
    const { recording, ...known } = args;
    super("telehealth:audit:ConformancePack", name, known, opts);
    const { packName, region } = args;
    if (!/^[a-zA-Z][-a-zA-Z0-9]{0,255}$/.test(packName))
      invalid(this, "packName", `"${packName}" is refused by AWS Config`, "Use letters, digits and -, a letter first");

    const pack = new aws.cfg.ConformancePack(
      `${name}-pack`,
      { name: packName, region, templateBody: conformanceTemplate(region) },
      { parent: this, dependsOn: [recording] },
    );
    this.arn = pack.arn;
    this.registerOutputs({ arn: this.arn });
  }
}
