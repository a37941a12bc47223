import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { AliasRecord } from "./aliasRecord";
import { cdnHeaders } from "./cdnHeaders";
import { type CdnLogs, cdnLogging } from "./cdnLogging";
import { type SigningKeys, signingKeys } from "./signingKeys";

/** AWS's own policies, by their fixed ids: "Use managed cache / origin request policies", CloudFront Developer Guide. */
const CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const CORS_S3_ORIGIN = "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf";
const ORIGIN = "videos";
/** CloudFront keeps an error ten seconds by default; a recording that has just arrived should not stay missing. */
const ERRORS = [403, 404, 500, 502, 503, 504].map((errorCode) => ({ errorCode, errorCachingMinTtl: 5 }));

export interface VideoCdnArgs extends CdnLogs {
  /**
   * `bucketRegionalDomainName` of the private bucket: the global name answers with redirects. CloudFront cannot play
   * what has moved to the storage classes GLACIER or DEEP_ARCHIVE (403); GLACIER_IR it can.
   */
  readonly bucketRegionalDomainName: pulumi.Input<string>;
  /**
   * Who may sign URLs. One at least: without a signature a link alone would open a recording (45 CFR 164.312(a)(1)).
   * To rotate, add the new key, deploy, let the API sign with it, and remove the old key when its URLs have expired.
   */
  readonly signingKeys: SigningKeys;
  /**
   * Our own name. Without it the address is one of cloudfront.net, and AWS then accepts TLS 1.0 as well, whatever is
   * asked for: leave it out in a disposable environment only.
   */
  readonly domain?: {
    readonly name: string;
    /** Validated certificate for `name`, in us-east-1. */
    readonly certificateArn: pulumi.Input<string>;
    readonly hostedZoneId: pulumi.Input<string>;
  };
  /** ISO 3166-1 codes of the countries that patients watch from, or "all". */
  readonly allowedCountries: readonly [string, ...string[]] | "all";
  /** Exact origins of the sites that play recordings. */
  readonly corsOrigins: readonly string[];
  /** Price class: edge locations that are used. @default "PriceClass_100": North America and Europe, the cheapest */
  readonly priceClass?: "PriceClass_100" | "PriceClass_200" | "PriceClass_All";
  /** Web ACL of scope CLOUDFRONT, which exists in us-east-1 only. */
  readonly webAclArn?: pulumi.Input<string>;
  /** Wait, some minutes, until all edge locations have the change. Worth it where tests follow at once. */
  readonly waitForDeployment: boolean;
}

/** Recordings by signed URL: from the nearest edge, over TLS, out of a bucket that nobody else can read. */
export class VideoCdn extends pulumi.ComponentResource {
  /** For the bucket's policy and the key's: `bucketReadStatement`, `keyDecryptStatement`. */
  public readonly distributionArn: pulumi.Output<string>;
  public readonly distributionId: pulumi.Output<string>;
  /** Our own name, or the one of cloudfront.net. */
  public readonly domainName: pulumi.Output<string>;
  public readonly keyGroupId: pulumi.Output<string>;
  /** In the order of `signingKeys`: the Key-Pair-Id that the API puts into a signed URL. */
  public readonly publicKeyIds: readonly [pulumi.Output<string>, ...pulumi.Output<string>[]];

  constructor(name: string, args: VideoCdnArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:edge:VideoCdn", name, args, opts);
    const { domain, webAclArn, priceClass = "PriceClass_100", deletionProtection } = args;
    const mine = { parent: this };
    const { keyGroupId, publicKeyIds } = signingKeys(this, name, args.signingKeys);
    const headers = cdnHeaders(this, name, args.corsOrigins);
    const access = new aws.cloudfront.OriginAccessControl(
      `${name}-access`,
      { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
      mine,
    );
    const distribution = new aws.cloudfront.Distribution(
      `${name}-cdn`,
      {
        enabled: true,
        comment: "Recordings, signed URLs only",
        httpVersion: "http2and3",
        isIpv6Enabled: true,
        priceClass,
        waitForDeployment: args.waitForDeployment,
        origins: [{ originId: ORIGIN, domainName: args.bucketRegionalDomainName, originAccessControlId: access.id }],
        defaultCacheBehavior: {
          targetOriginId: ORIGIN,
          // A redirect would have sent the signature in clear text already.
          viewerProtocolPolicy: "https-only",
          trustedKeyGroups: [keyGroupId],
          allowedMethods: ["GET", "HEAD", "OPTIONS"],
          cachedMethods: ["GET", "HEAD"],
          cachePolicyId: CACHING_OPTIMIZED,
          originRequestPolicyId: CORS_S3_ORIGIN,
          responseHeadersPolicyId: headers.id,
        },
        customErrorResponses: ERRORS,
        restrictions: { geoRestriction: countries(this, args.allowedCountries) },
        ...naming(domain),
        ...(webAclArn === undefined ? {} : { webAclId: webAclArn }),
      },
      { ...mine, protect: deletionProtection },
    );
    cdnLogging(this, name, distribution.arn, args);
    if (domain !== undefined)
      new AliasRecord(
        `${name}-name`,
        {
          name: domain.name,
          hostedZoneId: domain.hostedZoneId,
          target: { dnsName: distribution.domainName, zoneId: distribution.hostedZoneId },
          ipv6: true,
        },
        mine,
      );

    this.distributionArn = distribution.arn;
    this.distributionId = distribution.id;
    this.domainName = domain === undefined ? distribution.domainName : pulumi.output(domain.name);
    this.keyGroupId = keyGroupId;
    this.publicKeyIds = publicKeyIds;
    this.registerOutputs({ distributionArn: this.distributionArn, domainName: this.domainName });
  }
}

function naming(
  domain: VideoCdnArgs["domain"],
): Pick<aws.cloudfront.DistributionArgs, "aliases" | "viewerCertificate"> {
  if (domain === undefined) return { viewerCertificate: { cloudfrontDefaultCertificate: true } };
  return {
    aliases: [domain.name],
    viewerCertificate: {
      acmCertificateArn: domain.certificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    },
  };
}

function countries(component: pulumi.Resource, allowed: VideoCdnArgs["allowedCountries"]) {
  if (allowed === "all") return { restrictionType: "none" };
  const wrong = allowed.find((code) => !/^[A-Z]{2}$/.test(code));
  if (wrong !== undefined)
    invalid(
      component,
      "allowedCountries",
      `"${wrong}" is not a country code`,
      'Write two capital letters, for example "US"',
    );
  return { restrictionType: "whitelist", locations: [...allowed] };
}
