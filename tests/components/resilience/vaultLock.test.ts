import { strict as assert } from "node:assert";
import { lockProblem, outsideLock, type VaultLock } from "../../../components/resilience/vaultLock";

const GOVERNANCE: VaultLock = { mode: "governance", minDays: 7, maxDays: 400 };
const COMPLIANCE: VaultLock = { mode: "compliance", minDays: 7, maxDays: 400, changeableForDays: 3 };

describe("the lock of a vault", () => {
  for (const lock of ["none", GOVERNANCE, COMPLIANCE, { ...GOVERNANCE, maxDays: 7 }] as const)
    it(`accepts ${JSON.stringify(lock)}`, () => {
      assert.equal(lockProblem(lock), undefined);
    });

  for (const [what, lock, said] of [
    ["no days at least", { ...GOVERNANCE, minDays: 0 }, /^0 is not a number of days/],
    ["half a day", { ...GOVERNANCE, minDays: 1.5 }, /^1.5 is not a number of days/],
    ["a century too many", { ...GOVERNANCE, maxDays: 36501 }, /^36501 is not a number of days/],
    ["a least over the most", { ...GOVERNANCE, minDays: 401 }, /minDays 401 is over maxDays 400/],
    ["a final lock without three days to think", { ...COMPLIANCE, changeableForDays: 2 }, /^2 days to/],
    ["a final lock with days that are no number", { ...COMPLIANCE, changeableForDays: Number.NaN }, /^NaN days to/],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.match(lockProblem(lock)?.[0] ?? "", said);
    });

  it("finds the retention that its vault would refuse, at both ends", () => {
    assert.equal(outsideLock(GOVERNANCE, [7, 400]), undefined);
    assert.equal(outsideLock(GOVERNANCE, [7, 6]), 6);
    assert.equal(outsideLock(GOVERNANCE, [401, 7]), 401);
    assert.equal(outsideLock("none", [1, 9999]), undefined);
  });
});
