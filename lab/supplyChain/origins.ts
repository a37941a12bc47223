import type { Finding } from "./finding";
import type { Lock } from "./lock";

/** The only host that a lock file may name. npm puts the registry that is configured in its place. */
const PUBLIC = "https://registry.npmjs.org/";

/** Whether each package is pinned to one content, and none to a host that others do not reach. */
export function checkOrigins({ packages }: Lock): readonly Finding[] {
  return packages.flatMap(({ path, resolved, integrity, link, version }) => {
    const found: Finding[] = [];
    if (version === undefined && !link) found.push({ where: path, problem: "it has no version. Run npm install" });
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? ""))
      found.push({ where: path, problem: "it has no SHA-512 hash, so its content is not verified. Run npm install" });
    if (link || (resolved !== undefined && !resolved.startsWith(PUBLIC)))
      found.push({
        where: path,
        problem: `it does not come from ${PUBLIC}. Set omit-lockfile-registry-resolved and run npm install`,
      });
    return found;
  });
}
