import { strict as assert } from "node:assert";
import { expressionProblem, isTimezone } from "../../../components/compute/scheduleExpression";

describe("the expression of a schedule", () => {
  for (const text of [
    "rate(15 minutes)",
    "rate(1 hour)",
    "rate(1 days)",
    "cron(0 9 * * ? *)",
    "cron(0/5 8-17 ? * MON-FRI *)",
  ])
    it(`may be ${text}`, () => {
      assert.equal(expressionProblem(text), undefined);
    });

  for (const [text, said] of [
    ["rate(0 minutes)", /not a recurring/],
    ["rate(15 seconds)", /not a recurring/],
    ["at(2026-11-20T13:00:00)", /not a recurring/],
    ["cron(0 9 * * *)", /not a recurring/],
    ["0 9 * * ? *", /not a recurring/],
    ["cron(0 9 * * * *)", /must have \?/],
    ["cron(0 9 ? * ? *)", /not as both/],
  ] as const)
    it(`must not be ${text}`, () => {
      const problem = expressionProblem(text);
      assert.match(problem?.wrong ?? "", said);
      assert.match(problem?.fix ?? "", /cron\(0 9 \* \* \? \*\)/);
    });
});

describe("the time zone of a schedule", () => {
  it("is one of the IANA names", () => {
    for (const name of ["America/New_York", "UTC"]) assert.ok(isTimezone(name), name);
    for (const name of ["New York", ""]) assert.ok(!isTimezone(name), name);
  });
});
