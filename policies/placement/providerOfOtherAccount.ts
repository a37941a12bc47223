import { rule } from "../rule";
import { AWS_PROVIDER } from "../shared/providers";

const ACCOUNT = /\b\d{12}\b/g;

export const providerOfOtherAccount = rule({
  id: "provider-of-other-account",
  title: "All providers of a stack use one account",
  family: "placement",
  severity: "medium",
  level: "advisory",
  controls: ["164.308(a)(4)(ii)(B)"],
  remediation: "Give the other account a stack of its own, so that one mistake cannot change both",
  types: [AWS_PROVIDER],
  checkInStack: (provider, stack) => {
    const accounts = provider.at("allowedAccountIds");
    if (accounts.unknown) return accounts.later();
    const [first] = stack.all(AWS_PROVIDER).filter((each) => numbersOf(each.at("allowedAccountIds").value).length > 0);
    const home = first ? numbersOf(first.at("allowedAccountIds").value) : [];
    const other = numbersOf(accounts.value).find((each) => !home.includes(each));
    return other === undefined || home.length === 0
      ? undefined
      : accounts.refuse(`it uses account ${other}, and ${first?.name ?? "the first"} uses ${home.join(", ")}`);
  },
});

function numbersOf(value: unknown): readonly string[] {
  return JSON.stringify([value]).match(ACCOUNT) ?? [];
}
