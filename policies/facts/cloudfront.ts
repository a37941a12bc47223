import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts({}, [
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudfront/keyGroup:KeyGroup",
  "aws:cloudfront/originAccessControl:OriginAccessControl",
  "aws:cloudfront/publicKey:PublicKey",
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
]);

export const METRICS: Dimensions = {
  "AWS/CloudFront": { DistributionId: subject(["id"], "aws:cloudfront/distribution:Distribution"), Region: ANY },
};
