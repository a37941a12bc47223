import type { Verdict } from "../../doctor/finding";
import { SYMPTOM_NAMES, SYMPTOMS } from "../../doctor/explain/symptoms";
import { type Block, code, commands, type Section, text } from "../block";
import type { ReportInput } from "../input";

export const SIGNS: Readonly<Record<Verdict, string>> = { good: "✔", warning: "!", wrong: "✖", unknown: "?" };

/** Every link that a request needs, as this stack has it, for each thing that may not work. */
export function troubleshooting({ snapshot, real }: ReportInput): Section {
  const head = { id: "troubleshooting", title: "Troubleshooting" };
  const hasApi = snapshot.resources.some(({ type }) => type === "aws:ecs/service:Service");
  if (snapshot.kind === "preview" || !hasApi) {
    const why = hasApi ? "after the first update" : "for a stack with an application";
    return { ...head, blocks: [text(`The links of a request can be walked through ${why}.`)] };
  }
  const symptoms = SYMPTOM_NAMES.map((name): Block => {
    const { title, links, commands: looks } = SYMPTOMS[name];
    const found = links(snapshot);
    const open = found.filter(({ verdict }) => verdict === "wrong").length;
    const again = `npm run doctor -- --stack ${snapshot.stack}${real ? " --real" : ""} --explain ${name}`;
    return {
      kind: "fold",
      title: `${title} (${open === 0 ? `all ${String(found.length)} links are there` : `${String(open)} of ${String(found.length)} links missing`})`,
      blocks: [
        {
          kind: "list",
          items: found.map(({ verdict, title: what, says, fix }) => [
            `${SIGNS[verdict]} ${what}: ${says}${verdict === "good" ? "" : ` ${fix.join("; ")}`}`,
          ]),
        },
        text("Look at the running system, and ask again with ", code(again), ":"),
        commands(...looks(snapshot)),
      ],
    };
  });
  return { ...head, blocks: symptoms };
}
