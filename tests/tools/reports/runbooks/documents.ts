import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const ROOT = join(__dirname, "..", "..", "..", "..");

export interface Document {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
}

/** What people read to find out what to type. */
export const documents: readonly Document[] = ["README.md", ...pagesIn("docs"), ...pagesIn("docs/runbooks")].map(
  (path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }),
);

export const runbooks = documents.filter(({ path }) => path.startsWith("docs/runbooks/"));

function pagesIn(folder: string): string[] {
  const files = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md"));
  return files.toSorted().map((name) => `${folder}/${name}`);
}

/** A command as a page has it. */
export interface Command {
  readonly path: string;
  readonly script: string;
  /** Behind `--`. */
  readonly words: readonly string[];
}

/** `npm run` and `npm start` up to where the code ends, over the lines that a backslash joins. */
export function commandsIn({ path, text }: Document): readonly Command[] {
  const joined = text.replace(/\\\n\s*/g, " ");
  return [...joined.matchAll(/npm (?:run (?:--silent )?([\w:-]+)|(start|test))(?: -- ([^`\n]*))?/g)].map(
    ([, named, known, rest = ""]) => ({
      path,
      script: named ?? known ?? "",
      words:
        rest
          .split(/\s+[>|;&]|\s"/)[0]
          ?.split(/\s+/)
          .filter((word) => word !== "") ?? [],
    }),
  );
}
