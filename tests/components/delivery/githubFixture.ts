import type { GithubPreviewRoleArgs } from "../../../components/delivery/githubPreviewRole";
import type { Deployed } from "../../harness";

export const PROVIDER = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
export const KEY = "arn:aws:kms:us-east-1:111122223333:key/state";
export const PREVIEW: GithubPreviewRoleArgs = {
  environment: {
    project: "telehealth",
    stack: "prod",
    location: { accountId: "111122223333", region: "us-east-1" },
  },
  repository: { name: "example/platform" },
  providerArn: PROVIDER,
  state: { bucketName: "state-111122223333", kmsKeyArn: KEY },
};
export const ROLE = "iam/role:Role";
const POLICIES = ["iam/policy:Policy", "iam/rolePolicy:RolePolicy"];
export const statements = (deployed: Deployed<unknown>): any[] =>
  POLICIES.flatMap((type) => deployed.all(type)).flatMap(({ inputs }) => JSON.parse(inputs["policy"]).Statement);
export const trust = (deployed: Deployed<unknown>): any[] =>
  JSON.parse(deployed.one(ROLE).inputs["assumeRolePolicy"]).Statement;
export const by = (deployed: Deployed<unknown>, sid: string) => statements(deployed).find((each) => each.Sid === sid);
export const actions = (deployed: Deployed<unknown>): string[] =>
  statements(deployed)
    .filter((each) => each.Effect === "Allow")
    .flatMap((each) => each.Action);
export const asGiven = ({ resources }: Deployed<unknown>) =>
  resources
    .filter(({ type }) => type.startsWith("aws:"))
    .map(({ type, name, inputs }) => ({ type, name, props: inputs }));
