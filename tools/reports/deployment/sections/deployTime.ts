import { inWords, onTheClock } from "../../deployTime/seconds";
import { type Block, code, type Section, text } from "../block";
import type { ReportInput } from "../input";

/** Seconds of an estimate of several minutes would be a promise that nobody can keep. */
const roughly = (seconds: number) => inWords(seconds < 300 ? seconds : Math.round(seconds / 60) * 60);

/** What decides how long a first update takes, and what would shorten it. */
export function deployTimeSection({ snapshot, time }: ReportInput): Section {
  const { total, resources, path, notes } = time;
  const range = `${roughly(total.low)} to ${roughly(total.high)}`;
  const size = `${String(resources)} resources, ${String(path.length)} of them on the critical path`;
  const waiting = path.map(({ start, takes, what, waitsFor, how }) => [
    onTheClock(start),
    inWords(takes),
    what,
    [waitsFor, how.join(" > ")].filter((part) => part !== "").join(": "),
  ]);
  const changes = time.quicker.map(({ what, total: then, saves }) => [what, inWords(then), inWords(saves)]);
  return {
    id: "deploy-time",
    title: "Time of a first deployment",
    blocks: [
      text(
        "A first ",
        code("pulumi up"),
        ` of ${snapshot.stack} takes about ${roughly(total.typical)} (${range}): ${size}.`,
      ),
      ...table("Critical path", ["start", "takes", "resource", "waits for"], waiting),
      ...table("What would shorten it", ["if", "total", "saves"], changes),
      ...notes.map((note) => text(note)),
    ],
  };
}

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly Block[] {
  if (rows.length === 0) return [];
  return [{ kind: "table", title, hasHeading: true, head, rows: rows.map((cells) => cells.map((cell) => [cell])) }];
}
