import { strict as assert } from "node:assert";
import { GithubPreviewRole, type GithubPreviewRoleArgs } from "../../../components/delivery/githubPreviewRole";
import { pack } from "../../../policies/pack";
import { violations } from "../../policies/runner";
import { deploy } from "../../harness";
import { actions, asGiven, by, KEY, PREVIEW, ROLE, trust } from "./githubFixture";

const previewer = (changes: Partial<GithubPreviewRoleArgs> = {}) =>
  deploy((opts) => new GithubPreviewRole("prod", { ...PREVIEW, ...changes }, opts));

describe("GithubPreviewRole", () => {
  it("lets in pull requests of the one repository, for an hour", async () => {
    const deployed = await previewer();
    const [workflow, ...more] = trust(deployed);
    assert.deepEqual(more, []);
    assert.deepEqual(workflow.Condition.StringEquals, {
      "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
      "token.actions.githubusercontent.com:sub": ["repo:example/platform:pull_request"],
    });
    assert.equal(deployed.one(ROLE).inputs["maxSessionDuration"], 3600);
  });

  it("reads the state of its stack, and nothing else", async () => {
    const deployed = await previewer();
    assert.deepEqual(actions(deployed), [
      "s3:ListBucket",
      "s3:GetObject",
      "kms:Decrypt",
      "kms:Decrypt",
      "ssm:GetParameters",
    ]);
    assert.ok(by(deployed, "State").Resource.every((each: string) => /meta\.yaml$|telehealth\/prod/.test(each)));
    const [key, secrets] = [by(deployed, "StateKey"), by(deployed, "StateSecrets")];
    assert.deepEqual([key.Resource, secrets.Resource], [KEY, KEY]);
    assert.deepEqual(key.Condition, { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } });
    // The encrypted keys of all stacks are in the repository: this is what keeps those of the others shut.
    assert.deepEqual(secrets.Condition, { StringEquals: { "kms:EncryptionContext:stack": "prod" } });
  });

  it("violates no rule of the policy pack, and refuses a pattern for a repository", async () => {
    assert.deepEqual(await violations(pack, asGiven(await previewer())), []);
    await assert.rejects(
      previewer({ repository: { name: "*/platform" } }),
      /repository\.name: .* is not one repository/,
    );
  });
});
