import { pack } from "../../policies/pack";
import { TABLES } from "./cases";
import { accepted, deferred, rejected } from "./judged";

interface Tried {
  /** The name of the file of cases, without its ending. */
  readonly file: string;
  /** Cases that the rule judges as it must. */
  readonly safe: number;
  readonly unsafe: number;
  readonly open: number;
  /** What it judges otherwise. */
  readonly failed: readonly string[];
}

/** Runs every case of every rule, as rules.test.ts does, and prints what passed: evidence for `npm run compliance`. */
async function tryAll(): Promise<Readonly<Record<string, Tried>>> {
  const tried: Record<string, Tried> = {};
  for (const [file, table] of Object.entries(TABLES))
    for (const [id, { accepts, rejects, defers = [] }] of Object.entries(table)) {
      const rule = pack.find((each) => each.id === id);
      if (rule === undefined) continue;
      const failed: string[] = [];
      const passing = async <C extends { readonly what: string }>(
        cases: readonly C[],
        test: (each: C) => Promise<void>,
      ) => {
        let count = 0;
        for (const each of cases)
          await test(each).then(
            () => (count += 1),
            () => failed.push(each.what),
          );
        return count;
      };
      const safe = await passing(accepts, (each) => accepted(rule, each));
      const unsafe = await passing(rejects, (each) => rejected(rule, each));
      const open = await passing(defers, (each) => deferred(rule, each));
      tried[id] = { file, safe, unsafe, open, failed };
    }
  return tried;
}

void tryAll().then((tried) => process.stdout.write(JSON.stringify(tried)));
