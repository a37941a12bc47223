import { strict as assert } from "node:assert";
import { expressionProblem, isTimezone } from "../../../components/compute/scheduleExpression";

describe("the expression of a schedule", () => {
  for (const text of [
    "rate(15 minutes)",
    "rate(1 hour)",
    "rate(1 days)",
    "cron(0 9 * * ? *)",
    "cron(0/5 8-17 ? * MON-FRI *)",
    "cron(0 9 ? * TUE#1 *)",
    "cron(0 9 L * ? *)",
    "cron(0 9 LW JAN-MAR ? 2026-2199)",
    "cron(0 9 29 2 ? *)",
    "cron(0 9 ? * 6L *)",
    "cron(*/15 0,12 15W 1/3 ? *)",
  ])
    it(`may be ${text}`, () => {
      assert.equal(expressionProblem(text), undefined);
    });

  for (const [text, said] of [
    ["rate(0 minutes)", /not a recurring/],
    ["rate(15 seconds)", /not a recurring/],
    ["at(2026-11-20T13:00:00)", /not a recurring/],
    ["cron(0 9 * * *)", /has 5 fields, and AWS wants six/],
    ["cron(99 99 * * ? *)", /has the minute "99", and it is 0 to 59/],
    ["cron(0 24 * * ? *)", /has the hour "24"/],
    ["cron(0 9 32 * ? *)", /has the day of the month "32"/],
    ["cron(0 9 1 13 ? *)", /has the month "13", and it is 1 to 12 or JAN to DEC/],
    ["cron(0 9 ? * 8 *)", /has the day of the week "8", and it is 1 to 7 or SUN to SAT/],
    ["cron(0 9 ? * MON#6 *)", /has the day of the week/],
    ["cron(0 9 * * ? 1969)", /has the year "1969"/],
    ["cron(0 9 * * ? 2020-2022)", /ended with the year 2022/],
    ["cron(0 9 31 2 ? *)", /never runs/],
    ["cron(0 9 31 FEB,APR,JUN ? *)", /never runs/],
    ["cron(0/0 9 * * ? *)", /has the minute "0\/0"/],
    ["cron(? 9 * * ? *)", /has the minute "\?"/],
    ["cron(1-2-3 9 * * ? *)", /has the minute/],
    ["cron(, 9 * * ? *)", /has the minute/],
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
