import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

const ALIASES = "CreateAlias DeleteAlias UpdateAlias";

/** What deploying keys, secrets, certificates and firewalls takes. */
export const RIGHTS: DeployRights = {
  manage: {
    acm: "AddTagsToCertificate DescribeCertificate GetCertificate List* RequestCertificate",
    kms: "CreateKey Describe* GetKeyPolicy GetKeyRotationStatus List* TagResource",
    secretsmanager: "CreateSecret DescribeSecret GetResourcePolicy ListSecrets TagResource",
    wafv2: "AssociateWebACL CreateWebACL DisassociateWebACL Get* List* TagResource",
  },
  manageOwn: {
    acm: "DeleteCertificate RemoveTagsFromCertificate UpdateCertificateOptions",
    kms: "CancelKeyDeletion CreateGrant DisableKeyRotation EnableKey EnableKeyRotation PutKeyPolicy RetireGrant ScheduleKeyDeletion UntagResource UpdateKeyDescription",
    secretsmanager:
      "CancelRotateSecret DeleteResourcePolicy DeleteSecret GetSecretValue PutResourcePolicy PutSecretValue RestoreSecret UntagResource UpdateSecret*",
    wafv2:
      "DeleteLoggingConfiguration DeleteWebACL PutLoggingConfiguration PutPermissionPolicy UntagResource UpdateWebACL",
  },
  keysThrough: ["secretsmanager"],
  named: ({ prefix, tags, arn }) => [
    allow("KeyAliases", actionsOf("kms", ALIASES), arn("kms", `alias/${prefix}-*`)),
    { ...allow("KeysOfAliases", actionsOf("kms", ALIASES)), Condition: { StringEquals: tags } },
    // AWS's groups of rules have no tags; a firewall that uses them is bound by its own.
    allow("RulesOfAws", actionsOf("wafv2", "UpdateWebACL"), "arn:aws:wafv2:*:*:*/managedruleset/*"),
  ],
};
