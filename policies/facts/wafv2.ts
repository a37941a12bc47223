import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:wafv2/webAcl:WebAcl": {
      holdsData: false,
      named: ["name", /^[\w-]{1,128}$/, "at most 128 letters, digits, hyphens and underscores"],
    },
    "aws:wafv2/ipSet:IpSet": {
      named: ["name", /^[\w-]{1,128}$/, "at most 128 letters, digits, hyphens and underscores"],
    },
    "aws:wafv2/ruleGroup:RuleGroup": {
      named: ["name", /^[\w-]{1,128}$/, "at most 128 letters, digits, hyphens and underscores"],
    },
  },
  ["aws:wafv2/webAclAssociation:WebAclAssociation", "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration"],
);

export const METRICS: Dimensions = {
  "AWS/WAFV2": {
    WebACL: subject(["visibilityConfig.metricName", "name"], "aws:wafv2/webAcl:WebAcl"),
    Region: ANY,
    Rule: ANY,
    ManagedRuleGroup: ANY,
    RuleGroup: ANY,
    LabelName: ANY,
    LabelNamespace: ANY,
    Country: ANY,
    Attack: ANY,
    Device: ANY,
    ResourceType: ANY,
    Resource: ANY,
  },
};
