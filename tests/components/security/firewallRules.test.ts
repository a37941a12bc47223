import { strict as assert } from "node:assert";
import { type ApiTraffic, firewallRules, requiredCapacity } from "../../../components/security/firewallRules";
import { EXAMPLES, PURPOSES, ruleOf, statementOf } from "./exampleFirewall";

const api = (changes: Partial<ApiTraffic> = {}) => firewallRules({ purpose: "api", ...changes });
const names = (rules: ReturnType<typeof firewallRules>) => rules.map(({ name }) => name);
const group = (rules: ReturnType<typeof firewallRules>, name: string) =>
  statementOf(rules, name).managedRuleGroupStatement;
const overrides = (rules: ReturnType<typeof firewallRules>, name: string): Record<string, string> =>
  Object.fromEntries(
    (group(rules, name).ruleActionOverrides ?? []).map((each: any) => [
      each.name,
      Object.keys(each.actionToUse).join(),
    ]),
  );

describe("the rules of a firewall", () => {
  for (const [purpose, expected, capacity] of [
    // 2 rate + 32 user + 25 reputation + 50 anonymous + 200 inputs + 700 common + 200 SQL + 50 bots
    ["api", "rate rate-user bad-reputation anonymous bad-inputs common sql bots", 1259],
    ["sign-in", "rate bad-reputation anonymous bad-inputs common bots", 1027],
    ["web", "rate rate-pages bad-reputation anonymous bad-inputs common bots", 1039],
    ["recordings", "rate bad-reputation anonymous bad-inputs common", 977],
  ] as const)
    it(`for ${purpose} are those it needs, in an order that pays the cheapest first`, () => {
      const rules = firewallRules({ purpose });
      assert.equal(names(rules).join(" "), expected);
      assert.equal(requiredCapacity(rules), capacity);
    });

  it("count what is added: 22 units for each path, and one for each label that is set or read", () => {
    const rules = api({ webhookPaths: ["/webhooks/", "/hooks/"], uploadPaths: ["/notes"] });
    const added = { webhooks: 2 * 22 + 1, skippedByTwoGroups: 2, tooLarge: 1 + 22 };
    assert.equal(requiredCapacity(rules), 1259 + added.webhooks + added.skippedByTwoGroups + added.tooLarge);
  });

  for (const { traffic } of EXAMPLES)
    it(`for ${traffic.purpose} give AWS's groups an overrideAction of none and our own an action, never both`, () => {
      for (const { name, rule } of firewallRules(traffic)) {
        const isManaged = "managedRuleGroupStatement" in rule.statement;
        assert.deepEqual(rule.overrideAction, isManaged ? { none: {} } : undefined, name);
        assert.equal(rule.action === undefined, isManaged, name);
      }
    });

  for (const purpose of PURPOSES)
    it(`for ${purpose} only count what clinical text, forwarded links and native apps look like`, () => {
      assert.deepEqual(overrides(firewallRules({ purpose }), "common"), {
        SizeRestrictions_BODY: "count",
        NoUserAgent_HEADER: "count",
        GenericRFI_BODY: "count",
        GenericRFI_QUERYARGUMENTS: "count",
        GenericRFI_URIPATH: "count",
        CrossSiteScripting_BODY: "count",
      });
    });

  it("keep blocking SQL in a body, except for the patterns that prose has", () => {
    assert.deepEqual(overrides(api(), "sql"), { SQLiExtendedPatterns_BODY: "count" });
  });

  it("keep blocking anonymisers, except that a data centre is no anonymiser", () => {
    assert.deepEqual(overrides(api(), "anonymous"), { HostingProviderIPList: "count" });
  });

  for (const purpose of ["api", "sign-in"] as const)
    it(`for ${purpose} take a program for a bot only in the metrics, and never ask it for a CAPTCHA`, () => {
      const rules = firewallRules({ purpose });
      assert.deepEqual(overrides(rules, "bots"), { SignalNonBrowserUserAgent: "count", CategoryHttpLibrary: "count" });
      assert.doesNotMatch(JSON.stringify(rules), /captcha|"challenge"/i);
    });

  it("for web let a disguised browser prove itself", () => {
    assert.deepEqual(overrides(firewallRules({ purpose: "web" }), "bots"), { SignalNonBrowserUserAgent: "challenge" });
  });

  it("for web ask for a CAPTCHA, of pages only: a script or an image could not show it", () => {
    const { action, statement } = ruleOf(firewallRules({ purpose: "web" }), "rate-pages");
    assert.deepEqual(action, { captcha: {} });
    const { fieldToMatch, positionalConstraint, searchString } =
      statement.rateBasedStatement.scopeDownStatement.byteMatchStatement;
    assert.deepEqual(
      [fieldToMatch, positionalConstraint, searchString],
      [{ singleHeader: { name: "accept" } }, "CONTAINS", "text/html"],
    );
  });

  it("control bots at the level that needs no token in the browser", () => {
    assert.deepEqual(group(api(), "bots").managedRuleGroupConfigs, [
      { awsManagedRulesBotControlRuleSet: { inspectionLevel: "COMMON" } },
    ]);
    assert.equal(group(api(), "common").managedRuleGroupConfigs, undefined);
  });
});

