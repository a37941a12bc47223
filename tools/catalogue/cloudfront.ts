import { made, others } from "./entry";
import { FREE } from "./reasons";
import { CALL } from "./seconds";

const ETAG = "E{upper13:etag}";

export const MADE = made({
  "cloudfront/distribution:Distribution": {
    price: "priced",
    seconds: [150, 240, 900],
    // It is usable when it is everywhere, some minutes later.
    variants: [
      { name: "not waited for", when: (inputs) => inputs["waitForDeployment"] === false, seconds: [3, 6, 20] },
    ],
    outputs: {
      id: "E{upper13}",
      arn: "{global:cloudfront}distribution/{id}",
      domainName: "d{alnum13}.cloudfront.net",
      // The one zone of all CloudFront host names: Alias resource record sets, Route 53 API Reference.
      hostedZoneId: "Z2FDTNDATAQYW2",
      etag: ETAG,
      status: "Deployed",
      callerReference: "terraform-{digits26}",
      lastModifiedTime: "2024-01-01 00:00:00 +0000 UTC",
      inProgressValidationBatches: 0,
      trustedKeyGroups: [{ enabled: false, items: [] }],
      trustedSigners: [{ enabled: false, items: [] }],
    },
    drawn: "box",
    alarms: "recordings",
  },
  "cloudfront/originAccessControl:OriginAccessControl": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "E{upper13}",
      arn: "{global:cloudfront}origin-access-control/{id}",
      etag: ETAG,
    },
    replacedBy: "originAccessControlOriginType",
    partOf: "cloudfront/distribution:Distribution",
  },
  "cloudfront/publicKey:PublicKey": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "K{upper13}", etag: ETAG, callerReference: "terraform-{digits26}" },
    replacedBy: "encodedKey name namePrefix",
    partOf: "cloudfront/distribution:Distribution",
  },
  "cloudfront/keyGroup:KeyGroup": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{uuid}", etag: ETAG },
    partOf: "cloudfront/distribution:Distribution",
  },
  "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{uuid}",
      arn: "{global:cloudfront}response-headers-policy/{id}",
      etag: ETAG,
    },
    partOf: "cloudfront/distribution:Distribution",
  },
});

export const OTHERS = others({
  "cloudfront/originAccessIdentity:OriginAccessIdentity": {
    outputs: {
      id: "E{upper13}",
      arn: "{global:cloudfront}origin-access-identity/{id}",
      cloudfrontAccessIdentityPath: "origin-access-identity/cloudfront/{id}",
      iamArn: "arn:{partition}:iam::cloudfront:user/CloudFront Origin Access Identity {id}",
      s3CanonicalUserId: "{hex96}",
      etag: ETAG,
    },
  },
  "cloudfront/cachePolicy:CachePolicy": {
    outputs: { id: "{uuid}", arn: "{global:cloudfront}cache-policy/{id}", etag: ETAG },
  },
  "cloudfront/originRequestPolicy:OriginRequestPolicy": {
    outputs: {
      id: "{uuid}",
      arn: "{global:cloudfront}origin-request-policy/{id}",
      etag: ETAG,
    },
  },
  "cloudfront/function:Function": {
    outputs: {
      id: "{name}",
      arn: "{global:cloudfront}function/{name}",
      etag: ETAG,
      liveStageEtag: ETAG,
      status: "UNASSOCIATED",
    },
    replacedBy: "name",
  },
  "cloudfront/monitoringSubscription:MonitoringSubscription": {
    outputs: { id: "{.distributionId}" },
    replacedBy: "distributionId",
  },
  "cloudfront/realtimeLogConfig:RealtimeLogConfig": {
    outputs: {
      id: "{=arn}",
      arn: "{global:cloudfront}realtime-log-config/{name}",
    },
  },
  "cloudfront/vpcOrigin:VpcOrigin": {
    outputs: { id: "vo_{mixed22}", arn: "{global:cloudfront}vpcorigin/{id}", etag: ETAG },
  },
});
