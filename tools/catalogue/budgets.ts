import { made, others } from "./entry";
import { free, quiet } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "budgets/budget:Budget": {
    price: free("watching costs is free"),
    seconds: CALL,
    outputs: { id: "{account}:{name}", arn: "{global:budgets}budget/{name}", accountId: "{account}" },
    replacedBy: "accountId budgetType name namePrefix",
    drawn: "box",
    alarms: quiet("it writes to the topic by itself"),
  },
});

export const OTHERS = others({
  "budgets/budgetAction:BudgetAction": {
    outputs: {
      id: "{account}:{=actionId}:{.budgetName}",
      actionId: "{uuid}",
      arn: "{global:budgets}budget/{.budgetName}/action/{=actionId}",
      accountId: "{account}",
      status: "STANDBY",
    },
  },
});
