import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

/** What deploying budgets takes. */
export const RIGHTS: DeployRights = {
  manage: {
    billing: "GetBillingViewData",
    budgets: "ListTagsForResource ViewBudget",
  },
  named: ({ prefix, arn }) => [
    allow(
      "Budgets",
      actionsOf("budgets", "ModifyBudget TagResource UntagResource"),
      arn("budgets", `budget/${prefix}-*`, ""),
    ),
  ],
};
