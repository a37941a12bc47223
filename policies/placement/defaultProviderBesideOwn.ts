import { isDefaultProvider } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { EVERY_TYPE, rule } from "../rule";
import { AWS_PROVIDER } from "../shared/providers";

const known = new WeakMap<Stack, boolean>();

export const defaultProviderBesideOwn = rule({
  id: "default-provider-beside-own",
  title: "Where a program declares its own provider, every resource uses it",
  family: "placement",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Pass the provider in the resource's options, and disable default providers in the stack file",
  types: [EVERY_TYPE],
  checkInStack: (resource, stack) => {
    const { provider } = resource;
    if (!provider || !isDefaultProvider(provider)) return undefined;
    const own = known.get(stack) ?? stack.all(AWS_PROVIDER).some((each) => !isDefaultProvider(each));
    known.set(stack, own);
    return own
      ? {
          property: "options.provider",
          problem: "the default provider creates it, in whatever account and region happen to be set",
        }
      : undefined;
  },
});
