import { strict as assert } from "node:assert";
import { IdentityPool } from "../../../components/identity/identityPool";
import { deploy, promiseOf } from "../../harness";

const ENDPOINT = "cognito-idp.us-east-1.amazonaws.com/us-east-1_AbCdEfGhI";

const deployPool = (deletionProtection = true) =>
  deploy(
    (opts) =>
      new IdentityPool(
        "ids",
        {
          location: { accountId: "111122223333", region: "us-east-1" },
          userPoolEndpoint: ENDPOINT,
          clientId: "client-1",
          filesBucketArn: "arn:aws:s3:::files",
          filesKmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/files",
          deletionProtection,
        },
        opts,
      ),
  );

describe("IdentityPool", () => {
  it("serves signed-in users of our client, checked with the user pool", async () => {
    const { inputs } = (await deployPool()).one("cognito/identityPool:IdentityPool");
    assert.equal(inputs["allowUnauthenticatedIdentities"], false);
    assert.equal(inputs["allowClassicFlow"], false);
    assert.deepEqual(inputs["cognitoIdentityProviders"], [
      { clientId: "client-1", providerName: ENDPOINT, serverSideTokenCheck: true },
    ]);
  });

  it("passes organization and role on as session tags", async () => {
    const { inputs } = (await deployPool()).one(
      "cognito/identityPoolProviderPrincipalTag:IdentityPoolProviderPrincipalTag",
    );
    assert.equal(inputs["identityPoolId"], "ids-pool-id");
    assert.equal(inputs["identityProviderName"], ENDPOINT);
    assert.equal(inputs["useDefaults"], false);
    assert.deepEqual(inputs["principalTags"], { organizationId: "custom:organizationId", role: "custom:role" });
  });

  it("trusts signed-in identities of this pool, tags included", async () => {
    const role = (await deployPool()).one("iam/role:Role");
    const [trust, ...others] = JSON.parse(role.inputs["assumeRolePolicy"]).Statement;
    assert.deepEqual(others, []);
    assert.equal(trust.Effect, "Allow");
    assert.deepEqual(trust.Principal, { Federated: "cognito-identity.amazonaws.com" });
    assert.deepEqual(trust.Action, ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"]);
    assert.deepEqual(trust.Condition, {
      StringEquals: { "cognito-identity.amazonaws.com:aud": "ids-pool-id" },
      "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" },
    });
  });

  it("gives the role what filesPolicy says and nothing exclusive", async () => {
    const deployed = await deployPool();
    const role = deployed.one("iam/role:Role");
    const policy = deployed.one("iam/rolePolicy:RolePolicy");
    assert.equal("inlinePolicies" in role.inputs || "managedPolicyArns" in role.inputs, false);
    assert.equal(policy.inputs["role"], role.name);
    assert.deepEqual(
      JSON.parse(policy.inputs["policy"]).Statement.map((each: any) => each.Sid),
      ["OwnFiles", "ListOwnFiles", "TenantFiles", "ListTenantFiles", "EncryptThroughS3"],
    );
  });

  it("hands the role out once its tags and permissions are in place", async () => {
    const deployed = await deployPool();
    const { inputs, dependsOn } = deployed.one("cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment");
    assert.deepEqual(Object.keys(inputs["roles"]), ["authenticated"]);
    assert.equal(inputs["roles"].authenticated, await promiseOf(deployed.result.authenticatedRoleArn));
    assert.equal(inputs["identityPoolId"], await promiseOf(deployed.result.identityPoolId));
    assert.deepEqual(dependsOn.sort(), ["ids-files", "ids-tags"]);
  });

  for (const protect of [true, false])
    it(`${protect ? "keeps" : "lets go of"} the identities that files are named after`, async () => {
      const { opts } = (await deployPool(protect)).one("cognito/identityPool:IdentityPool");
      assert.equal(opts.protect, protect);
    });
});
