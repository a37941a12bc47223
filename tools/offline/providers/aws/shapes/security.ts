import type { Wire } from "../../wire";
import { isList } from "../../wire";
import type { Resource, Shapes } from "../template";

/** AWS asks for one DNS record per domain; a wildcard shares the record of its parent domain. */
function validationOptions(certificate: Resource): Wire {
  if (certificate.input("validationMethod") !== "DNS") return [];
  const others = certificate.value("subjectAlternativeNames");
  const domains = [certificate.input("domainName") ?? "", ...(isList(others) ? others.map(String) : [])];
  return [...new Set(domains)].map((domainName) => {
    const base = domainName.replace(/^\*\./, "");
    return {
      domainName,
      resourceRecordName: `_${certificate.random("hex", 32, `${base} name`)}.${base}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${certificate.random("hex", 32, `${base} value`)}.${certificate.random("alnum", 10, base)}.acm-validations.aws.`,
    };
  });
}

const alternativeNames = (certificate: Resource) => [certificate.input("domainName") ?? ""];

const wafArn = (kind: string) => (resource: Resource) =>
  resource.fill(
    `{arn:wafv2}${resource.input("scope") === "CLOUDFRONT" ? "global" : "regional"}/${kind}/{name}/${resource.id}`,
  );

export const securityShapes: Shapes = {
  "kms/key:Key": {
    id: (key) => (key.value("multiRegion") === true ? `mrk-${key.random("hex", 32, "id")}` : key.uuid("id")),
    arn: "{arn:kms}key/{id}",
    keyId: "{id}",
    description: "",
    multiRegion: false,
    policy: (key) =>
      JSON.stringify({
        Version: "2012-10-17",
        Id: "key-default-1",
        Statement: [
          {
            Action: "kms:*",
            Effect: "Allow",
            Principal: { AWS: `arn:${key.account.partition}:iam::${key.account.accountId}:root` },
            Resource: "*",
            Sid: "Enable IAM User Permissions",
          },
        ],
      }),
    rotationPeriodInDays: 365,
  },
  "kms/replicaKey:ReplicaKey": {
    id: (key) => /\/(.+)$/.exec(key.input("primaryKeyArn") ?? "")?.[1] ?? `mrk-${key.random("hex", 32, "id")}`,
    arn: "{arn:kms}key/{id}",
    keyId: "{id}",
    keySpec: "SYMMETRIC_DEFAULT",
    keyUsage: "ENCRYPT_DECRYPT",
  },
  "kms/alias:Alias": {
    id: "{name}",
    arn: "{arn:kms}{name}",
    namePrefix: "",
    targetKeyArn: (alias) => {
      const target = alias.input("targetKeyId") ?? "";
      return target.startsWith("arn:") ? target : alias.fill(`{arn:kms}key/${target}`);
    },
  },
  "kms/keyPolicy:KeyPolicy": { id: "{.keyId}" },
  "kms/grant:Grant": { id: "{.keyId}:{=grantId}", grantId: "{hex64}", grantToken: "{mixed64}" },
  "secretsmanager/secret:Secret": {
    id: "{=arn}",
    arn: "{arn:secretsmanager}secret:{name}-{mixed6:secret}",
    namePrefix: "",
    policy: "",
  },
  "secretsmanager/secretVersion:SecretVersion": {
    id: "{.secretId}|{=versionId}",
    arn: "{.secretId}",
    secretArn: "{.secretId}",
    versionId: "{uuid}",
    versionStages: ["AWSCURRENT"],
  },
  "secretsmanager/secretPolicy:SecretPolicy": { id: "{.secretArn}" },
  "secretsmanager/secretRotation:SecretRotation": { id: "{.secretId}", rotationEnabled: true },
  "ssm/parameter:Parameter": { id: "{name}", arn: "{arn:ssm}parameter{name}", version: 1, dataType: "text" },
  "acm/certificate:Certificate": {
    id: "{=arn}",
    arn: "{arn:acm}certificate/{uuid:certificate}",
    domainValidationOptions: validationOptions,
    subjectAlternativeNames: alternativeNames,
    status: (certificate) => (certificate.input("validationMethod") === "DNS" ? "PENDING_VALIDATION" : "ISSUED"),
    type: (certificate) => (certificate.input("privateKey") === undefined ? "AMAZON_ISSUED" : "IMPORTED"),
    keyAlgorithm: "RSA_2048",
    notBefore: "",
    notAfter: "",
    pendingRenewal: false,
    renewalEligibility: "INELIGIBLE",
    validationEmails: [],
  },
  "acm/certificateValidation:CertificateValidation": { id: "0001-01-01 00:00:00 +0000 UTC" },
  "wafv2/webAcl:WebAcl": {
    id: "{uuid}",
    arn: wafArn("webacl"),
    applicationIntegrationUrl: "",
    capacity: 0,
    lockToken: "{uuid}",
    namePrefix: "",
  },
  "wafv2/ipSet:IpSet": { id: "{uuid}", arn: wafArn("ipset"), lockToken: "{uuid}", namePrefix: "" },
  "wafv2/ruleGroup:RuleGroup": { id: "{uuid}", arn: wafArn("rulegroup"), lockToken: "{uuid}", namePrefix: "" },
  "wafv2/regexPatternSet:RegexPatternSet": { id: "{uuid}", arn: wafArn("regexpatternset"), lockToken: "{uuid}" },
  "wafv2/webAclAssociation:WebAclAssociation": { id: "{.webAclArn},{.resourceArn}" },
  "wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": { id: "{.resourceArn}" },
  "guardduty/detector:Detector": {
    id: "{hex32}",
    arn: "{arn:guardduty}detector/{id}",
    accountId: "{account}",
    findingPublishingFrequency: "SIX_HOURS",
  },
  "guardduty/detectorFeature:DetectorFeature": { id: "{.detectorId}/{.name}" },
  "guardduty/malwareProtectionPlan:MalwareProtectionPlan": {
    id: "{hex20}",
    arn: "{arn:guardduty}malware-protection-plan/{id}",
    createdAt: "2024-01-01T00:00:00Z",
    status: "ACTIVE",
  },
  "securityhub/account:Account": { id: "{account}", arn: "{arn:securityhub}hub/default" },
  "securityhub/findingAggregator:FindingAggregator": { id: "{arn:securityhub}finding-aggregator/{uuid}" },
  "securityhub/standardsSubscription:StandardsSubscription": {
    id: (subscription) =>
      subscription.fill(
        `{arn:securityhub}subscription/${(subscription.input("standardsArn") ?? "").split(/[:/]standards\//).at(-1) ?? ""}`,
      ),
  },
  "accessanalyzer/analyzer:Analyzer": { id: "{.analyzerName}", arn: "{arn:access-analyzer}analyzer/{.analyzerName}" },
  "inspector2/enabler:Enabler": { id: "{account}" },
  "macie2/account:Account": { id: "{account}", status: "ENABLED", serviceRole: "" },
};
