import { strict as assert } from "node:assert";
import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolCommand,
  ListUsersCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { createAdmin, inviteAdmin, type NewAdmin } from "../../../tools/ops/createAdmin";
import { UsageError } from "../../../tools/shared/usageError";
import { client, sceneWith, useEmulator } from "./emulator";

const ADMIN: NewAdmin = { email: "admin@example.com", organization: "org-1", practice: undefined, change: false };

describe("npm run ops -- create-admin", () => {
  useEmulator();
  let cognito: CognitoIdentityProviderClient;
  let userPoolId: string;

  beforeEach(async () => {
    cognito = new CognitoIdentityProviderClient(client);
    const { UserPool } = await cognito.send(
      new CreateUserPoolCommand({
        PoolName: "users",
        UsernameAttributes: ["email"],
        Schema: ["role", "organizationId", "practiceId"].map((Name) => ({
          Name,
          AttributeDataType: "String",
          Mutable: true,
        })),
      }),
    );
    userPoolId = UserPool?.Id ?? "";
    for (const GroupName of ["admin", "patient"])
      await cognito.send(new CreateGroupCommand({ UserPoolId: userPoolId, GroupName }));
  });

  const invite = async (wanted: Partial<NewAdmin> = {}, isDryRun = false) => {
    const scene = sceneWith({ userPoolId }, isDryRun);
    await inviteAdmin({ ...ADMIN, ...wanted }, scene);
    return scene.said;
  };
  const users = async () => (await cognito.send(new ListUsersCommand({ UserPoolId: userPoolId }))).Users ?? [];
  const readBack = async (Username = ADMIN.email) => {
    const { UserAttributes = [] } = await cognito.send(new AdminGetUserCommand({ UserPoolId: userPoolId, Username }));
    const list = await cognito.send(new AdminListGroupsForUserCommand({ UserPoolId: userPoolId, Username }));
    const all = Object.fromEntries(UserAttributes.map(({ Name, Value }) => [Name, Value]));
    const { sub, ...attributes } = all;
    assert.ok(sub);
    return { attributes, groups: list.Groups?.map(({ GroupName }) => GroupName) };
  };
  const given = (attributes: Record<string, string>) =>
    cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: userPoolId,
        Username: ADMIN.email,
        UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
      }),
    );

  it("makes a user whose group and attributes agree", async () => {
    const said = await invite({ practice: "north" });
    assert.deepEqual(await readBack(), {
      attributes: {
        email: "admin@example.com",
        email_verified: "true",
        "custom:role": "admin",
        "custom:organizationId": "org-1",
        "custom:practiceId": "north",
      },
      groups: ["admin"],
    });
    assert.match(said.at(-1) ?? "", /^admin@example\.com is invited/);
  });

  it("changes nothing when run again, and says how to send the invitation once more", async () => {
    await invite();
    const before = await readBack();
    const said = await invite();
    assert.deepEqual(
      said.map((line) => line.replaceAll(userPoolId, "<pool>")),
      [
        'calls cognito-idp AdminGetUser {"UserPoolId":"<pool>","Username":"admin@example.com"}',
        'calls cognito-idp AdminListGroupsForUser {"UserPoolId":"<pool>","Username":"admin@example.com","Limit":60}',
        "admin@example.com already exists, and nothing had to be changed.",
        "The first sign-in is still to come. If the e-mail is lost or older than three days: aws cognito-idp admin-create-user --user-pool-id <pool> --username admin@example.com --message-action RESEND",
      ],
    );
    assert.deepEqual(await readBack(), before);
    assert.equal((await users()).length, 1);
  });

  it("completes a user whose creation broke off", async () => {
    await given({ email_verified: "true", "custom:role": "admin" });
    const said = await invite();
    const { attributes, groups } = await readBack();
    assert.equal(attributes["custom:organizationId"], "org-1");
    assert.deepEqual(groups, ["admin"]);
    assert.ok(said.includes("  custom:organizationId: (empty) -> org-1"));
    assert.ok(said.includes("  joined the group admin"));
    assert.ok(!said.some((line) => /custom:role:|email_verified:/.test(line)));
  });

  for (const [what, attributes, said] of [
    ["a patient", { "custom:role": "patient" }, /custom:role is patient and would become admin/],
    [
      "an administrator of another organization",
      { "custom:role": "admin", "custom:organizationId": "org-2" },
      /custom:organizationId is org-2 and would become org-1/,
    ],
  ] as const)
    it(`leaves ${what} alone until it is told --change`, async () => {
      await given(attributes);
      const before = await readBack();
      await assert.rejects(invite(), { constructor: UsageError, message: said });
      assert.deepEqual(await readBack(), before);
      await invite({ change: true });
      const after = await readBack();
      assert.equal(after.attributes["custom:role"], "admin");
      assert.equal(after.attributes["custom:organizationId"], "org-1");
      assert.deepEqual(after.groups, ["admin"]);
    });

  it("does not enable who was disabled", async () => {
    await invite();
    await cognito.send(new AdminDisableUserCommand({ UserPoolId: userPoolId, Username: ADMIN.email }));
    assert.ok((await invite()).some((line) => line.includes("admin-enable-user")));
    assert.deepEqual(
      (await users()).map(({ Enabled }) => Enabled),
      [false],
    );
  });

  it("shows its calls in a dry run, and makes none", async () => {
    const said = await invite({}, true);
    assert.deepEqual(
      said.map((line) => line.replaceAll(userPoolId, "<pool>")),
      [
        'would call cognito-idp AdminGetUser {"UserPoolId":"<pool>","Username":"admin@example.com"}',
        'would call cognito-idp AdminCreateUser {"UserPoolId":"<pool>","Username":"admin@example.com","DesiredDeliveryMediums":["EMAIL"],"UserAttributes":[{"Name":"email","Value":"admin@example.com"},{"Name":"email_verified","Value":"true"},{"Name":"custom:role","Value":"admin"},{"Name":"custom:organizationId","Value":"org-1"}]}',
        'would call cognito-idp AdminAddUserToGroup {"UserPoolId":"<pool>","Username":"admin@example.com","GroupName":"admin"}',
        "If there is such a user already, only what differs is changed.",
      ],
    );
    assert.deepEqual(await users(), []);
  });

  for (const [words, said] of [
    [["--email", "admin", "--organization", "org-1"], /--email.*is not an e-mail address/],
    [["--email", "admin@example.com"], /--organization.*is missing/],
    [["--email", "admin@example.com", "--organization", "a/b"], /--organization.*is not an ID/],
    [["--email", "admin@example.com", "--organization", "a", "--practice", " "], /--practice.*is not an ID/],
  ] as const)
    it(`refuses ${words.join(" ")}`, async () => {
      await assert.rejects(Promise.resolve(words).then(createAdmin.run), { constructor: UsageError, message: said });
    });
});
