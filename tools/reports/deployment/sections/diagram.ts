import { diagram } from "../../diagram/diagram";
import type { Section } from "../block";
import type { ReportInput } from "../input";

/** The picture twice: one for a window, one for a phone; the style shows the one that fits. */
export function diagramSection({ snapshot }: ReportInput): Section {
  const wide = diagram(snapshot, { width: "wide" });
  const narrow = diagram(snapshot, { width: "narrow" });
  const html = `<figure class="wide">${wide}</figure>\n<figure class="narrow">${narrow}</figure>\n`;
  const description = /<desc[^>]*>([^<]*)<\/desc>/.exec(wide)?.[1] ?? "";
  const command = `npm run diagram -- --stack ${snapshot.stack} --out architecture.svg`;
  const markdown = `${description}\n\n\`${command}\` draws it.\n`;
  return { id: "architecture", title: "Architecture", blocks: [{ kind: "made", html, markdown }] };
}
