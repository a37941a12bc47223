import { parse } from "yaml";
import { z } from "zod";
import type { Finding } from "./finding";

/** A commit of an action cannot be changed by its owner, a tag or a branch can. */
const PINNED = /^([\w.-]+\/[\w./-]+@[0-9a-f]{40}|docker:\/\/.+@sha256:[0-9a-f]{64}|\.\/.*)$/;
const INSTALLS = /\bnpm\s+(ci|clean-install|i|install|add)\b/;

const steps = z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })).default([]);
const schema = z.object({
  jobs: z.record(z.string(), z.object({ uses: z.string().optional(), steps })).default({}),
  runs: z.object({ steps }).optional(),
});

/** What a workflow or an action of GitHub runs that somebody else could change under us. */
export function checkWorkflow(file: string, text: string): readonly Finding[] {
  const { jobs, runs } = schema.parse(parse(text));
  const all = [
    ...Object.values(jobs).flatMap((job) => [{ uses: job.uses, run: undefined }, ...job.steps]),
    ...(runs?.steps ?? []),
  ];
  return all.flatMap(({ uses, run = "" }) => [
    ...(uses === undefined || PINNED.test(uses)
      ? []
      : [
          {
            where: file,
            problem: `${uses} is not pinned. Write the full commit behind the @, and the version as a comment`,
          },
        ]),
    ...run
      .split("\n")
      .filter((line) => INSTALLS.test(line) && !line.includes("--ignore-scripts"))
      .map((line) => ({ where: file, problem: `\`${line.trim()}\` runs install scripts. Add --ignore-scripts` })),
  ]);
}
