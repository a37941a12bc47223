import { strict as assert } from "node:assert";
import { AccountDefaults, type AccountDefaultsArgs } from "../../../components/security/accountDefaults";
import { deploy, promiseOf } from "../../harness";

const REGIONS = ["us-east-1", "us-west-2"];
const ARGS: AccountDefaultsArgs = {
  location: { accountId: "111122223333", region: "us-east-1" },
  regions: REGIONS,
};
const STAFF = "arn:aws:iam::111122223333:role/oncall";
const defaults = (changes: Partial<AccountDefaultsArgs> = {}) =>
  deploy((opts) => new AccountDefaults("account", { ...ARGS, ...changes }, opts));

describe("AccountDefaults", () => {
  it("closes every bucket of the account to the public", async () => {
    assert.deepEqual((await defaults()).one("s3/accountPublicAccessBlock:AccountPublicAccessBlock").inputs, {
      accountId: "111122223333",
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
  });

  for (const [type, expected] of [
    ["ebs/encryptionByDefault:EncryptionByDefault", { enabled: true }],
    ["ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", { state: "block-all-sharing" }],
    ["ec2/imageBlockPublicAccess:ImageBlockPublicAccess", { state: "block-new-sharing" }],
    ["ec2/instanceMetadataDefaults:InstanceMetadataDefaults", { httpTokens: "required", httpPutResponseHopLimit: 1 }],
  ] as const)
    it(`sets ${type.split(":")[1]} in each region`, async () => {
      const found = (await defaults()).all(type).map(({ inputs }) => inputs);
      assert.deepEqual(
        found,
        REGIONS.map((region) => ({ region, ...expected })),
      );
    });

  it("stays when the stack goes: destroying it must open nothing", async () => {
    const children = (await defaults()).resources.filter(({ parent }) => parent === "account");
    assert.equal(children.length, 1 + 4 * REGIONS.length);
    for (const { name, opts } of children) assert.equal(opts.retainOnDelete, true, name);
  });

  it("lets the named people talk to AWS Support, after MFA", async () => {
    const deployed = await defaults({ supportPrincipalArns: [STAFF] });
    const role = deployed.one("iam/role:Role");
    const [trust, ...others] = JSON.parse(role.inputs["assumeRolePolicy"]).Statement;
    assert.deepEqual([trust.Principal, others], [{ AWS: "arn:aws:iam::111122223333:root" }, []]);
    assert.deepEqual(trust.Condition, {
      ArnEquals: { "aws:PrincipalArn": [STAFF] },
      Bool: { "aws:MultiFactorAuthPresent": "true" },
    });
    const may = deployed.one("iam/rolePolicyAttachment:RolePolicyAttachment").inputs;
    assert.match(may["policyArn"], /\/AWSSupportAccess$/);
    assert.ok(deployed.result.supportRoleArn);
    assert.match(await promiseOf(deployed.result.supportRoleArn), /account-support/);
  });

  it("makes no support role unasked, nor one for nobody", async () => {
    const deployed = await defaults();
    assert.deepEqual(deployed.all("iam/role:Role"), []);
    assert.equal(deployed.result.supportRoleArn, undefined);
    await assert.rejects(defaults({ supportPrincipalArns: [] }), /supportPrincipalArns.*nobody could take/);
  });

  it("refuses regions that leave the stack's own out", async () => {
    await assert.rejects(defaults({ regions: ["us-west-2"] }), /regions.*us-east-1 is missing/);
  });
});
