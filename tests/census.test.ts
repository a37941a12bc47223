import { strict as assert } from "node:assert";
import { SHAPES } from "../tools/offline/providers/aws/shapes";
import { FREE } from "../tools/reports/cost/rules/free";
import { RULES } from "../tools/reports/cost/rules/rules";
import { timeOf } from "../tools/reports/deployTime/timeOf";
import { madeTypes } from "./census/madeTypes";
import { CALLS } from "./iam/deployCalls";

/** Whoever has to know every type that the program makes, and the file that a new one is written into. */
const KNOWERS: readonly (readonly [what: string, knows: (type: string) => boolean, where: string])[] = [
  [
    "what it costs",
    (type) => RULES[type] !== undefined || FREE.has(type),
    "tools/reports/cost/rules/: a rule, or the reason in free.ts",
  ],
  [
    "how long it takes to make",
    (type) => timeOf({ type: `aws:${type}`, inputs: {} }).from === "table",
    "tools/reports/deployTime/times.ts",
  ],
  ["what AWS answers for it", (type) => SHAPES[type] !== undefined, "tools/offline/providers/aws/shapes/"],
  [
    "what the provider calls for it",
    (type) => CALLS[`aws:${type}`] !== undefined,
    "tests/fixtures/deploy/providerCalls.json; the role's rights stand beside the deploy role in components/delivery",
  ],
];

describe("every type of resource that the program makes", () => {
  const made = madeTypes();

  it("is found, whatever way it is made", () => {
    const types = made.map(({ type }) => type);
    for (const type of [
      "s3/bucket:Bucket",
      // Handed to a function as a class.
      "apigateway/method:Method",
      // By no committed stack.
      "lambda/function:Function",
      // By awsx.
      "ec2/natGateway:NatGateway",
    ])
      assert.ok(types.includes(type), type);
    assert.ok(types.length > 150);
  });

  for (const [what, knows, where] of KNOWERS)
    it(`says ${what}`, () => {
      const missing = made.filter(({ type }) => !knows(type)).map(({ type, file }) => `${type} (${file})`);
      assert.equal(missing.join("\n"), "", `Nobody knows ${what}. Write it into ${where}`);
    });
});
