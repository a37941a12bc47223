import { rule } from "../rule";
import { isEveryResource } from "../shared/everyResource";
import { isEveryAction, judgesPermissions, PERMISSION_TYPES } from "../shared/permissions";

export const iamEveryAction = rule({
  id: "iam-every-action",
  title: "No policy allows everything",
  family: "access",
  severity: "critical",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.308(a)(3)(ii)(A)"],
  remediation: "List the actions that are used and the ARNs they are used on",
  types: PERMISSION_TYPES,
  ...judgesPermissions(({ actions, resources }) => {
    if (!actions.some(isEveryAction)) return undefined;
    return resources.some(isEveryResource) ? "allows every action on everything" : "allows every action";
  }),
});
