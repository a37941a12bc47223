import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

/**
 * Whose signatures open recordings. IAM can bind these calls to no resource: a release of dev could let its own key open the
 * recordings of prod.
 */
const SIGNING_KEYS = "DeleteKeyGroup DeletePublicKey UpdateKeyGroup UpdatePublicKey";

/** Labels before the domain of a stack that its program makes records for. */
const HOSTS = ["", "app.", "api.", "video."];
/** ACM proves a name by a record below it, of an underscore and 32 characters; a `*` would take in what is below that. */
const PROOF = `_${"?".repeat(32)}.`;

/** What a stack may change in a hosted zone that it shares: its own names, and ACM's proofs of them. */
const namesOf = (domain: string) => HOSTS.flatMap((host) => [`${host}${domain}`, `${PROOF}${host}${domain}`]);

/** What deploying distributions, APIs, the web application and names in DNS takes. */
export const RIGHTS: DeployRights = {
  manage: {
    amplify: "CreateApp CreateBranch Get* List* TagResource",
    apigateway: "DELETE GET PATCH POST PUT SetWebACL",
    cloudfront:
      "AllowVendedLogDeliveryForResource Create* Get* List* TagResource UpdateOriginAccessControl UpdateResponseHeadersPolicy DeleteOriginAccessControl DeleteResponseHeadersPolicy",
    route53:
      "AssociateVPCWithHostedZone GetChange GetHostedZone ListHostedZones ListResourceRecordSets ListTagsForResource",
  },
  manageOwn: {
    amplify: "AssociateWebACL Delete* DisassociateWebACL UntagResource Update*",
    cloudfront: "DeleteDistribution UntagResource UpdateDistribution",
  },
  unbound: { cloudfront: SIGNING_KEYS },
  named: ({ domain, arn }) => [
    allow(
      "DomainOfTheApp",
      actionsOf("amplify", "CreateDomainAssociation DeleteDomainAssociation UpdateDomainAssociation"),
      arn("amplify", `apps/*/domains/${domain}`),
    ),
    {
      ...allow("NamesInDns", ["route53:ChangeResourceRecordSets"], "arn:aws:route53:::hostedzone/*"),
      Condition: {
        "ForAllValues:StringLike": { "route53:ChangeResourceRecordSetsNormalizedRecordNames": namesOf(domain) },
      },
    },
  ],
};
