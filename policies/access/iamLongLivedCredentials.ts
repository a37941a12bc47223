import { rule } from "../rule";

const KEY = "aws:iam/accessKey:AccessKey";
/** What is wrong with each, and the property that shows it. */
const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  [KEY]: ["user", "an access key works from anywhere until somebody deletes it, and is stored in the Pulumi state"],
  "aws:iam/userLoginProfile:UserLoginProfile": ["user", "a password of its own bypasses the identity provider"],
  "aws:iam/serviceSpecificCredential:ServiceSpecificCredential": ["userName", "the credential never expires"],
  "aws:iam/sshKey:SshKey": ["username", "the key never expires"],
  "aws:iam/userPolicy:UserPolicy": ["user", "permissions of a single user are overlooked when that person leaves"],
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": [
    "user",
    "permissions of a single user are overlooked when that person leaves",
  ],
};

export const iamLongLivedCredentials = rule({
  id: "iam-long-lived-credentials",
  title: "People and programs use roles, not IAM users with keys or permissions of their own",
  family: "access",
  severity: "high",
  controls: ["164.312(d)", "164.308(a)(4)(ii)(B)", "164.308(a)(3)(ii)(C)", "164.312(a)(2)(i)"],
  remediation: "Use a role: the task's or function's for programs, OIDC for pipelines, IAM Identity Center for people",
  types: Object.keys(KINDS),
  check: (resource) => {
    const [property, problem] = KINDS[resource.type] ?? ["user", ""];
    const status = resource.at("status");
    if (status.unknown) return status.later();
    if (resource.type === KEY && status.text?.toLowerCase() === "inactive") return undefined;
    return resource.at(property).refuse(problem);
  },
});
