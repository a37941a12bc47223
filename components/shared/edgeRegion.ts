/** CloudFront's certificates, firewalls, logs and metrics exist in this region only. */
export const EDGE_REGION = "us-east-1";
