import { isNotTrue } from "../engine/expect";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const APP = "aws:amplify/app:App";
const BRANCH = "aws:amplify/branch:Branch";

export const amplifyOpenEnvironment = rule({
  id: "amplify-open-environment",
  title: "Only the production site is open to everyone",
  family: "public-access",
  severity: "medium",
  controls: ["164.312(a)(1)", "164.308(a)(1)(ii)(B)"],
  remediation:
    "Leave automatic branches and pull request previews off, or set enableBasicAuth on everything that is not production",
  types: [APP, BRANCH],
  check: (resource): Outcomes => {
    if (resource.type !== APP || resource.at("enableBasicAuth").flag === true) return undefined;
    if (resource.at("autoBranchCreationConfig", "enableBasicAuth").flag === true) return undefined;
    return [
      isNotTrue(resource.at("enableAutoBranchCreation"), "every branch that somebody pushes gets a public address"),
      isNotTrue(
        resource.at("autoBranchCreationConfig", "enablePullRequestPreview"),
        "every pull request gets a public address",
      ),
    ];
  },
  checkInStack: (branch, stack): Outcomes => {
    if (branch.type !== BRANCH || branch.at("enableBasicAuth").flag === true) return undefined;
    const apps = stack.referred(branch, branch.at("appId"), [APP]);
    if (apps.some((app) => app.at("enableBasicAuth").flag === true)) return undefined;
    const preview = isNotTrue(branch.at("enablePullRequestPreview"), "every pull request gets a public address");
    const stage = branch.at("stage");
    if (stage.unknown) return [preview, stage.later()];
    return [
      preview,
      stage.text === "PRODUCTION"
        ? undefined
        : stage.refuse("an environment that is not meant for patients is open to everyone"),
    ];
  },
});
