import { many, type Caller, type Request, type Statement } from "./iam";

/** Whom nobody chose: another account, its organisation, its endpoints, its bucket, its repository. */
const ACCOUNT = "999988887777";
const KINDS = {
  data: ["cloudfront.amazonaws.com", "s3.amazonaws.com", "sns.amazonaws.com", "ses.amazonaws.com"],
  trust: [],
} as const;
export type Kind = keyof typeof KINDS;

/** Addresses of the internet, in no range that a document of these tests names and that is smaller than a /8. */
const ADDRESSES = ["93.184.216.34", "9.9.9.9", "203.0.114.5", "198.51.101.7", "2600:1f18::1"];
export const PROVIDERS = [
  "cognito-identity.amazonaws.com",
  "accounts.google.com",
  "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
];
/** What a stranger's token may say, by the key that says it. */
const TOKENS: Readonly<Record<string, readonly string[]>> = {
  "cognito-identity.amazonaws.com:aud": ["us-east-1:ffffffff-0000-4000-8000-ffffffffffff"],
  "accounts.google.com:aud": ["999.apps.example.com"],
  "token.actions.githubusercontent.com:sub": ["repo:stranger/tool:ref:refs/heads/main"],
  "token.actions.githubusercontent.com:aud": ["sts.amazonaws.com"],
};

type Context = Record<string, readonly string[]>;

/** Every caller that nobody chose, with what a request of theirs carries. Referer and encryption context are theirs to write. */
export function strangers(kind: Kind): { readonly caller: Caller; readonly contexts: readonly Context[] }[] {
  const anywhere: Context[] = ADDRESSES.map((address) => ({ "aws:sourceip": [address] }));
  const endpoint: Context = {
    "aws:sourcevpce": ["vpce-0ffffffffffffffff"],
    "aws:sourcevpc": ["vpc-0ffffffffffffffff"],
  };
  const principal = { kind: "AWS", name: `arn:aws:iam::${ACCOUNT}:role/app`, account: ACCOUNT } as const;
  const identity: Context = {
    "aws:principalaccount": [ACCOUNT],
    "aws:principalarn": [principal.name],
    "aws:userid": ["AROAZZZZZZZZZZZZZZZZZ:me"],
  };
  const organisation: Context = {
    "aws:principalorgid": ["o-zzzzzzzzzz"],
    "aws:principalorgpaths": ["o-zzzzzzzzzz/r-zzzz/"],
  };
  const own: Context = {
    "aws:referer": ["https://example.com/a"],
    "kms:encryptioncontext:aws:s3:arn": ["arn:aws:s3:::files-1"],
    "s3:x-amz-acl": ["private"],
  };
  const both = (contexts: readonly Context[]) =>
    contexts.flatMap((each) => ["true", "false"].map((tls) => ({ ...each, ...own, "aws:securetransport": [tls] })));
  const services = KINDS[kind].map((name) => ({
    caller: { kind: "Service", name, account: "" } as const,
    contexts: [
      "arn:aws:sns:us-east-1:999988887777:topic",
      "arn:aws:s3:::zz-bucket",
      `arn:aws:cloudfront::${ACCOUNT}:distribution/E1`,
    ].map((source) => ({
      "aws:sourceaccount": [ACCOUNT],
      "aws:sourceowner": [ACCOUNT],
      "aws:sourcearn": [source],
      "aws:sourceorgid": ["o-zzzzzzzzzz"],
      "aws:securetransport": ["true"],
    })),
  }));
  const federated = PROVIDERS.map((name) => ({
    caller: { kind: "Federated", name, account: "" } as const,
    contexts: [{ ...anywhere[0], ...TOKENS }],
  }));
  return [
    { caller: { kind: "anonymous", name: "", account: "" }, contexts: both([...anywhere, endpoint]) },
    {
      caller: principal,
      contexts: both([
        ...anywhere.map((each) => ({ ...each, ...identity })),
        { ...endpoint, ...identity },
        { ...anywhere[0], ...identity, ...organisation },
      ]),
    },
    ...services,
    ...(kind === "trust" ? federated : []),
  ];
}

/** Requests of strangers on what the document is about: every pattern of an action or a resource in it, made concrete. */
export function* requests(statements: readonly Statement[], kind: Kind): Generator<Request> {
  const concrete = (patterns: readonly string[]) =>
    [...new Set(patterns)].flatMap((each) => [
      each.replaceAll("*", "").replaceAll("?", "a"),
      each.replaceAll(/[*?]/g, "zz9"),
    ]);
  const of = (...names: ("Action" | "NotAction" | "Resource" | "NotResource")[]) =>
    statements.flatMap((each) => names.flatMap((name) => many(each[name] ?? [])));
  const actions = [...concrete(of("Action", "NotAction")), "s3:zz9"];
  const resources = [...concrete(of("Resource", "NotResource")), "arn:aws:s3:::zz9/zz9"];
  for (const { caller, contexts } of strangers(kind))
    for (const context of contexts)
      for (const action of actions) for (const resource of resources) yield { caller, action, resource, context };
}
