import type * as aws from "@pulumi/aws";
import { type Answer, MANAGED_GROUPS, type ManagedGroup, type Purpose } from "./firewallGroups";

type Statement = aws.types.input.wafv2.WebAclRuleStatement;
type WebAclRule = aws.types.input.wafv2.WebAclRule;

/** JSON clients that call a REST API stage or a load balancer. */
export interface ApiTraffic {
  readonly purpose: "api";
  /**
   * Beginnings of the paths that Stripe, Twilio and JotForm call, as the caller sends them: without the stage if there
   * is a domain of our own. The application must check their signatures. @default none
   */
  readonly webhookPaths?: readonly string[];
  /**
   * Beginnings of the paths that may receive more than 8 KB, the size up to which a load balancer's body is inspected
   * (AWS, "Considerations for managing body inspection"). Elsewhere such a body is refused. @default left out: large
   * bodies are counted, not refused, until somebody has seen in the metrics who sends them
   */
  readonly uploadPaths?: readonly string[];
  /**
   * Requests per five minutes with the same `authorization` header, wherever they come from. @default 600: two a second
   * is more than a person clicks, and one of many behind a clinic's address cannot use up the others' share
   */
  readonly userLimit?: number;
  /**
   * "forwarded" if our CloudFront distribution is in front: its addresses would be taken for the users'. A header can be
   * forged, so the origin must then let in nobody but that distribution. @default "direct"
   */
  readonly clientIp?: "direct" | "forwarded";
}

/** What the callers are, and what they may do. Scope and region follow: "web" and "recordings" are CloudFront's. */
export type Traffic = ApiTraffic | { readonly purpose: Exclude<Purpose, "api"> };

/** One rule of a firewall, before it has its place and its metric. */
export interface FirewallRule {
  readonly name: string;
  /** Web ACL capacity units: never less than what AWS counts, which combines what rules have in common. */
  readonly capacity: number;
  readonly why: string;
  readonly rule: Pick<WebAclRule, "action" | "overrideAction" | "ruleLabels" | "statement">;
}

/**
 * Requests of one address in five minutes. A clinic shares one, and a recording is fetched in pieces; whereas nobody
 * signs in a hundred times, and guessing passwords takes that many.
 */
const RATE_LIMITS: Readonly<Record<Purpose, number>> = {
  api: 2000,
  "sign-in": 100,
  web: 2000,
  recordings: 2000,
};
/** Page loads, and an application of one page is loaded once a visit: more is a crawler or a large clinic. */
const PAGES_PER_ADDRESS = 200;
const USER_LIMIT = 600;
const WINDOW = 300;
const WEBHOOK = "webhook";
/** Set by SizeRestrictions_BODY, which only counts. */
const OVERSIZED = "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body";
const TOO_MANY = { block: { customResponse: { responseCode: 429 } } };
const TOO_LARGE = { block: { customResponse: { responseCode: 413 } } };

/** What statements cost: "Using rule statements in AWS WAF" and "AWS WAF rules that add labels". */
const COST = { path: 2, contains: 10, transformation: 10, label: 1, rate: 2, rateKey: 30 };
/** Decoded and normalised, so that `/webhooks/%2e%2e/notes` is no webhook. */
const PATH_TRANSFORMATIONS = ["URL_DECODE", "NORMALIZE_PATH"].map((type, priority) => ({ type, priority }));
const PATH_COST = COST.path + COST.transformation * PATH_TRANSFORMATIONS.length;
const PLAIN = [{ type: "NONE", priority: 0 }];

/** The rules in their order: what is known by its path or number first, then AWS's groups. */
export function firewallRules(traffic: Traffic, rateLimit = RATE_LIMITS[traffic.purpose]): FirewallRule[] {
  const { purpose } = traffic;
  const api = traffic.purpose === "api" ? traffic : undefined;
  const webhooks = markWebhooks(api?.webhookPaths ?? []);
  const groups = MANAGED_GROUPS.filter((group) => group.purposes.includes(purpose));
  return [
    ...webhooks,
    tooManyPerAddress(rateLimit, api?.clientIp ?? "direct"),
    ...(api === undefined ? [] : [tooManyPerUser(api.userLimit ?? USER_LIMIT)]),
    ...(purpose === "web" ? [tooManyPages()] : []),
    ...groups.map((group) => managed(group, purpose, webhooks.length > 0)),
    ...(api?.uploadPaths === undefined ? [] : [tooLarge(api.uploadPaths)]),
  ];
}

/** What the rules need together. */
export const requiredCapacity = (rules: readonly FirewallRule[]): number =>
  rules.reduce((sum, rule) => sum + rule.capacity, 0);

