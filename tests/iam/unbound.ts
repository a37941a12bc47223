/**
 * Calls that change or delete, which IAM can bind to no environment: AWS names no resource for them, or one whose ARN is made of
 * an id and that carries no tags for IAM. Reason by call; docs/delivery.md has the same list for people.
 */
export const UNBOUND: Readonly<Record<string, string>> = {
  "apigateway:DELETE /tags": "one path for the tags of all APIs, which tells IAM nothing of the tags that are there",
  "apigateway:POST /tags": "as before, for VPC links",
  "apigateway:PUT /tags": "as before",
  "cloudfront:DeleteOriginAccessControl": "known by an id, without tags; refused by CloudFront while in use",
  "cloudfront:DeleteResponseHeadersPolicy": "known by an id, without tags; refused by CloudFront while in use",
  "cloudfront:UpdateOriginAccessControl": "known by an id, without tags",
  "cloudfront:UpdateResponseHeadersPolicy": "known by an id, without tags",
  "codestar-notifications:DeleteTarget": "names no resource",
  "cognito-identity:SetIdentityPoolRoles": "names no resource; roles of the own environment only can be passed to it",
  "cognito-identity:SetPrincipalTagAttributeMap": "names no resource",
  "ecs:DeregisterTaskDefinition": "names no resource; what runs keeps running",
  "logs:DeleteLogDelivery": "names no resource",
  "logs:DeleteResourcePolicy": "names no resource",
  "logs:PutResourcePolicy": "names no resource",
  "elasticloadbalancing:SetWebACL": "AWS says nothing of tags; the firewall has to be one of the asker's own",
  "logs:UpdateLogDelivery": "names no resource",
  "rds:DeregisterDBProxyTargets": "the target group is RDS's own, known by an id, without tags",
  "rds:ModifyDBProxyTargetGroup": "as before",
  "rds:RegisterDBProxyTargets": "as before",
  "wafv2:AssociateWebACL": "as DisassociateWebACL",
  "wafv2:DisassociateWebACL":
    "no tags of what is protected; user pools, apps and stages are asked by their own services as well",
};

/**
 * What opens recordings with one call and can be bound to nothing: left to the administrator of an account that holds several
 * environments.
 */
export const WITHHELD = [
  "cloudfront:DeleteKeyGroup",
  "cloudfront:DeletePublicKey",
  "cloudfront:UpdateKeyGroup",
  "cloudfront:UpdatePublicKey",
];
