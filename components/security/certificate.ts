import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

/** Lowercase, because ACM answers in lowercase and its answers are looked up by name. */
const DOMAIN = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;
/** Seconds. A record that is read a few times a year need not be cached. */
const RECORD_TTL = 60;

export interface CertificateArgs {
  /** For example `app.example.com` or `*.example.com`. */
  readonly domainName: string;
  /** Further names on the same certificate. @default none */
  readonly subjectAlternativeNames?: readonly string[];
  /** The Route 53 zone that answers for every one of the names. */
  readonly hostedZoneId: string;
  /** `us-east-1` for CloudFront, which takes certificates from nowhere else. @default the provider's region */
  readonly region?: string;
}

/** A public TLS certificate that proves its domains by DNS, and so renews itself: 45 CFR 164.312(e)(1). */
export class Certificate extends pulumi.ComponentResource {
  /** Known once the certificate is issued; a listener or distribution that uses it cannot come too early. */
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:security:Certificate", name, args, opts);
    const { domainName, subjectAlternativeNames: others = [], hostedZoneId, region } = args;
    for (const domain of [domainName, ...others]) {
      const field = domain === domainName ? "domainName" : "subjectAlternativeNames";
      if (!DOMAIN.test(domain))
        invalid(this, field, `"${domain}" is not a domain name`, "Write one such as app.example.com, in lowercase");
    }

    const mine = { parent: this };
    const where = region === undefined ? {} : { region };
    const certificate = new aws.acm.Certificate(
      `${name}-certificate`,
      {
        domainName,
        validationMethod: "DNS",
        ...(others.length ? { subjectAlternativeNames: [...others] } : {}),
        ...where,
      },
      mine,
    );
    // `*.example.com` and `example.com` are proven by one and the same record.
    const domains = new Set([domainName, ...others].map((domain) => domain.replace("*.", "")));
    const records = [...domains].map((domain) => {
      const proof = certificate.domainValidationOptions.apply((options) => proofOf(this, domain, options));
      return new aws.route53.Record(
        `${name}-${domain}`,
        {
          zoneId: hostedZoneId,
          name: proof.resourceRecordName,
          type: proof.resourceRecordType,
          records: [proof.resourceRecordValue],
          ttl: RECORD_TTL,
          // The record is the same for every certificate of the domain in the account: another stack may own it already.
          allowOverwrite: true,
        },
        mine,
      );
    });
    const { certificateArn } = new aws.acm.CertificateValidation(
      `${name}-issued`,
      { certificateArn: certificate.arn, validationRecordFqdns: records.map(({ fqdn }) => fqdn), ...where },
      mine,
    );

    this.arn = certificateArn;
    this.registerOutputs({ arn: this.arn });
  }
}

type Proof = aws.types.output.acm.CertificateDomainValidationOption;

/** By name: ACM's list is a set, its order is not ours. */
function proofOf(certificate: pulumi.Resource, domain: string, proofs: Proof[]): Proof {
  const proof = proofs.find(({ domainName }) => domainName === domain || domainName === `*.${domain}`);
  return proof ?? invalid(certificate, "domainName", `ACM gave no DNS record for ${domain}`, "Run the update again");
}
