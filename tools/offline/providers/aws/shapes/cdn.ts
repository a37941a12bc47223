import type { Shapes } from "../template";

const ETAG = "E{upper13:etag}";

export const cdnShapes: Shapes = {
  "cloudfront/distribution:Distribution": {
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
  "cloudfront/originAccessControl:OriginAccessControl": {
    id: "E{upper13}",
    arn: "{global:cloudfront}origin-access-control/{id}",
    etag: ETAG,
  },
  "cloudfront/originAccessIdentity:OriginAccessIdentity": {
    id: "E{upper13}",
    arn: "{global:cloudfront}origin-access-identity/{id}",
    cloudfrontAccessIdentityPath: "origin-access-identity/cloudfront/{id}",
    iamArn: "arn:{partition}:iam::cloudfront:user/CloudFront Origin Access Identity {id}",
    s3CanonicalUserId: "{hex96}",
    etag: ETAG,
  },
  "cloudfront/publicKey:PublicKey": { id: "K{upper13}", etag: ETAG, callerReference: "terraform-{digits26}" },
  "cloudfront/keyGroup:KeyGroup": { id: "{uuid}", etag: ETAG },
  "cloudfront/cachePolicy:CachePolicy": { id: "{uuid}", arn: "{global:cloudfront}cache-policy/{id}", etag: ETAG },
  "cloudfront/originRequestPolicy:OriginRequestPolicy": {
    id: "{uuid}",
    arn: "{global:cloudfront}origin-request-policy/{id}",
    etag: ETAG,
  },
  "cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": {
    id: "{uuid}",
    arn: "{global:cloudfront}response-headers-policy/{id}",
    etag: ETAG,
  },
  "cloudfront/function:Function": {
    id: "{name}",
    arn: "{global:cloudfront}function/{name}",
    etag: ETAG,
    liveStageEtag: ETAG,
    status: "UNASSOCIATED",
  },
  "cloudfront/monitoringSubscription:MonitoringSubscription": { id: "{.distributionId}" },
  "cloudfront/realtimeLogConfig:RealtimeLogConfig": {
    id: "{=arn}",
    arn: "{global:cloudfront}realtime-log-config/{name}",
  },
  "cloudfront/vpcOrigin:VpcOrigin": { id: "vo_{mixed22}", arn: "{global:cloudfront}vpcorigin/{id}", etag: ETAG },
  "amplify/app:App": {
    id: "d{alnum13}",
    arn: "{arn:amplify}apps/{id}",
    defaultDomain: "{id}.amplifyapp.com",
    platform: "WEB",
  },
  "amplify/branch:Branch": {
    id: "{.appId}/{.branchName}",
    arn: "{arn:amplify}apps/{.appId}/branches/{.branchName}",
    associatedResources: [],
    customDomains: [],
    displayName: "{.branchName}",
    ttl: "5",
  },
  "amplify/domainAssociation:DomainAssociation": {
    id: "{.appId}/{.domainName}",
    arn: "{arn:amplify}apps/{.appId}/domains/{.domainName}",
    certificateVerificationDnsRecord: "_{hex32:host}.{.domainName}. CNAME _{hex32:value}.acm-validations.aws.",
  },
  "amplify/webhook:Webhook": {
    id: "{uuid}",
    arn: "{arn:amplify}apps/{.appId}/webhooks/{id}",
    url: "https://webhooks.amplify.{region}.{domain}/prod/webhooks?id={id}&token={mixed32}&operation=startbuild",
  },
};
