import { strict as assert } from "node:assert";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { type Choices, SmallProgram } from "./smallProgram";

/** A mark by which Pulumi says that a string is not known yet. */
const MARK = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const PROVIDER = `const provider = new aws.Provider("aws", pinned);\n`;
const bucket = (policy: string) =>
  `${PROVIDER}const files = new aws.s3.Bucket("files", { bucket: "files" }, { provider, protect: true });
new aws.s3.BucketPolicy("open", { bucket: files.bucket, policy: ${policy} }, { provider });`;
const OPEN = (more: object = {}) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::files/*", ...more }],
  });
const TRUST = `JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] })`;
const EVERYTHING = `JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] })`;
const bounded = (use: string) =>
  `${PROVIDER}const all = new aws.iam.Policy("all", { name: "boundary-all", policy: ${EVERYTHING} }, { provider });
const bound = new aws.iam.Role("bound", { name: "bound", assumeRolePolicy: ${TRUST}, permissionsBoundary: all.arn }, { provider });
${use}`;
const SMALL = `JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sns:Publish", Resource: "arn:aws:sns:us-east-1:111122223333:news" }] })`;
const attached = (arn: string) =>
  `const role = new aws.iam.Role("app", { name: "app", assumeRolePolicy: ${TRUST} }, { provider });
new aws.iam.RolePolicyAttachment("held", { role: role.name, policyArn: ${arn} }, { provider });`;
const registered = (address: string, more = "") =>
  `class Own extends pulumi.CustomResource { constructor() { super("aws:s3/bucket:Bucket", "files", {}, {}, false, pulumi.runtime.registerPackage({ baseProviderName: "aws", baseProviderVersion: "7.48.0", baseProviderDownloadUrl: "${address}", packageName: "aws", packageVersion: "1.0.0", base64Parameter: "e30="${more} })); } }\nnew Own();`;
const exempt = (rule: string, urn: string) => ({
  "pack-settings": {
    exemptions: [
      {
        rule,
        urn,
        owner: "a@example.com",
        reason: "Test",
        until: new Date(Date.now() + 8.64e7).toISOString().slice(0, 10),
      },
    ],
  },
});
const TOPIC = `${PROVIDER}new aws.sns.Topic("news", { name: "news" }, { provider });`;
const SOUND = `new aws.sns.Topic("news", { name: "news", kmsMasterKeyId: "alias/news" }, { provider: new aws.Provider("aws", pinned) });`;
const BARE: Choices = { pack: false };

interface Way {
  /** How docs/policies.md numbers it. */
  readonly number: string;
  readonly way: string;
  readonly source: string;
  readonly choices?: Choices;
  /** Where what is wrong is told at the end of a run: an update ends before, at what it refuses. */
  readonly preview?: true;
  readonly says: RegExp;
  /** What must not be there afterwards. */
  readonly notMade: string;
}

