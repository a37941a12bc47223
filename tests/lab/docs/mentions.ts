import { join } from "node:path";
import { isThere, read } from "./titles";

/** What set-up and the offline AWS write; a fresh clone has none of it. */
const GENERATED = ["node_modules", ".offline", ".setup", "policies/bin"];
/** npm's own commands. */
const OF_NPM = new Set(["ci", "install", "run", "ping", "pack", "publish", "view", "version"]);
/** `components/edge`, `package.json`, `.nvmrc`; not `@pulumi/aws`, `aws:rds/cluster:Cluster`, `<room>/main.ts` or `a | b`. */
const PATH =
  /^(?:\.?[\w-]+(?:\.[\w-]+)*\/)+(?:\.?[\w-]+(?:\.[\w-]+)*)?$|^\.?[\w-]+(?:\.[\w-]+)*\.(?:ts|js|mjs|json|md|ya?ml)$|^\.nvmrc$/;

/** The files and folders of the repository that a page names in code, or links to, and that do not exist. */
export function missingPaths(page: string): readonly string[] {
  const text = withoutFences(read(page));
  const inCode = [...text.matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code).filter((code) => PATH.test(code));
  return [...inCode.filter((path) => !isGenerated(path) && !isThere(path)), ...missingLinks(page)];
}

/** The files that a page links to and that do not exist. */
export function missingLinks(page: string): readonly string[] {
  const targets = [...withoutFences(read(page)).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = ""]) => target);
  return targets.map((target) => join(page, "..", target)).filter((path) => !isThere(path));
}

/** The npm scripts that a page names, in fences too, and that do not exist. */
export function missingScripts(page: string): readonly string[] {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const named = [...read(page).matchAll(/\bnpm (?:run )?(?:--silent )?([a-z][\w:-]*)/g)].map(([, name = ""]) => name);
  return named.filter((name) => !OF_NPM.has(name) && !(name in scripts));
}

const withoutFences = (text: string) => text.replaceAll(/^```[^]*?^```/gm, "");
const isGenerated = (path: string) => GENERATED.some((each) => path === each || path.startsWith(`${each}/`));
