/** How Pulumi marks a secret in a state file. */
const MARK = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };
export const LATER = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
export const ROOT = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
export const PROVIDER = "urn:pulumi:prod::shop::pulumi:providers:aws::aws";
export const urnOf = (type: string, name: string) => `urn:pulumi:prod::shop::${type}::${name}`;
export const TOPIC = urnOf("shop:alerts:Alerts$aws:sns/topic:Topic", "alerts-topic");

/** A resource as both files have it. */
export const state = (type: string, name: string, more: object = {}) => ({
  urn: urnOf(type, name),
  custom: true,
  type: type.split("$").at(-1),
  parent: ROOT,
  inputs: {},
  ...more,
});
export const stackState = { urn: ROOT, custom: false, type: "pulumi:pulumi:Stack" };
export const providerState = { ...state("pulumi:providers:aws", "aws"), inputs: { region: "us-east-1" } };
export const topicState = {
  ...state("shop:alerts:Alerts$aws:sns/topic:Topic", "alerts-topic"),
  id: "arn:aws:sns:us-east-1:111122223333:alerts",
  inputs: { name: "alerts", kmsMasterKeyId: LATER, __internal: {} },
  outputs: { arn: "arn:aws:sns:us-east-1:111122223333:alerts" },
  protect: true,
  retainOnDelete: true,
  ignoreChanges: ["tags"],
  additionalSecretOutputs: ["arn"],
  customTimeouts: { create: 900 },
  provider: `${PROVIDER}::${LATER}`,
  dependencies: [ROOT],
  propertyDependencies: { name: [], kmsMasterKeyId: [ROOT] },
  sourcePosition: "project:///node_modules/@shop/lib/index.js#1,2",
  stackTrace: [
    {},
    { sourcePosition: "project:///node_modules/x.js#3,4" },
    { sourcePosition: "project:///a/b.ts#12,34" },
  ],
};
export const secretState = {
  ...state("aws:secretsmanager/secretVersion:SecretVersion", "password"),
  inputs: {
    secretString: { ...MARK, ciphertext: "djE6abc" },
    versions: [{ deep: { ...MARK, plaintext: '"hunter2"' } }],
  },
  outputs: { secretString: { ...MARK, plaintext: '"hunter2"' } },
};

export const step = (
  op: string,
  newState: { readonly urn: string; readonly [key: string]: unknown },
  more: object = {},
) => ({
  op,
  urn: newState.urn,
  ...(op.startsWith("delete") ? { oldState: newState } : { newState }),
  ...more,
});
export const plan = (...steps: object[]) => JSON.stringify({ config: {}, steps, changeSummary: {} });
export const exported = (...resources: object[]) =>
  JSON.stringify({ version: 3, deployment: { manifest: {}, resources } });