const WAYS: readonly Way[] = [
  {
    number: "1",
    way: "Pulumi's mark for what is not known, as a condition's value",
    source: bucket(JSON.stringify(OPEN({ Condition: { StringEquals: { "aws:PrincipalOrgID": MARK } } }))),
    says: /s3-policy-public/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "1",
    way: "the mark for a secret, inside of a document",
    source: bucket(
      JSON.stringify(
        OPEN({
          Condition: {
            StringEquals: {
              "aws:PrincipalOrgID": {
                "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
                value: "x",
              },
            },
          },
        }),
      ),
    ),
    says: /\[mandatory\].*aws:s3:BucketPolicy: open/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "2",
    way: "a boundary that is one role's managed policy as well",
    source: bounded(
      `new aws.iam.Role("held", { name: "held", assumeRolePolicy: ${TRUST}, managedPolicyArns: [all.arn] }, { provider });`,
    ),
    says: /iam-boundary-handed-on {2}\(aws:iam:Role: held\)/,
    notMade: "held",
  },
  {
    number: "2",
    way: "a boundary among exclusive attachments",
    source: bounded(
      `new aws.iam.RolePolicyAttachmentsExclusive("held", { roleName: bound.name, policyArns: [all.arn] }, { provider });`,
    ),
    says: /iam-boundary-handed-on/,
    notMade: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
  },
  {
    number: "4",
    way: "an exemption of everything, spelt with stars",
    source: TOPIC,
    choices: { settings: exempt("sns-topic-encryption", "urn:pulumi:*::*::*:*::*") },
    preview: true,
    says: /is not a pattern for specific resources' URNs[\s\S]*sns-topic-encryption/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "4",
    way: "an exemption of everything with one letter",
    source: TOPIC,
    choices: { settings: exempt("sns-topic-encryption", "urn:pulumi:prod::telehealth::*aws:sns/topic:Topic::*n*") },
    says: /sns-topic-encryption/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "5",
    way: "a key that stands twice in a document",
    source: bucket(JSON.stringify(OPEN().replace('"Effect":"Allow"', '"Effect":"Deny","Effect":"Allow"'))),
    says: /document-form/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "5",
    way: "elements in other letters",
    source: bucket(JSON.stringify(OPEN().replace('"Principal"', '"principal"').replace('"Action"', '"action"'))),
    says: /document-form/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "5",
    way: "a comment in a document",
    source: bucket(JSON.stringify(`// later\n${OPEN()}`)),
    says: /\[mandatory\].*aws:s3:BucketPolicy: open/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "8",
    way: "a boundary that is held, without the pack",
    source: `guard();\n${bounded(`new aws.iam.Role("held", { name: "held", assumeRolePolicy: ${TRUST}, managedPolicyArns: [all.arn] }, { provider });`)}`,
    choices: BARE,
    says: /iam-boundary-handed-on \(held\)/,
    notMade: "held",
  },
  {
    number: "9",
    way: "AWS by a package that no rule reads",
    source: `guard();\nnew pulumi.CustomResource("awscc:s3/bucket:Bucket", "files", {});`,
    says: /awscc:s3\/bucket:Bucket comes from the package awscc, which no rule here reads/,
    notMade: "awscc:s3/bucket:Bucket",
  },
  {
    number: "9",
    way: "a package made of a Terraform provider",
    source: `guard();\nclass Own extends pulumi.CustomResource { constructor() { super("aws:s3/bucket:Bucket", "files", {}, {}, false, pulumi.runtime.registerPackage({ baseProviderName: "terraform-provider", baseProviderVersion: "0.1.0", baseProviderDownloadUrl: "", packageName: "aws", packageVersion: "1.0.0", base64Parameter: "e30=" })); } }\nnew Own();`,
    says: /terraform-provider comes from the package terraform-provider/,
    notMade: "aws:s3/bucket:Bucket",
  },
  {
    number: "9",
    way: "a package made of a known one",
    source: `guard();\n${registered("")}`,
    says: /aws: a package that is made of another one is read by no rule/,
    notMade: "aws:s3/bucket:Bucket",
  },
  {
    number: "9",
    way: "a package that adds to a known one",
    source: `guard();\n${registered("", ", extension: true")}`,
    says: /aws: a package that is made of another one is read by no rule/,
    notMade: "aws:s3/bucket:Bucket",
  },
  {
    number: "N14",
    way: "a package by a plugin from another address",
    source: `guard();\n${registered("https://plugins.example.net")}`,
    says: /the plugin address https:\/\/plugins\.example\.net is not where/,
    notMade: "aws:s3/bucket:Bucket",
  },
  {
    number: "9",
    way: "a component of another package",
    source: `guard();\nclass Own extends pulumi.ComponentResource { constructor() { super("eks:index:Cluster", "own", {}, {}, true); } }\nnew Own();`,
    says: /eks:index:Cluster comes from the package eks/,
    notMade: "eks:index:Cluster",
  },
  {
    number: "10",
    way: "a hook",
    source: `guard();\n${SOUND.replace("{ provider:", "{ hooks: { beforeCreate: [() => undefined] }, provider:")}`,
    says: /Resource hooks run code that no rule can judge/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "11",
    way: "a plugin from another address",
    source: `guard();\nnew aws.sns.Topic("news", { name: "news", kmsMasterKeyId: "alias/news" }, { provider: new aws.Provider("aws", pinned, { pluginDownloadURL: "https://plugins.example.net" }) });`,
    says: /the plugin address https:\/\/plugins\.example\.net is not where/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "12",
    way: "every stack called ephemeral",
    source: TOPIC,
    choices: { settings: { "pack-settings": { ephemeralStacks: ["*"] } } },
    preview: true,
    says: /ephemeralStacks\[0\]: "\*" is not the name of a stack[\s\S]*sns-topic-encryption/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "12",
    way: "prod called ephemeral, and its user pool without protection",
    source: `${PROVIDER}new aws.cognito.UserPool("users", { name: "users", deletionProtection: "INACTIVE", tags: { DataClass: "phi" } }, { provider });`,
    choices: { settings: { "pack-settings": { ephemeralStacks: ["prod"] } } },
    says: /\[mandatory\].*user-pool-deletion-protection {2}\(aws:cognito:UserPool: users\)/,
    notMade: "aws:cognito/userPool:UserPool",
  },
  {
    number: "15",
    way: "escapes in a document",
    source: bucket(JSON.stringify(OPEN().replace('"*"', '"\\u002a"'))),
    says: /s3-policy-public/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "15",
    way: "a secret",
    source: bucket(`pulumi.secret(${JSON.stringify(OPEN())})`),
    says: /s3-policy-public/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "16",
    way: "what is known at the update only",
    source: bucket(`files.arn.apply((arn) => ${JSON.stringify(OPEN())}.replace("arn:aws:s3:::files", arn))`),
    says: /s3-policy-public/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "16",
    way: "the same without the pack",
    source: `guard();\n${bucket(`files.arn.apply((arn) => ${JSON.stringify(OPEN())}.replace("arn:aws:s3:::files", arn))`)}`,
    choices: BARE,
    says: /(s3-policy-public \(open\)|error: )/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "20",
    way: "a function of another package that runs a command",
    source: `guard();\npulumi.runtime.invoke("command:local:run", { command: "id" });`,
    says: /command:local:run comes from the package command/,
    notMade: "none",
  },
  {
    number: "21",
    way: "a weak value that ignoreChanges keeps",
    source: `${PROVIDER}new aws.sns.Topic("news", { name: "news", kmsMasterKeyId: "alias/news" }, { provider, ignoreChanges: ["kmsMasterKeyId"] });`,
    says: /ignored-protection {2}\(aws:sns:Topic: news\)/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "25",
    way: "the default provider",
    source: `new aws.sns.Topic("news", { name: "news", kmsMasterKeyId: "alias/news" });`,
    says: /[Dd]efault provider/,
    notMade: "aws:sns/topic:Topic",
  },
  // Found since
  {
    number: "N1",
    way: "a resource that is only read, of another package",
    source: `guard();\nclass Read extends pulumi.CustomResource { constructor() { super("kubernetes:core/v1:Secret", "own", {}, { id: "x" }); } }\nnew Read();`,
    says: /kubernetes:core\/v1:Secret comes from the package kubernetes/,
    notMade: "kubernetes:core/v1:Secret",
  },
  {
    number: "N2",
    way: "an error hook",
    source: `guard();\n${SOUND.replace("{ provider:", `{ hooks: { onError: [new pulumi.ErrorHook("own", () => true)] }, provider:`)}`,
    says: /Resource hooks run code that no rule can judge/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "N3",
    way: "calls that go somewhere else than to AWS",
    source: `new aws.sns.Topic("news", { name: "news", kmsMasterKeyId: "alias/news" }, { provider: new aws.Provider("aws", { ...pinned, endpoints: [{ sns: "https://aws.example.net" }] }) });`,
    says: /provider-checks {2}\(pulumi:providers:aws: aws\)/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "N4",
    way: "a text too long to judge",
    source: `${PROVIDER}new aws.sfn.StateMachine("flow", { name: "flow", roleArn: "arn:aws:iam::111122223333:role/flow", definition: "x".repeat(1100000) }, { provider });`,
    says: /text-size {2}\(aws:sfn:StateMachine: flow\)/,
    notMade: "aws:sfn/stateMachine:StateMachine",
  },
  {
    number: "N5",
    way: "a text that would keep a rule busy for ever",
    source: bucket(JSON.stringify(OPEN({ Resource: `arn:aws:s3:::${"*a".repeat(8000)}b` }))),
    says: /s3-policy-public|\[mandatory\].*aws:s3:BucketPolicy: open/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "N6",
    way: "an administrator's policy of another program",
    source: `${PROVIDER}const role = new aws.iam.Role("app", { name: "app", assumeRolePolicy: ${TRUST} }, { provider });\nnew aws.iam.RolePolicyAttachment("held", { role: role.name, policyArn: "arn:aws:iam::111122223333:policy/everything" }, { provider });`,
    says: /iam-unseen-policy {2}\(aws:iam:RolePolicyAttachment: held\)/,
    notMade: "none",
  },
  {
    number: "N7",
    way: "an element of a policy that IAM's grammar does not have",
    source: bucket(JSON.stringify(OPEN().replace('"Principal"', '"Principal ":"nobody","Principal"'))),
    says: /document-form/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "N8",
    way: "Effect in other letters",
    source: bucket(JSON.stringify(OPEN({ Effect: "ALLOW" }))),
    says: /document-form/,
    notMade: "aws:s3/bucketPolicy:BucketPolicy",
  },
  {
    number: "N14",
    way: "a function of a known package, by a plugin from another address",
    source: `guard();\npulumi.runtime.invoke("tls:index/getPublicKey:getPublicKey", {}, { pluginDownloadURL: "https://plugins.example.net", version: "9.9.9" });`,
    says: /the plugin address https:\/\/plugins\.example\.net is not where/,
    notMade: "none",
  },
  {
    number: "N14",
    way: "a resource that is read by a plugin from another address",
    source: `guard();\nclass Read extends pulumi.CustomResource { constructor() { super("random:index/randomId:RandomId", "own", {}, { id: "x", pluginDownloadURL: "https://plugins.example.net", version: "9.9.9" }); } }\nnew Read();`,
    says: /the plugin address https:\/\/plugins\.example\.net is not where/,
    notMade: "random:index/randomId:RandomId",
  },
  {
    number: "N15",
    way: "a boundary by the program's name only, without the pack",
    source: `guard();\n${PROVIDER}const all = new aws.iam.Policy("boundary", { namePrefix: "every", policy: ${EVERYTHING} }, { provider });
const role = new aws.iam.Role("app", { name: "app", assumeRolePolicy: ${TRUST} }, { provider });
new aws.iam.RolePolicyAttachment("held", { role: role.name, policyArn: all.arn }, { provider });`,
    choices: BARE,
    says: /iam-every-action \(boundary\)/,
    notMade: "aws:iam/policy:Policy",
  },
  {
    number: "N16",
    way: "an administrator's policy of another program that is only known at the update",
    source: `${PROVIDER}const own = new aws.iam.Policy("own", { name: "own", policy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "sns:Publish", Resource: "arn:aws:sns:us-east-1:111122223333:news" }] }) }, { provider });
const role = new aws.iam.Role("app", { name: "app", assumeRolePolicy: ${TRUST} }, { provider });
new aws.iam.RolePolicyAttachment("held", { role: role.name, policyArn: own.arn.apply(() => "arn:aws:iam::111122223333:policy/everything") }, { provider });`,
    says: /iam-unseen-policy {2}\(aws:iam:RolePolicyAttachment: held\)/,
    notMade: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  },
  {
    number: "N23",
    way: "a policy of another program, beside one of ours that is called by a letter of its name",
    source: `${PROVIDER}const own = new aws.iam.Policy("e", { policy: ${SMALL} }, { provider });\n${attached('own.arn.apply(() => "arn:aws:iam::111122223333:policy/everything")')}`,
    says: /iam-unseen-policy {2}\(aws:iam:RolePolicyAttachment: held\)/,
    notMade: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  },
  {
    number: "N23",
    way: "the same with a prefix, without the pack",
    source: `guard();\n${PROVIDER}const own = new aws.iam.Policy("own", { namePrefix: "e", policy: ${SMALL} }, { provider });\n${attached('own.arn.apply(() => "arn:aws:iam::111122223333:policy/everything")')}`,
    choices: BARE,
    says: /iam-unseen-policy \(held\)/,
    notMade: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  },
  {
    number: "N23",
    way: "a policy that is only read, without the pack",
    source: `guard();\n${PROVIDER}const all = aws.iam.Policy.get("theirs", "arn:aws:iam::111122223333:policy/everything", {}, { provider });\n${attached("all.arn")}`,
    choices: BARE,
    says: /iam-unseen-policy \(held\)/,
    notMade: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  },
  {
    number: "N25",
    way: "another plugin's address among a provider's settings",
    source: `guard();\nnew pulumi.ProviderResource("aws", "own", { ...pinned, pluginDownloadURL: "https://plugins.example.net" });`,
    choices: BARE,
    says: /pulumi:providers:aws: pluginDownloadURL among its settings/,
    notMade: "pulumi:providers:aws",
  },
  {
    number: "N25",
    way: "the same in the engine's own words",
    source: `guard();\nnew pulumi.ProviderResource("random", "own", { __internal: { pluginDownloadURL: "https://plugins.example.net", version: "9.9.9" } });`,
    says: /pulumi:providers:random: __internal among its settings/,
    notMade: "pulumi:providers:random",
  },
  {
    number: "N25",
    way: "another version among a provider's settings, by a transform of its own",
    source: `guard();\nnew aws.Provider("aws", pinned, { transforms: [({ props, opts }) => ({ props: { ...props, version: "9.9.9" }, opts })] });`,
    says: /pulumi:providers:aws: version among its settings/,
    notMade: "pulumi:providers:aws",
  },
  {
    number: "N25",
    way: "the address as the pack is told of it",
    source: `new pulumi.ProviderResource("aws", "own", { ...pinned, pluginDownloadURL: "https://plugins.example.net" });`,
    says: /provider-checks {2}\(pulumi:providers:aws: own\)/,
    notMade: "pulumi:providers:aws",
  },
  {
    number: "N25",
    way: "an address that a transform of the resource itself writes",
    source: `guard();\n${SOUND.replace("{ provider:", '{ transforms: [({ props, opts }) => ({ props, opts: { ...opts, pluginDownloadURL: "https://plugins.example.net" } })], provider:')}`,
    says: /the plugin address https:\/\/plugins\.example\.net is not where/,
    notMade: "aws:sns/topic:Topic",
  },
  {
    number: "N17",
    way: "a file with other addresses of AWS",
    source: `new aws.sns.Topic("news", { name: "news", kmsMasterKeyId: "alias/news" }, { provider: new aws.Provider("aws", { ...pinned, sharedConfigFiles: ["./own.ini"], profile: "own" }) });`,
    says: /provider-checks {2}\(pulumi:providers:aws: aws\)/,
    notMade: "aws:sns/topic:Topic",
  },
];

describe("ways round the rules, on the real engine", function () {
  this.timeout(120_000);
  for (const { number, way, source, choices, preview, says, notMade } of WAYS)
    it(`${number}: ${way}`, async () => {
      const program = new SmallProgram();
      try {
        const { code, output } = await (preview ? program.preview(source, choices) : program.up(source, choices));
        assert.notEqual(code, 0, output);
        assert.match(output, says);
        assert.ok(!program.made().includes(notMade), `${notMade} is made`);
        assert.ok(!program.urns().some((urn) => urn.endsWith(`::${notMade}`)), `${notMade} is made`);
      } finally {
        program.dispose();
      }
    });

  const inProgram = async (work: (program: SmallProgram) => Promise<void>) => {
    const program = new SmallProgram();
    try {
      await work(program);
    } finally {
      program.dispose();
    }
  };

  it("N9: a plugin of one's own in Pulumi.yaml", () =>
    inProgram(async (program) => {
      mkdirSync(join(program.folder, "own"));
      writeFileSync(
        join(program.folder, "Pulumi.yaml"),
        'name: telehealth\nruntime:\n  name: nodejs\n  options: { typescript: false }\n"plug\\x69ns":\n  providers:\n    - { name: aws, path: ./own }\n',
      );
      const { code, output } = await program.up(`guard();\n${SOUND}`);
      assert.notEqual(code, 0);
      assert.match(output, /Pulumi\.yaml has plugins:/);
      assert.ok(!program.made().includes("aws:sns/topic:Topic"));
    }));

  it("N15: a boundary by the program's name only, where a stack's file has other names made, without the pack", () =>
    inProgram(async (program) => {
      named(program, "all-${hex(8)}");
      const source = `guard();\n${PROVIDER}const all = new aws.iam.Policy("boundary", { policy: ${EVERYTHING} }, { provider });\n${attached("all.arn")}`;
      const { code, output } = await program.up(source, BARE);
      assert.notEqual(code, 0);
      assert.match(output, /iam-boundary-handed-on \(held\)/);
    }));

  const named = (program: SmallProgram, pattern: string) => {
    const config = { "pulumi:disable-default-providers": ["aws"], "pulumi:autonaming": { pattern } };
    writeFileSync(join(program.folder, "Pulumi.prod.yaml"), stringify({ config }));
  };

  it("are no way for a policy of ours, whatever AWS calls it and whatever it was called before", () =>
    inProgram(async (program) => {
      const source = (name: string, more: string) =>
        `guard();\n${PROVIDER}const own = new aws.iam.Policy("${name}", { policy: ${SMALL} }, { provider${more} });\n${attached("own.arn")}`;
      for (const choices of [{}, BARE]) {
        const made = await program.up(source("old", ""), choices);
        assert.equal(made.code, 0, made.output);
        const renamed = await program.up(source("reader", ', aliases: [{ name: "old" }]'), choices);
        assert.equal(renamed.code, 0, renamed.output);
        await program.pulumi(["destroy", "--yes", "--skip-preview"]);
      }
      named(program, "telehealth-${hex(8)}");
      const otherwise = await program.up(source("reader", ""), BARE);
      assert.equal(otherwise.code, 0, otherwise.output);
    })).timeout(400_000);

  it("are no way for what is sound", async () => {
    const program = new SmallProgram();
    try {
      const { code, output } = await program.up(`guard();\n${SOUND}`);
      assert.equal(code, 0, output);
      assert.ok(program.made().includes("aws:sns/topic:Topic"));
    } finally {
      program.dispose();
    }
  });
});
