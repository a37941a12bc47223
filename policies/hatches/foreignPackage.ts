import type { Resource } from "../engine/resource";
import { matches } from "../engine/types";
import { rule } from "../rule";
import { imperativeResource } from "./imperativeResource";
import { otherAwsProvider } from "./otherAwsProvider";
import { isKnownPackage, packageOf } from "../shared/packages";

/** Types that other rules refuse, and say more about. */
const SAID_BY_OTHERS = [...imperativeResource.types, ...otherAwsProvider.types];
/** The package keeps functions there, and no resource. */
const NO_RESOURCE = /^aws:index\//;

export const foreignPackage = rule({
  id: "foreign-package",
  title: "Every resource comes from a package that the rules read",
  family: "escape-hatches",
  severity: "high",
  controls: ["164.308(a)(8)", "164.308(b)(1)", "164.314(a)(1)"],
  remediation:
    "Use a resource of @pulumi/aws. If you need the package, sign an agreement with its vendor where it receives data, and exempt its provider with an owner and an end date",
  types: ["*"],
  check: (resource) => {
    const name = packageOf(resource.type);
    if (NO_RESOURCE.test(resource.type))
      return resource.at().refuse(`${resource.type} is not a type of @pulumi/aws, so another package creates it`);
    if (isKnownPackage(name) || !isMadeByProvider(resource)) return undefined;
    if (SAID_BY_OTHERS.some((each) => matches(each, resource.type))) return undefined;
    return resource.at().refuse(`${resource.type} comes from the package ${name}, which no rule here reads`);
  },
});

/** A component of this program is made by nobody, whatever it is called. */
function isMadeByProvider({ type, provider, isCustom }: Resource): boolean {
  return type.startsWith("pulumi:providers:") || provider !== undefined || isCustom;
}
