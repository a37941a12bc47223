import { type Counter, each, listed, merged, most, parentOf, perAccount, perParent, perRegion, sum } from "../counter";
import { at, listAt, numberOf, type Placed, textOf } from "../fleet";
import { valueAt } from "../../../shared/snapshot/valueAt";

const DISTRIBUTION = "cloudfront/distribution:Distribution";
const ACL = "wafv2/webAcl:WebAcl";
const POOL = "cognito/userPool:UserPool";

const behaviours = (one: Placed): readonly unknown[] => [
  at(one, "defaultCacheBehavior"),
  ...listAt(one.resource.inputs, "orderedCacheBehaviors"),
];
const statements = (one: Placed) => listAt(one.resource.inputs, "rules").map((rule) => valueAt(rule, "statement"));
const isRegional = (one: Placed) => at(one, "scope") !== "CLOUDFRONT";

/** "AWS Managed Rules rule groups list", AWS WAF Developer Guide (read 2026-11-30): capacity of each group in use. */
const UNITS: Readonly<Record<string, number>> = {
  AWSManagedRulesAmazonIpReputationList: 25,
  AWSManagedRulesAnonymousIpList: 50,
  AWSManagedRulesATPRuleSet: 50,
  AWSManagedRulesBotControlRuleSet: 50,
  AWSManagedRulesCommonRuleSet: 700,
  AWSManagedRulesKnownBadInputsRuleSet: 200,
  AWSManagedRulesLinuxRuleSet: 200,
  AWSManagedRulesSQLiRuleSet: 200,
};
/** No group weighs more than the largest, no rule of our own more than this. */
const LARGEST_GROUP = 700;
const OWN_RULE = 30;

const unitsOf = (one: Placed): number => {
  const known = numberOf(one.resource.outputs?.["capacity"]);
  if (known > 0) return known;
  return statements(one).reduce<number>((all, statement) => {
    const group = valueAt(statement, "managedRuleGroupStatement");
    const name = textOf(valueAt(group, "name")) ?? "";
    return all + (group === undefined ? OWN_RULE : (UNITS[name] ?? LARGEST_GROUP));
  }, 0);
};

/** Attributes that every pool has: "Standard attributes", Amazon Cognito Developer Guide. */
const STANDARD =
  /^(address|birthdate|email|family_name|gender|given_name|locale|middle_name|name|nickname|phone_number|picture|preferred_username|profile|sub|updated_at|website|zoneinfo)$/;

export const EDGE: Readonly<Record<string, Counter>> = {
  distributionsPerAccount: perAccount([DISTRIBUTION]),
  originAccessControlsPerAccount: perAccount(["cloudfront/originAccessControl:OriginAccessControl"]),
  responseHeadersPoliciesPerAccount: perAccount(["cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"]),
  cachePoliciesPerAccount: perAccount(["cloudfront/cachePolicy:CachePolicy"]),
  originRequestPoliciesPerAccount: perAccount(["cloudfront/originRequestPolicy:OriginRequestPolicy"]),
  keyGroupsPerAccount: perAccount(["cloudfront/keyGroup:KeyGroup"]),
  publicKeysPerAccount: perAccount(["cloudfront/publicKey:PublicKey"]),
  publicKeysPerKeyGroup: listed("cloudfront/keyGroup:KeyGroup", "items"),
  keyGroupsPerDistribution: each([DISTRIBUTION], (one) =>
    most(behaviours(one), (each) => listAt(each, "trustedKeyGroups").length),
  ),
  aliasesPerDistribution: listed(DISTRIBUTION, "aliases"),
  behavioursPerDistribution: each([DISTRIBUTION], (one) => behaviours(one).length),
  originsPerDistribution: listed(DISTRIBUTION, "origins"),
  webAclsRegional: perRegion([ACL], isRegional),
  webAclsCloudfront: perAccount([ACL], (one) => !isRegional(one)),
  capacityUnitsPerWebAcl: each([ACL], unitsOf),
  rateRulesPerWebAcl: each(
    [ACL],
    (one) => statements(one).filter((each) => valueAt(each, "rateBasedStatement") !== undefined).length,
  ),
  associationsPerWebAcl: (fleet) =>
    merged(
      perParent("wafv2/webAclAssociation:WebAclAssociation", "webAclArn")(fleet),
      sum(
        fleet
          .all(DISTRIBUTION)
          .filter((one) => at(one, "webAclId") !== undefined)
          .map((one) => [parentOf(one, "webAclId"), 1]),
      ),
    ),
  ipSetsPerRegion: perRegion(["wafv2/ipSet:IpSet"]),
  userPoolsPerRegion: perRegion([POOL]),
  clientsPerUserPool: perParent("cognito/userPoolClient:UserPoolClient", "userPoolId"),
  groupsPerUserPool: perParent("cognito/userGroup:UserGroup", "userPoolId"),
  customAttributesPerUserPool: each(
    [POOL],
    (one) =>
      listAt(one.resource.inputs, "schemas").filter((each) => !STANDARD.test(textOf(valueAt(each, "name")) ?? ""))
        .length,
  ),
  cognitoCustomDomainsPerRegion: perRegion(
    ["cognito/userPoolDomain:UserPoolDomain"],
    (one) => at(one, "certificateArn") !== undefined,
  ),
  identityPoolsPerRegion: perRegion(["cognito/identityPool:IdentityPool"]),
  providersPerIdentityPool: listed("cognito/identityPool:IdentityPool", "cognitoIdentityProviders"),
};
