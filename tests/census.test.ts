import { strict as assert } from "node:assert";
import { factsOf } from "../policies/facts";
import { entries } from "../tools/catalogue";
import { madeTypes } from "./census/madeTypes";
import { CALLS } from "./iam/deployCalls";

interface Knower {
  readonly what: string;
  readonly knows: (type: string) => boolean;
  /** The file that a new type is written into. */
  readonly where: (service: string) => string;
}

/** Whoever has to know every type that the program makes. */
const KNOWERS: readonly Knower[] = [
  {
    what: "what it costs, how long it takes, what AWS answers, how it is drawn and what its alarms lead to",
    knows: (type) => entries().has(type),
    where: (service) => `under MADE of tools/catalogue/${service}.ts`,
  },
  {
    what: "whether it holds data",
    knows: (type) => factsOf(`aws:${type}`)?.holdsData !== undefined,
    where: (service) => `as holdsData, or among those that hold nothing, into policies/facts/${service}.ts`,
  },
  {
    what: "what the provider calls for it",
    knows: (type) => CALLS[`aws:${type}`] !== undefined,
    where: () => "into tests/fixtures/deploy/providerCalls.json, and the rights to the deploy role's",
  },
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

  for (const { what, knows, where } of KNOWERS)
    it(`says ${what}`, () => {
      const missing = made
        .filter(({ type }) => !knows(type))
        .map(({ type, file }) => `aws:${type} of ${file}: write ${what} ${where(type.split("/")[0] ?? "")}`);
      assert.equal(missing.join("\n"), "");
    });
});
