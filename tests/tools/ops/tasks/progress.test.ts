import { strict as assert } from "node:assert";
import { waitWithProgress } from "../../../../tools/ops/tasks/progress";

describe("waiting", () => {
  /** Each look sees the next state, ten seconds later; the last one is the end. */
  const wait = async (states: readonly string[], atMostMinutes = 60) => {
    const said: string[] = [];
    let now = 0;
    let looks = 0;
    const clock = {
      now: () => now,
      wait: (seconds: number) => {
        now += seconds * 1000;
        return Promise.resolve();
      },
    };
    const look = () => {
      const state = states[looks++] ?? "after the end";
      return Promise.resolve(looks === states.length ? { state, end: looks } : { state });
    };
    const end = await waitWithProgress(look, { clock, say: (line) => said.push(line), atMostMinutes });
    return { end, said };
  };

  it("says each change with its time, and ends with what was waited for", async () => {
    assert.deepEqual(await wait(["PENDING", "PENDING", "RUNNING", "STOPPED"]), {
      end: 4,
      said: ["  0:00  PENDING", "  0:20  RUNNING", "  0:30  STOPPED"],
    });
  });

  it("says once a minute that it still waits", async () => {
    const { said } = await wait([...Array.from({ length: 14 }, () => "RUNNING"), "STOPPED"]);
    assert.deepEqual(said, ["  0:00  RUNNING", "  1:00  RUNNING", "  2:00  RUNNING", "  2:20  STOPPED"]);
  });

  it("looks a last time when time is up, then gives up", async () => {
    assert.deepEqual(
      await wait(
        Array.from({ length: 9 }, () => "RUNNING"),
        1,
      ),
      {
        end: undefined,
        said: ["  0:00  RUNNING", "  1:00  RUNNING"],
      },
    );
  });

  it("does not wait for what is there at once", async () => {
    assert.deepEqual(await wait(["available"]), { end: 1, said: ["  0:00  available"] });
  });
});
