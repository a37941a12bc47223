import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonical, matches } from "../../../policies/engine/types";

const SDK = join(__dirname, "../../../node_modules/@pulumi/aws");

const files = readdirSync(SDK, { withFileTypes: true }).flatMap((folder) =>
  folder.isDirectory()
    ? readdirSync(join(SDK, folder.name)).flatMap((file) => (file.endsWith(".js") ? [join(folder.name, file)] : []))
    : [],
);
/** What the SDK says of each class: its token, and the tokens it had. */
const classes = files.flatMap((file) => {
  const source = readFileSync(join(SDK, file), "utf8");
  const [, token] = /__pulumiType = '([^']+)'/.exec(source) ?? [];
  const [, list = ""] = /const aliasOpts = \{ aliases: \[(.*)\] \}/.exec(source) ?? [];
  return token === undefined
    ? []
    : [{ token, aliases: [...list.matchAll(/type: "([^"]+)"/g)].map(([, alias = ""]) => alias) }];
});
const tokens = new Set(classes.map(({ token }) => token));

describe("type tokens", () => {
  it("are read as today's, every alias that the SDK knows", () => {
    const aliases = classes.flatMap((each) => each.aliases);
    assert.ok(tokens.size > 1500 && aliases.length > 40, `${tokens.size} classes, ${aliases.length} aliases`);
    for (const { token, aliases } of classes)
      for (const alias of aliases) assert.equal(canonical(alias), canonical(token), alias);
  });

  it("lead to a class of the SDK, and stay there", () => {
    for (const { token, aliases } of classes)
      for (const each of [token, ...aliases]) {
        assert.ok(tokens.has(canonical(each)), `${each} became ${canonical(each)}`);
        assert.equal(canonical(canonical(each)), canonical(each));
      }
  });

  it("are changed only where the SDK has the resource twice", () => {
    const changed = [...tokens].filter((each) => canonical(each) !== each);
    for (const each of changed)
      assert.match(each, /^aws:(alb\/|s3\/\w+V2:|s3\/bucketObjectv2:|ec2\/encryptionControl:|lambda\/microvmsImage:)/);
  });

  for (const [old, now] of [
    ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"],
    ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObject:BucketObject"],
    ["aws:alb/loadBalancer:LoadBalancer", "aws:lb/loadBalancer:LoadBalancer"],
    ["aws:elasticloadbalancing/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
    ["aws:wafv2/webAcl:WebAcl", "aws:wafv2/webAcl:WebAcl"],
    ["aws-native:s3:Bucket", "aws-native:s3:Bucket"],
    ["nonsense", "nonsense"],
    ["ends:in/a:", "ends:in/a:"],
  ] as const)
    it(`read ${old} as ${now}`, () => {
      assert.equal(canonical(old), now);
    });

  it("with a star at the end stand for all that begin so, and for nothing else", () => {
    assert.ok(matches("aws-native:*", "aws-native:s3:Bucket") && matches("*", "anything"));
    assert.ok(
      !matches("aws:*", "aws-native:s3:Bucket") && !matches("aws:s3/bucket:Bucket", "aws:s3/bucketAcl:BucketAcl"),
    );
  });
});
