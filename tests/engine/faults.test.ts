import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KINDS } from "../../tools/faults/fault";
import { tryFault } from "../../tools/faults/trial";
import { twoAtOnce } from "../../tools/faults/twoAtOnce";
import { undisturbed } from "../../tools/faults/undisturbed";

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

  for (const operation of ["create", "update", "delete"] as const)
    it(`survives an error, and kill -9 before and after the answer, at a ${operation}`, async () => {
      const { calls } = worldOf(operation);
      const outcomes = await Promise.all(
        KINDS.map((kind, index) => {
          const at = Math.ceil((calls * (index + 1)) / (KINDS.length + 1));
          const fault = { operation, at, kind, seed: 1 };
          return tryFault(worldOf(operation), fault, join(folder, `${operation}-${kind}`));
        }),
      );
      assert.deepEqual(
        outcomes.map(({ problems }) => problems),
        KINDS.map(() => []),
      );
    });

  it("is told by a pending operation of what was created when the engine died", async () => {
    const fault = { operation: "create", at: worldOf("create").calls, kind: "unanswered", seed: 1 } as const;
    const { problems, known } = await tryFault(worldOf("create"), fault, join(folder, "last"));
    assert.deepEqual(problems, []);
    assert.ok(known > 0);
  });

  it("does not survive the loss of one write to the state: the check notices", async () => {
    const fault = { operation: "create", at: 40, kind: "error", seed: 1 } as const;
    const { problems } = await tryFault(worldOf("create"), fault, join(folder, "lost"), true);
    const [silent, twice, ...more] = problems;
    assert.match(silent ?? "", /^Pulumi does not know: in AWS and not in the state: urn:/);
    assert.match(twice ?? "", /^created twice: urn:/);
    assert.deepEqual(more, []);
  });

  it("refuses a second run while the first is under way, says who holds the lock, and completes the first", async () => {
    const { message, problems } = await twoAtOnce(worldOf("create"), join(folder, "two"));
    assert.deepEqual(problems, [], message);
  });
});
