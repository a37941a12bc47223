import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS } from "../../lab/faults/fault";
import type { Fault } from "../../lab/faults/fault";
import { tryFaults } from "../../lab/faults/trial";
import { twoAtOnce } from "../../lab/faults/twoAtOnce";
import { undisturbed } from "../../lab/faults/undisturbed";

/** A sample: `npm run faults` tries every call. */
describe("dev on the real engine, when AWS refuses a call or the engine is killed at one", function () {
  this.timeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), "telehealth-faults-"));
  let worlds: Awaited<ReturnType<typeof undisturbed>>;
  before(async () => {
    worlds = await undisturbed(folder, "dev", ["create", "update", "delete"]);
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const worldOf = (operation: "create" | "update" | "delete") => {
    const found = worlds[operation];
    assert.ok(found);
    return found;
  };

  it("has enough calls to try, and is whole without a fault", () => {
    assert.ok(worldOf("create").calls > 200, `${worldOf("create").calls} creates`);
    assert.ok(worldOf("update").calls > 100, `${worldOf("update").calls} updates`);
    assert.equal(worldOf("delete").calls, worldOf("create").calls);
    assert.equal(worldOf("create").end.objects.length, worldOf("create").calls);
    assert.deepEqual(worldOf("delete").end, { objects: [], resources: [], pending: [] });
  });

  /** A stack that suffers these faults, one run after the other. */
  const suffer = (faults: readonly Fault[], where: string, losesWrite = false) => {
    const [first] = faults;
    assert.ok(first);
    const left = [...faults];
    const next = () => left.shift();
    return tryFaults({ from: worldOf(first.operation), folder: join(folder, where), next, losesWrite });
  };

  for (const operation of ["create", "update", "delete"] as const)
    it(`survives an error, and kill -9 before and after the answer, at one ${operation} after the other`, async () => {
      const { calls } = worldOf(operation);
      const faults = KINDS.map((kind, index) => {
        const at = Math.ceil((calls * (index + 1)) / (KINDS.length + 1));
        return { operation, at, kind, seed: 1 };
      });
      const tried = await suffer(faults, operation);
      assert.deepEqual(
        tried.map(({ fault, problems }) => ({ fault, problems })),
        faults.map((fault) => ({ fault, problems: [] })),
      );
    });

  it("is told by a pending operation of what was created when the engine died", async () => {
    const fault = { operation: "create", at: worldOf("create").calls, kind: "unanswered", seed: 1 } as const;
    const [tried] = await suffer([fault], "last");
    assert.deepEqual(tried?.problems, []);
    assert.ok(tried.known > 0);
  });

  it("does not survive the loss of one write to the state: the check notices, and tries no more faults there", async () => {
    const fault = { operation: "create", at: 40, kind: "error", seed: 1 } as const;
    const [tried, ...others] = await suffer([fault, { ...fault, at: 80 }], "lost", true);
    const [silent, twice, ...more] = tried?.problems ?? [];
    assert.match(silent ?? "", /^Pulumi does not know: in AWS and not in the state: urn:/);
    assert.match(twice ?? "", /^created twice: urn:/);
    assert.deepEqual([more, others], [[], []]);
  });

  it("refuses a second run while the first is under way, says who holds the lock, and completes the first", async () => {
    const { message, problems } = await twoAtOnce(worldOf("create"), join(folder, "two"));
    assert.deepEqual(problems, [], message);
  });
});
