import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const page = readFileSync(join(__dirname, "..", "..", "..", "docs", "delivery.md"), "utf8");
const statements: any[] = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? "").Statement;
const denied = (action: string) =>
  statements.some(
    ({ Effect, Action, Resource }) =>
      Effect === "Deny" &&
      Resource === "*" &&
      [Action].flat().some((each: string) => new RegExp(`^${each.replaceAll("*", ".*")}$`).test(action)),
  );

describe("the boundary in docs/delivery.md", () => {
  for (const action of [
    "iam:CreateUser",
    "iam:CreateRole",
    "iam:PutRolePolicy",
    "iam:AttachRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:DeleteRolePermissionsBoundary",
    "iam:SetDefaultPolicyVersion",
    "iam:AddRoleToInstanceProfile",
    "organizations:LeaveOrganization",
    "cloudtrail:StopLogging",
  ])
    it(`takes ${action} from every role`, () => {
      assert.ok(denied(action));
    });

  it("lets a role hand on roles of its own environment only", () => {
    const pass = statements.find(({ Sid }) => Sid === "OnlyRolesOfThisEnvironment");
    assert.deepEqual([pass.Effect, pass.Action], ["Deny", "iam:PassRole"]);
    assert.equal(pass.NotResource, "arn:aws:iam::111122223333:role/telehealth-prod-*");
  });

  for (const action of ["iam:PassRole", "sts:AssumeRole", "s3:GetObject", "kms:Decrypt", "ecs:UpdateService"])
    it(`leaves ${action} to the role's own policy`, () => {
      assert.ok(!denied(action));
    });
});
