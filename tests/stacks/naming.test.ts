import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { namingProblems } from "../../stacks/naming";
import { committedProfile, STACKS } from "./profiles";

const ROLE = "aws:iam/role:Role";
const POLICY = "aws:iam/policy:Policy";
const PATTERN = "${project}-${stack}-${name}-${hex(7)}";
const PROD = { project: "telehealth", stack: "prod" };
const byType = (resources: object) => ({ providers: { aws: { resources } } });
const BOTH = byType({ [ROLE]: { pattern: PATTERN }, [POLICY]: { pattern: PATTERN } });
const prod = committedProfile("prod");
const problems = (autonaming: unknown, changes: object = {}) =>
  namingProblems({ ...prod, ...changes }, autonaming, PROD).map(({ key, wrong }) => `${key} ${wrong}`);

describe("names that the deploy role knows its own by", () => {
  for (const stack of STACKS)
    it(`are in the committed ${stack}, with the boundary that the account's stack makes`, () => {
      const { config } = parse(readFileSync(join(__dirname, "..", "..", `Pulumi.${stack}.yaml`), "utf8"));
      const named = { project: "telehealth", stack };
      assert.deepEqual(namingProblems(committedProfile(stack), config["pulumi:autonaming"], named), []);
    });

  for (const [what, autonaming] of [
    ["for the provider", { providers: { aws: { pattern: PATTERN } } }],
    ["for everything", { pattern: PATTERN }],
    ["for each type", BOTH],
    ["written out", { pattern: "telehealth-prod-${name}-${hex(4)}" }],
  ] as const)
    it(`may be said ${what}`, () => {
      assert.deepEqual(problems(autonaming), []);
    });

  for (const [what, autonaming] of [
    ["nothing", undefined],
    ["roles only", byType({ [ROLE]: { pattern: PATTERN } })],
    ["another stack's", { pattern: "telehealth-dev-${name}" }],
    [
      "an exception for policies",
      { pattern: PATTERN, providers: { aws: { resources: { [POLICY]: { pattern: "x-${name}" } } } } },
    ],
    ["a mode", { mode: "verbatim" }],
    ["something that is no configuration", "telehealth"],
  ] as const)
    it(`are refused where pulumi:autonaming says ${what}`, () => {
      assert.match(
        problems(autonaming).join(),
        /^roleBoundary needs roles and policies whose names begin with telehealth-prod-/,
      );
    });

  it("are of no matter where nothing is delivered", () => {
    const { delivery, roleBoundary, ...rest } = prod;
    assert.ok(delivery !== undefined && roleBoundary !== undefined);
    assert.deepEqual(namingProblems(rest, undefined, PROD), []);
  });

  it("need the boundary of this stack, and no other", () => {
    assert.match(problems(BOTH, { roleBoundary: undefined }).join(), /^roleBoundary is missing/);
    assert.match(
      problems(BOTH, { roleBoundary: "boundary-telehealth-dev" }).join(),
      /with boundary-telehealth-prod only/,
    );
  });
});
