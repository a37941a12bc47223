import { made, others } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { FREE, as } from "./reasons";
import { CALL } from "./seconds";

const wafArn = (kind: string) => (resource: Resource) =>
  resource.fill(
    `{arn:wafv2}${resource.input("scope") === "CLOUDFRONT" ? "global" : "regional"}/${kind}/{name}/${resource.id}`,
  );

export const MADE = made({
  "wafv2/webAcl:WebAcl": {
    price: "priced",
    seconds: [1, 3, 30],
    outputs: {
      id: "{uuid}",
      arn: wafArn("webacl"),
      applicationIntegrationUrl: "",
      capacity: 0,
      lockToken: "{uuid}",
      namePrefix: "",
    },
    replacedBy: "name namePrefix scope",
    drawn: as("the shield on what it stands in front of"),
    alarms: "service",
  },
  "wafv2/webAclAssociation:WebAclAssociation": {
    price: FREE.setting,
    // AWS WAF refuses a new web ACL for some minutes (WAFUnavailableEntityException).
    seconds: [2, 20, 300],
    outputs: { id: "{.webAclArn},{.resourceArn}" },
    replacedBy: "*",
    partOf: "wafv2/webAcl:WebAcl",
  },
  "wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": {
    price: FREE.recorded,
    seconds: CALL,
    outputs: { id: "{.resourceArn}" },
    replacedBy: "resourceArn",
    partOf: "wafv2/webAcl:WebAcl",
  },
});

export const OTHERS = others({
  "wafv2/ipSet:IpSet": {
    outputs: { id: "{uuid}", arn: wafArn("ipset"), lockToken: "{uuid}", namePrefix: "" },
    replacedBy: "ipAddressVersion name namePrefix scope",
  },
  "wafv2/ruleGroup:RuleGroup": {
    outputs: { id: "{uuid}", arn: wafArn("rulegroup"), lockToken: "{uuid}", namePrefix: "" },
    replacedBy: "capacity name namePrefix scope",
  },
  "wafv2/regexPatternSet:RegexPatternSet": {
    outputs: { id: "{uuid}", arn: wafArn("regexpatternset"), lockToken: "{uuid}" },
  },
});
