import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { parsed } from "../shared/parsed";
import { AWS_PROVIDER } from "../shared/providers";

export const providerAccountPin = rule({
  id: "provider-account-pin",
  title: "Providers are pinned to the accounts that they name",
  family: "placement",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Set allowedAccountIds to the account of this stack",
  types: [AWS_PROVIDER],
  check: (provider): Outcomes => {
    const accounts = parsed(provider.at("allowedAccountIds"));
    const role = parsed(provider.at("assumeRoles")).items[0]?.at("roleArn");
    if (accounts.unknown) return accounts.later();
    // A role of one account can only work there.
    if (/^arn:aws[\w-]*:iam::\d{12}:role\//.test(role?.text ?? "")) return undefined;
    if (accounts.absent)
      return provider
        .at("allowedAccountIds")
        .refuse("it names no account, so credentials for another account would change that account");
    return accounts.items.map((each) => {
      const id = each.text ?? String(each.number ?? "");
      return each.unknown
        ? each.later()
        : /^\d{12}$/.test(id)
          ? undefined
          : provider.at("allowedAccountIds").refuse(`${id} is not an account ID`);
    });
  },
});
