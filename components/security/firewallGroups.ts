/** What is behind a firewall: its scope, its rules and the ways it may answer follow from it. */
export type Purpose = "api" | "sign-in" | "web" | "recordings";

/** Another answer than AWS's own for one rule of a managed group. */
export interface Answer {
  readonly rule: string;
  /** `challenge` is solved by a browser in silence, so it is for pages only: to a JSON client it is just an error. */
  readonly answer: "count" | "challenge";
  readonly why: string;
  /** @default wherever the group is used */
  readonly purposes?: readonly Purpose[];
}

/** A rule group that AWS maintains. */
export interface ManagedGroup {
  readonly name: string;
  readonly group: string;
  /** Capacity units, fixed by AWS: "AWS Managed Rules rule groups list", AWS WAF Developer Guide. */
  readonly capacity: number;
  readonly why: string;
  readonly purposes: readonly Purpose[];
  readonly answers: readonly Answer[];
  /** Requests to webhooks are not looked at: machines in data centres are the very callers that the group refuses. */
  readonly skipsWebhooks: boolean;
}

const ALL: readonly Purpose[] = ["api", "sign-in", "web", "recordings"];
const count = (why: string, ...rules: readonly string[]): Answer[] =>
  rules.map((rule) => ({ rule, answer: "count", why }));

/**
 * In the order of evaluation: the cheapest first, and bot control last, which is paid by the request. Account takeover
 * and account creation groups are left out on purpose: a user pool takes no web ACL that has them.
 */
export const MANAGED_GROUPS: readonly ManagedGroup[] = [
  {
    name: "bad-reputation",
    group: "AWSManagedRulesAmazonIpReputationList",
    capacity: 25,
    why: "Addresses that Amazon sees attacking others",
    purposes: ALL,
    answers: [],
    skipsWebhooks: false,
  },
  {
    name: "anonymous",
    group: "AWSManagedRulesAnonymousIpList",
    capacity: 50,
    why: "Tor and anonymising proxies: nobody could be held to account for what is read, 45 CFR 164.312(b)",
    purposes: ALL,
    answers: count(
      "Company proxies, synthetic tests and the senders of webhooks run in data centres",
      "HostingProviderIPList",
    ),
    skipsWebhooks: true,
  },
  {
    name: "bad-inputs",
    group: "AWSManagedRulesKnownBadInputsRuleSet",
    capacity: 200,
    why: "Requests that only exploits send, Log4j among them",
    purposes: ALL,
    answers: [],
    skipsWebhooks: false,
  },
  {
    name: "common",
    group: "AWSManagedRulesCommonRuleSet",
    capacity: 700,
    why: "What OWASP lists: path traversal, script injection, file inclusion",
    purposes: ALL,
    answers: [
      ...count(
        "Refuses bodies over 8 KB: session notes and files are longer; see uploadPaths",
        "SizeRestrictions_BODY",
      ),
      ...count("Senders of webhooks and native apps may name no user agent", "NoUserAgent_HEADER"),
      ...count(
        "Links in a note and the redirect address of a sign-in look like a remote file",
        "GenericRFI_BODY",
        "GenericRFI_QUERYARGUMENTS",
        "GenericRFI_URIPATH",
      ),
      ...count("Notes have < and > and, from a rich text editor, HTML", "CrossSiteScripting_BODY"),
    ],
    skipsWebhooks: false,
  },
  {
    name: "sql",
    group: "AWSManagedRulesSQLiRuleSet",
    capacity: 200,
    why: "SQL in a request; only where a database is behind, as AWS advises",
    purposes: ["api"],
    // The plain SQLi_BODY keeps blocking: it is of low sensitivity, and prose hardly ever trips it.
    answers: count(
      "Finds more SQL, and takes English for it more often: a note must not be lost",
      "SQLiExtendedPatterns_BODY",
    ),
    skipsWebhooks: false,
  },
  {
    name: "bots",
    group: "AWSManagedRulesBotControlRuleSet",
    capacity: 50,
    why: "Crawlers and scanners that name themselves",
    // Recordings need a signed URL, and bot control would be paid for every segment of a video.
    purposes: ["api", "sign-in", "web"],
    answers: [
      ...count(
        "Native apps, canaries and our own scripts have no browser's user agent",
        "SignalNonBrowserUserAgent",
        "CategoryHttpLibrary",
      ).map((group) => ({ ...group, purposes: ["api", "sign-in"] as const })),
      {
        rule: "SignalNonBrowserUserAgent",
        answer: "challenge",
        why: "Privacy tools disguise a real browser, which can prove itself",
        purposes: ["web"],
      },
    ],
    skipsWebhooks: true,
  },
];