function markWebhooks(paths: readonly string[]): FirewallRule[] {
  const statement = beginsWith(paths);
  if (statement === undefined) return [];
  return [
    {
      name: "webhooks",
      capacity: PATH_COST * paths.length + COST.label,
      why: "Marks what vendors call, for the rules below that would take them for bots",
      rule: { action: { count: {} }, ruleLabels: [{ name: WEBHOOK }], statement },
    },
  ];
}

function tooManyPerAddress(limit: number, clientIp: "direct" | "forwarded"): FirewallRule {
  const address =
    clientIp === "direct"
      ? { aggregateKeyType: "IP" }
      : {
          aggregateKeyType: "FORWARDED_IP",
          // MATCH: a request without a valid address did not come through CloudFront.
          forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
        };
  return {
    name: "rate",
    capacity: COST.rate,
    why: "One address cannot exhaust the service or guess passwords: 45 CFR 164.308(a)(5)(ii)(C)",
    rule: {
      action: TOO_MANY,
      statement: { rateBasedStatement: { limit, evaluationWindowSec: WINDOW, ...address } },
    },
  };
}

function tooManyPerUser(limit: number): FirewallRule {
  const token = { header: { name: "authorization", textTransformations: PLAIN } };
  return {
    name: "rate-user",
    capacity: COST.rate + COST.rateKey,
    why: "One session cannot copy the record of every patient, from however many addresses",
    rule: {
      action: TOO_MANY,
      statement: {
        rateBasedStatement: {
          limit,
          evaluationWindowSec: WINDOW,
          aggregateKeyType: "CUSTOM_KEYS",
          customKeys: [token],
        },
      },
    },
  };
}

function tooManyPages(): FirewallRule {
  return {
    name: "rate-pages",
    capacity: COST.rate + COST.contains,
    why: "A large clinic answers a CAPTCHA where a crawler stops; only pages, because a script or an image cannot ask",
    rule: {
      action: { captcha: {} },
      statement: {
        rateBasedStatement: {
          limit: PAGES_PER_ADDRESS,
          evaluationWindowSec: WINDOW,
          aggregateKeyType: "IP",
          scopeDownStatement: {
            byteMatchStatement: {
              fieldToMatch: { singleHeader: { name: "accept" } },
              positionalConstraint: "CONTAINS",
              searchString: "text/html",
              textTransformations: PLAIN,
            },
          },
        },
      },
    },
  };
}

function managed(group: ManagedGroup, purpose: Purpose, webhooks: boolean): FirewallRule {
  const skips = webhooks && group.skipsWebhooks;
  const answers = group.answers.filter(({ purposes }) => purposes === undefined || purposes.includes(purpose));
  return {
    name: group.name,
    capacity: group.capacity + (skips ? COST.label : 0),
    why: group.why,
    rule: {
      overrideAction: { none: {} },
      statement: {
        managedRuleGroupStatement: {
          vendorName: "AWS",
          name: group.group,
          ...(answers.length === 0 ? {} : { ruleActionOverrides: answers.map(override) }),
          ...(group.name === "bots" ? BOT_CONFIG : {}),
          ...(skips ? { scopeDownStatement: { notStatement: { statement: hasLabel(WEBHOOK) } } } : {}),
        },
      },
    },
  };
}

const override = ({ rule, answer }: Answer) => ({
  name: rule,
  actionToUse: answer === "count" ? { count: {} } : { challenge: {} },
});

/** The targeted level costs ten times as much, and tells people from bots by tokens that JSON clients do not have. */
const BOT_CONFIG = { managedRuleGroupConfigs: [{ awsManagedRulesBotControlRuleSet: { inspectionLevel: "COMMON" } }] };

function tooLarge(uploadPaths: readonly string[]): FirewallRule {
  const uploads = beginsWith(uploadPaths);
  const oversized = hasLabel(OVERSIZED);
  const elsewhere = uploads && { andStatement: { statements: [oversized, { notStatement: { statement: uploads } }] } };
  return {
    name: "too-large",
    capacity: COST.label + PATH_COST * uploadPaths.length,
    why: "What is beyond the first kilobytes is not inspected, so only uploads and notes may be that long",
    rule: { action: TOO_LARGE, statement: elsewhere ?? oversized },
  };
}

const hasLabel = (key: string) => ({ labelMatchStatement: { scope: "LABEL", key } });

function beginsWith(paths: readonly string[]): Statement | undefined {
  const statements = paths.map((searchString) => ({
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString,
      textTransformations: PATH_TRANSFORMATIONS,
    },
  }));
  // "Or" takes two statements or more.
  return statements.length > 1 ? { orStatement: { statements } } : statements[0];
}
