import { LATER } from "../runner";
import { bad, type CaseTable, ok, one, written } from "./case";

const CDN = "cloudfront/distribution:Distribution";
const HEADERS = "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const behavior = (viewerProtocolPolicy: unknown) => ({ targetOriginId: "o", viewerProtocolPolicy });
const OURS = { acmCertificateArn: LATER, sslSupportMethod: "sni-only" };
const certificate = (viewerCertificate: unknown) => one(CDN, { viewerCertificate });
const custom = (customOriginConfig: object, viewer = "https-only") =>
  one(CDN, {
    defaultCacheBehavior: behavior(viewer),
    origins: [{ originId: "o", domainName: "x", customOriginConfig }],
  });
const bucket = (allowedMethods: unknown, origin: object = {}) =>
  one(CDN, {
    origins: [{ originId: "o", domainName: "v.s3.us-east-1.amazonaws.com", ...origin }],
    defaultCacheBehavior: { targetOriginId: "o", allowedMethods },
  });

export const cdn: CaseTable = {
  "cloudfront-viewer-protocol": {
    accepts: ["https-only", "redirect-to-https"].map((each) =>
      ok(each, one(CDN, { defaultCacheBehavior: behavior(each) })),
    ),
    rejects: [
      ...["allow-all", undefined, ""].map((each) =>
        bad(written(each), /in clear text|without TLS/, one(CDN, { defaultCacheBehavior: behavior(each) })),
      ),
      bad(
        "plain HTTP on one path",
        /orderedCacheBehaviors.*clear/,
        one(CDN, { defaultCacheBehavior: behavior("https-only"), orderedCacheBehaviors: [behavior("allow-all")] }),
      ),
    ],
    defers: [ok("unknown", one(CDN, { defaultCacheBehavior: behavior(LATER) }))],
  },
  "cloudfront-tls-version": {
    accepts: ["TLSv1.2_2021", "TLSv1.2_2019", "TLSv1.3_2025"].map((minimumProtocolVersion) =>
      ok(minimumProtocolVersion, certificate({ ...OURS, minimumProtocolVersion })),
    ),
    rejects: [
      ...["TLSv1", "TLSv1.1_2016", "SSLv3", undefined].map((minimumProtocolVersion) =>
        bad(written(minimumProtocolVersion), /insecure/, certificate({ ...OURS, minimumProtocolVersion })),
      ),
      bad("the certificate of cloudfront.net", /TLS 1.0/, certificate({ cloudfrontDefaultCertificate: true })),
      bad(
        "it, and a version that AWS ignores",
        /TLS 1.0/,
        certificate({ cloudfrontDefaultCertificate: true, minimumProtocolVersion: "TLSv1.2_2021" }),
      ),
      bad("nothing", /TLS 1.0/, certificate(undefined)),
      bad(
        "a distribution for many",
        /TLS 1.0/,
        one("cloudfront/multitenantDistribution:MultitenantDistribution", {
          viewerCertificate: { cloudfrontDefaultCertificate: true },
        }),
      ),
    ],
    defers: [ok("unknown", certificate({ ...OURS, minimumProtocolVersion: LATER }))],
  },
  "cloudfront-origin-tls": {
    accepts: [
      ok("HTTPS", custom({ originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2"] })),
      ok("what the viewer used, which is HTTPS", custom({ originProtocolPolicy: "match-viewer" }, "redirect-to-https")),
      ok("a bucket", one(CDN, { origins: [{ originId: "v", domainName: "v.s3.us-east-1.amazonaws.com" }] })),
    ],
    rejects: [
      bad(
        "HTTP",
        /in clear text|without TLS/,
        custom({ originProtocolPolicy: "http-only", originSslProtocols: ["TLSv1.2"] }),
      ),
      bad("what the viewer used", /clear/, custom({ originProtocolPolicy: "match-viewer" }, "allow-all")),
      bad(
        "a broken version beside",
        /TLSv1.1 is insecure/,
        custom({ originProtocolPolicy: "https-only", originSslProtocols: ["TLSv1.2", "TLSv1.1"] }),
      ),
    ],
    defers: [ok("unknown", custom({ originProtocolPolicy: LATER }))],
  },
  "cloudfront-logging": {
    accepts: [
      ok("a bucket", one(CDN, { loggingConfig: { bucket: "logs.s3.amazonaws.com" } })),
      ok("a delivery", [
        { type: `aws:${CDN}`, name: "it", props: {} },
        {
          type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
          name: "source",
          props: { resourceArn: LATER },
          from: { resourceArn: ["it"] },
        },
      ]),
    ],
    rejects: [
      bad("nothing", /no record of who/, one(CDN, {})),
      bad("an empty block", /no record of who/, one(CDN, { loggingConfig: {} })),
      bad("a delivery of something else", /no record of who/, [
        { type: `aws:${CDN}`, name: "it", props: {} },
        {
          type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
          name: "source",
          props: { resourceArn: "arn:it" },
        },
      ]),
    ],
    defers: [ok("a bucket made in the same update", one(CDN, { loggingConfig: { bucket: LATER } }))],
  },
  "cloudfront-log-content": {
    accepts: [
      ok("no cookies", one(CDN, { loggingConfig: { bucket: "b", includeCookies: false } })),
      ok("paths", one("cloudwatch/logDelivery:LogDelivery", { recordFields: ["date", "cs-uri-stem", "cs(Host)"] })),
    ],
    rejects: [
      bad("cookies", /cookies/, one(CDN, { loggingConfig: { bucket: "b", includeCookies: true } })),
      bad(
        "queries",
        /cs-uri-query/,
        one("cloudfront/realtimeLogConfig:RealtimeLogConfig", { fields: ["cs-uri-query"] }),
      ),
      bad(
        "cookies of a delivery",
        /Cookie/,
        one("cloudwatch/logDelivery:LogDelivery", { recordFields: ["cs(Cookie)"] }),
      ),
    ],
    defers: [ok("unknown", one("cloudwatch/logDelivery:LogDelivery", { recordFields: [LATER] }))],
  },
  "cloudfront-legacy-identity": {
    accepts: [
      ok(
        "a control",
        one(CDN, { origins: [{ originAccessControlId: "E1", s3OriginConfig: { originAccessIdentity: "" } }] }),
      ),
    ],
    rejects: [
      bad(
        "an identity",
        /legacy kind/,
        one(CDN, { origins: [{ s3OriginConfig: { originAccessIdentity: "origin-access-identity/cloudfront/E1" } }] }),
      ),
    ],
  },
  "cloudfront-bucket-methods": {
    accepts: [
      ok("reads", bucket(["GET", "HEAD", "OPTIONS"])),
      ok(
        "writes to an API",
        bucket(["GET", "HEAD", "POST"], { customOriginConfig: { originProtocolPolicy: "https-only" } }),
      ),
    ],
    rejects: [bad("all", /DELETE|PUT|POST/, bucket(["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"]))],
    defers: [ok("unknown", bucket(LATER))],
  },
  "cloudfront-security-headers": {
    accepts: [
      ok(
        "two years",
        one(HEADERS, { securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 63072000 } } }),
      ),
    ],
    rejects: [
      bad("none", /plain HTTP/, one(HEADERS, {})),
      bad(
        "a day",
        /plain HTTP/,
        one(HEADERS, { securityHeadersConfig: { strictTransportSecurity: { accessControlMaxAgeSec: 86400 } } }),
      ),
    ],
  },
};
