import { strict as assert } from "node:assert";
import { EnvironmentBudget, type EnvironmentBudgetArgs } from "../../../components/cost/budget";
import { deploy, promiseOf } from "../../harness";

const TOPIC = "arn:aws:sns:us-east-1:111122223333:alerts";
const ARGS: EnvironmentBudgetArgs = {
  budgetName: "telehealth-prod-monthly",
  monthlyUsd: 600,
  environment: "prod",
  topicArn: TOPIC,
};
const budget = (changes: Partial<EnvironmentBudgetArgs> = {}) =>
  deploy((opts) => new EnvironmentBudget("costs", { ...ARGS, ...changes }, opts));
const inputs = async (changes: Partial<EnvironmentBudgetArgs> = {}) =>
  (await budget(changes)).one("budgets/budget:Budget").inputs;

describe("EnvironmentBudget", () => {
  it("limits a month in USD", async () => {
    const { name, budgetType, timeUnit, limitAmount, limitUnit } = await inputs();
    assert.deepEqual(
      [name, budgetType, timeUnit, limitAmount, limitUnit],
      ["telehealth-prod-monthly", "COST", "MONTHLY", "600", "USD"],
    );
  });

  it("counts what carries the environment's tag, and no credits", async () => {
    const { costFilters, costTypes } = await inputs();
    assert.deepEqual(costFilters, [{ name: "TagKeyValue", values: ["user:Environment$prod"] }]);
    assert.deepEqual([costTypes.includeCredit, costTypes.includeRefund], [false, false]);
  });

  it("tells at half, at nearly all, at all, and when all is to be expected", async () => {
    const { notifications } = await inputs();
    assert.deepEqual(
      notifications.map((each: any) => [each.notificationType, each.threshold, each.thresholdType]),
      [
        ["ACTUAL", 50, "PERCENTAGE"],
        ["ACTUAL", 80, "PERCENTAGE"],
        ["ACTUAL", 100, "PERCENTAGE"],
        ["FORECASTED", 100, "PERCENTAGE"],
      ],
    );
    for (const each of notifications) assert.equal(each.comparisonOperator, "GREATER_THAN");
  });

  it("tells the topic, and people where they are named", async () => {
    for (const { subscriberSnsTopicArns, subscriberEmailAddresses } of (await inputs())["notifications"])
      assert.deepEqual([subscriberSnsTopicArns, subscriberEmailAddresses], [[TOPIC], undefined]);
    for (const each of (await inputs({ emails: ["ops@example.com"] }))["notifications"])
      assert.deepEqual([each.subscriberSnsTopicArns, each.subscriberEmailAddresses], [[TOPIC], ["ops@example.com"]]);
  });

  it("refuses what is no limit, too many people, and what is no environment", async () => {
    await assert.rejects(budget({ monthlyUsd: 0 }), /monthlyUsd: 0/);
    await assert.rejects(budget({ monthlyUsd: 99.5 }), /monthlyUsd: 99\.5/);
    await assert.rejects(budget({ emails: Array<string>(11).fill("ops@example.com") }), /emails: .* not 11/);
    await assert.rejects(budget({ environment: "prod$dev" }), /environment: "prod\$dev"/);
  });

  it("returns its name", async () => {
    assert.equal(await promiseOf((await budget()).result.budgetName), "telehealth-prod-monthly");
  });
});
