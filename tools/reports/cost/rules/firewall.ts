import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, textAt, valueAt, type Fields } from "../fields";
import { itemOf, type Item } from "../line";
import { share, type Context, type Rules } from "../rule";

const ACL = "wafv2/webAcl:WebAcl";
const item = itemOf("WAF", "WAF: attacks, floods and bots are refused");
/** Of a million requests, those that are asked to solve a puzzle where a rule may ask; thousand. */
const PUZZLES = 0.5;

export const FIREWALL_RULES = { [ACL]: acl } satisfies Rules;

function acl(resource: SnapshotResource, context: Context): readonly Item[] {
  const rules = listAt(resource, "rules");
  const requests = requestsBefore(resource, context);
  const bots = rules.filter((each) => groupOf(each) === "AWSManagedRulesBotControlRuleSet");
  const asks = rules.some((each) => valueAt(each, "action.captcha") !== undefined);
  return [
    item("web ACL", 1, "waf.acl"),
    item("rules and rule groups", rules.length, "waf.rule"),
    item("requests judged", requests, "waf.requests"),
    ...bots.flatMap((each) => [
      item("bot control", 1, "waf.bots"),
      // Bot control sees what the rules before it let through: all but a few.
      isTargeted(each)
        ? item("requests judged by targeted bot control", requests, "waf.bots.targeted")
        : item("requests judged by bot control", requests, "waf.bots.common"),
    ]),
    ...(asks ? [item("puzzles", requests * PUZZLES, "waf.captcha")] : []),
  ];
}

const groupOf = (rule: Fields) => textAt(rule, "statement.managedRuleGroupStatement.name");
const isTargeted = (rule: Fields) =>
  JSON.stringify(valueAt(rule, "statement.managedRuleGroupStatement.managedRuleGroupConfigs") ?? []).includes(
    "TARGETED",
  );

/** Millions in a month, by what the firewall stands in front of. */
export function requestsBefore(firewall: SnapshotResource, { graph, usage }: Context): number {
  const associations = graph.users("wafv2/webAclAssociation:WebAclAssociation", "webAclArn", firewall);
  const guards = (type: string) => associations.some((each) => graph.of(each, "resourceArn", type).length > 0);
  const among = (type: string, amount: number) => share(amount, graph.all(type).length);
  const loads = [
    guards("apigateway/stage:Stage") ? among("apigateway/stage:Stage", usage.apiRequestsMillions) : 0,
    guards("lb/loadBalancer:LoadBalancer") ? among("lb/loadBalancer:LoadBalancer", usage.apiRequestsMillions) : 0,
    guards("cognito/userPool:UserPool") ? among("cognito/userPool:UserPool", usage.signInsThousands / 1000) : 0,
    guards("amplify/app:App") ? among("amplify/app:App", usage.webRequestsMillions) : 0,
    share(
      graph.users("cloudfront/distribution:Distribution", "webAclId", firewall).length * usage.videoRequestsMillions,
      graph.all("cloudfront/distribution:Distribution").length,
    ),
  ];
  return loads.reduce((sum, each) => sum + each, 0);
}
