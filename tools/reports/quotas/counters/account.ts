import {
  characters,
  type Counter,
  each,
  lengthOf,
  listed,
  merged,
  parentOf,
  perAccount,
  perParent,
  perRegion,
  sum,
} from "../counter";
import { at, listAt, type Placed, textOf } from "../fleet";
import { valueAt } from "../../../shared/snapshot/valueAt";

const PACK = "cfg/conformancePack:ConformancePack";
const ROLE = "iam/role:Role";

const valuesOf = (value: unknown): readonly unknown[] =>
  typeof value === "object" && value !== null ? Object.values(value) : [];

const rulesIn = (one: Placed): number => {
  const template = textOf(at(one, "templateBody")) ?? "";
  const read: unknown = template.startsWith("{") ? JSON.parse(template) : {};
  const resources = valuesOf(valueAt(read, "Resources"));
  return resources.filter((each) => valueAt(each, "Type") === "AWS::Config::ConfigRule").length;
};

export const ACCOUNT: Readonly<Record<string, Counter>> = {
  rolesPerAccount: perAccount([ROLE]),
  customerPoliciesPerAccount: perAccount(["iam/policy:Policy"]),
  groupsPerAccount: perAccount(["iam/group:Group"]),
  oidcProvidersPerAccount: perAccount(["iam/openIdConnectProvider:OpenIdConnectProvider"]),
  managedPoliciesPerRole: perParent("iam/rolePolicyAttachment:RolePolicyAttachment", "role"),
  managedPolicyCharacters: characters("iam/policy:Policy", "policy", "no white space"),
  inlinePolicyCharactersPerRole: (fleet) =>
    sum(
      fleet
        .all("iam/rolePolicy:RolePolicy")
        .map((one) => [parentOf(one, "role"), lengthOf(at(one, "policy"), "no white space")]),
    ),
  trustPolicyCharacters: characters(ROLE, "assumeRolePolicy"),
  // Those that name a log group count for that one instead.
  logResourcePoliciesPerRegion: perRegion(
    ["cloudwatch/logResourcePolicy:LogResourcePolicy"],
    (one) => at(one, "resourceArn") === undefined,
  ),
  logResourcePolicyBytes: characters("cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument"),
  logGroupsPerRegion: perRegion(["cloudwatch/logGroup:LogGroup"]),
  metricFiltersPerLogGroup: perParent("cloudwatch/logMetricFilter:LogMetricFilter", "logGroupName"),
  alarmsPerRegion: perRegion(["cloudwatch/metricAlarm:MetricAlarm", "cloudwatch/compositeAlarm:CompositeAlarm"]),
  // A trail of all regions counts in each: here, in those that the stacks use.
  trailsPerRegion: (fleet) => {
    const regions = new Set(fleet.all("cloudwatch/logGroup:LogGroup").map(({ region }) => region));
    return sum(
      fleet
        .all("cloudtrail/trail:Trail")
        .flatMap((one) =>
          (at(one, "isMultiRegionTrail") === true ? [...new Set([one.region, ...regions])] : [one.region]).map(
            (region) => [region, 1] as const,
          ),
        ),
    );
  },
  advancedSelectorConditions: each(["cloudtrail/trail:Trail"], (one) =>
    listAt(one.resource.inputs, "advancedEventSelectors")
      .flatMap((selector) => listAt(selector, "fieldSelectors"))
      .flatMap(valuesOf)
      .reduce<number>((all, values) => all + (Array.isArray(values) ? values.length : 0), 0),
  ),
  configRulesPerRegion: (fleet) =>
    merged(perRegion(["cfg/rule:Rule"])(fleet), sum(fleet.all(PACK).map((one) => [one.region, rulesIn(one)]))),
  conformancePacksPerRegion: perRegion([PACK]),
  rulesPerConformancePack: each([PACK], rulesIn),
  conformancePackTemplateBytes: characters(PACK, "templateBody"),
  configRecordersPerRegion: perRegion(["cfg/recorder:Recorder"]),
  detectorsPerRegion: perRegion(["guardduty/detector:Detector"]),
  malwareProtectedBuckets: perRegion(["guardduty/malwareProtectionPlan:MalwareProtectionPlan"]),
  findingAggregatorsPerAccount: perAccount(["securityhub/findingAggregator:FindingAggregator"]),
  securityHubPerRegion: perRegion(["securityhub/account:Account"]),
  accountAnalyzersPerRegion: (fleet) =>
    sum(
      fleet
        .all("accessanalyzer/analyzer:Analyzer")
        .map((one) => [`${one.region}, ${textOf(at(one, "type")) ?? "ACCOUNT"}`, 1]),
    ),
  budgetsPerAccount: perAccount(["budgets/budget:Budget"]),
  notificationsPerBudget: listed("budgets/budget:Budget", "notifications"),
  serviceAnomalyMonitors: perAccount(
    ["costexplorer/anomalyMonitor:AnomalyMonitor"],
    (one) => at(one, "monitorDimension") === "SERVICE",
  ),
  anomalySubscriptions: perAccount(["costexplorer/anomalySubscription:AnomalySubscription"]),
  topicsPerRegion: perRegion(["sns/topic:Topic"]),
  rulesPerEventBus: (fleet) =>
    sum(
      fleet
        .all("cloudwatch/eventRule:EventRule")
        .map((one) => [`${one.region}, ${textOf(at(one, "eventBusName")) ?? "default"}`, 1]),
    ),
  targetsPerRule: perParent("cloudwatch/eventTarget:EventTarget", "rule"),
  scheduleGroups: perRegion(["scheduler/scheduleGroup:ScheduleGroup"]),
};