describe("the rates of a firewall", () => {
  for (const [purpose, limit] of [
    ["api", 2000],
    ["sign-in", 100],
    ["web", 2000],
    ["recordings", 2000],
  ] as const)
    it(`let one address send ${limit} requests in five minutes for ${purpose}, unless told otherwise`, () => {
      const rate = (rules: ReturnType<typeof firewallRules>) => statementOf(rules, "rate").rateBasedStatement;
      assert.deepEqual(rate(firewallRules({ purpose })), { limit, evaluationWindowSec: 300, aggregateKeyType: "IP" });
      assert.equal(rate(firewallRules({ purpose }, 50)).limit, 50);
    });

  it("take the user's address from the header when CloudFront is in front, or all users would share one", () => {
    assert.deepEqual(statementOf(api({ clientIp: "forwarded" }), "rate").rateBasedStatement, {
      limit: 2000,
      evaluationWindowSec: 300,
      aggregateKeyType: "FORWARDED_IP",
      forwardedIpConfig: { headerName: "X-Forwarded-For", fallbackBehavior: "MATCH" },
    });
  });

  it("hold for one session, too, from however many addresses", () => {
    const { limit, aggregateKeyType, customKeys } = statementOf(api(), "rate-user").rateBasedStatement;
    assert.deepEqual([limit, aggregateKeyType], [600, "CUSTOM_KEYS"]);
    assert.equal(customKeys[0].header.name, "authorization");
    assert.equal(statementOf(api({ userLimit: 60 }), "rate-user").rateBasedStatement.limit, 60);
  });

  it("say so with a status that clients understand", () => {
    for (const name of ["rate", "rate-user"])
      assert.equal(ruleOf(api(), name).action.block.customResponse.responseCode, 429);
  });
});

describe("webhooks", () => {
  const skip = { notStatement: { statement: { labelMatchStatement: { scope: "LABEL", key: "webhook" } } } };
  const rules = api({ webhookPaths: ["/webhooks/"] });

  it("are marked before any group sees them, and let through no other rule by that", () => {
    assert.equal(names(rules)[0], "webhooks");
    const { action, ruleLabels } = ruleOf(rules, "webhooks");
    assert.deepEqual(action, { count: {} });
    assert.deepEqual(ruleLabels, [{ name: "webhook" }]);
  });

  it("are not taken for bots or anonymisers, and are checked for everything else", () => {
    const skipped = rules.filter(({ rule }) => JSON.stringify(rule.statement).includes(JSON.stringify(skip)));
    assert.deepEqual(names(skipped), ["anonymous", "bots"]);
    assert.deepEqual(group(rules, "bots").scopeDownStatement, skip);
  });

  it("are known by the path that is really served, not by one that climbs out of it", () => {
    const { fieldToMatch, positionalConstraint, searchString, textTransformations } = statementOf(
      rules,
      "webhooks",
    ).byteMatchStatement;
    assert.deepEqual(
      [fieldToMatch, positionalConstraint, searchString],
      [{ uriPath: {} }, "STARTS_WITH", "/webhooks/"],
    );
    assert.deepEqual(textTransformations, [
      { type: "URL_DECODE", priority: 0 },
      { type: "NORMALIZE_PATH", priority: 1 },
    ]);
  });

  it("of several paths are any of them", () => {
    const { orStatement } = statementOf(api({ webhookPaths: ["/stripe/", "/twilio/"] }), "webhooks");
    const paths = orStatement.statements.map((each: any) => each.byteMatchStatement.searchString);
    assert.deepEqual(paths, ["/stripe/", "/twilio/"]);
  });

  for (const webhookPaths of [undefined, []])
    it(`exempt nothing when there are ${webhookPaths === undefined ? "none" : "no paths of them"}`, () => {
      const plain = api(webhookPaths === undefined ? {} : { webhookPaths });
      assert.ok(!names(plain).includes("webhooks"));
      assert.equal(group(plain, "bots").scopeDownStatement, undefined);
    });
});

describe("large bodies", () => {
  const label = {
    labelMatchStatement: { scope: "LABEL", key: "awswaf:managed:aws:core-rule-set:SizeRestrictions_Body" },
  };

  it("are only counted until somebody says where they belong", () => {
    assert.ok(!names(api()).includes("too-large"));
  });

  it("are refused outside the paths of uploads, after the group that marks them", () => {
    const rules = api({ uploadPaths: ["/notes"] });
    assert.ok(names(rules).indexOf("too-large") > names(rules).indexOf("common"));
    const { action, statement } = ruleOf(rules, "too-large");
    assert.equal(action.block.customResponse.responseCode, 413);
    const [marked, elsewhere] = statement.andStatement.statements;
    assert.deepEqual(marked, label);
    assert.equal(elsewhere.notStatement.statement.byteMatchStatement.searchString, "/notes");
  });

  it("are refused everywhere when no path may have them", () => {
    assert.deepEqual(statementOf(api({ uploadPaths: [] }), "too-large"), label);
  });
});
