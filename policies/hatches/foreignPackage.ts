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
  title: "Everything is made by packages whose resources the rules read",
  family: "escape-hatches",
  severity: "high",
  controls: ["164.308(a)(8)", "164.308(b)(1)", "164.314(a)(1)"],
  remediation:
    "Use a resource of @pulumi/aws. If the package is needed: sign an agreement with its company where data goes there, and give the exemption of its provider an owner and a day",
  types: ["*"],
  check: (resource) => {
    const name = packageOf(resource.type);
    if (NO_RESOURCE.test(resource.type))
      return resource.at().refuse(`${resource.type} is no type of @pulumi/aws, so something else makes it`);
    if (isKnownPackage(name) || !isMadeByProvider(resource)) return undefined;
    if (SAID_BY_OTHERS.some((each) => matches(each, resource.type))) return undefined;
    return resource.at().refuse(`${resource.type} is of the package ${name}, which no rule here reads`);
  },
});

/** A component of this program is made by nobody, whatever it is called. */
function isMadeByProvider({ type, provider, isCustom }: Resource): boolean {
  return type.startsWith("pulumi:providers:") || provider !== undefined || isCustom;
}
