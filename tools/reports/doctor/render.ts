import type { Section } from "./checks/families";
import type { Verdict } from "./finding";

const MARKS: Readonly<Record<Verdict, string>> = { good: "✔", warning: "!", wrong: "✖", unknown: "?" };

export interface Diagnosis {
  readonly stack: string;
  readonly sections: readonly Section[];
  /** Commands that look at the running system. */
  readonly commands: readonly string[];
}

export function textOfDiagnosis({ sections, commands }: Diagnosis): string {
  const blocks = sections.map(({ title, findings }) => {
    const lines = findings.map(({ verdict, title: what, says, fix }) =>
      [`  ${MARKS[verdict]} ${what}: ${says}`, ...fix.map((step) => `      > ${step}`)].join("\n"),
    );
    return [title, ...lines].join("\n");
  });
  const looking =
    commands.length === 0 ? [] : [["look at it as it is now", ...commands.map((each) => `  ${each}`)].join("\n")];
  return `${[...blocks, ...looking, summary(sections)].join("\n\n")}\n`;
}

export function jsonOfDiagnosis({ stack, sections, commands }: Diagnosis): string {
  return `${JSON.stringify({ stack, ok: !isWrong(sections), sections, commands }, null, 2)}\n`;
}

export function isWrong(sections: readonly Section[]): boolean {
  return sections.some(({ findings }) => findings.some(({ verdict }) => verdict === "wrong"));
}

function summary(sections: readonly Section[]): string {
  const all = sections.flatMap(({ findings }) => findings);
  const count = (verdict: Verdict) => all.filter((each) => each.verdict === verdict).length;
  return (
    `${MARKS.good} ${count("good")} in order, ${MARKS.wrong} ${count("wrong")} wrong, ` +
    `${MARKS.warning} ${count("warning")} to look at, ${MARKS.unknown} ${count("unknown")} that cannot be checked from here.`
  );
}
