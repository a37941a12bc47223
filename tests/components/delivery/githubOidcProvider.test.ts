import { strict as assert } from "node:assert";
import { GithubOidcProvider } from "../../../components/delivery/githubOidcProvider";
import { deploy } from "../../harness";

describe("GithubOidcProvider", () => {
  it("believes GitHub's tokens that were made for AWS", async () => {
    const deployed = await deploy((opts) => new GithubOidcProvider("github", {}, opts));
    assert.deepEqual(deployed.one("iam/openIdConnectProvider:OpenIdConnectProvider").inputs, {
      url: "https://token.actions.githubusercontent.com",
      clientIdLists: ["sts.amazonaws.com"],
    });
  });
});
