import { type Check, good, link, unknown, warning, wrong } from "../finding";
import type { Facts } from "../facts/facts";

/** The oldest Node that CI runs; older than what package.json asks of users, as the SDK does. */
const OLDEST_TESTED = ">=20.19";
const NEWER_NODE = "nvm install 22 && nvm use 22, or the installer from nodejs.org";
const SET_UP = "npm start, which installs all that is missing";

export const setUpChecks: readonly Check<Facts>[] = [
  {
    id: "node",
    title: "Node",
    run: ({ node: { version, wanted } }) => {
      if (isAtLeast(version, wanted)) return good(`${version}; package.json asks for ${wanted}.`);
      return isAtLeast(version, OLDEST_TESTED)
        ? warning(`${version} still works and is tested, but Pulumi's SDK asks for ${wanted}.`, NEWER_NODE)
        : wrong(`${version} is too old: package.json asks for ${wanted}.`, NEWER_NODE);
    },
  },
  {
    id: "dependencies",
    title: "dependencies",
    run: ({ setUp }) =>
      link(setUp.dependenciesAreCurrent, "As in package-lock.json.", "They differ from package-lock.json.", SET_UP),
  },
  {
    id: "cli",
    title: "Pulumi's command line",
    run: ({ setUp: { cli, cliOnPath, cliWanted } }) => {
      if (cli !== undefined && cli.version !== undefined) return good(`${cli.version}, at ${cli.file}.`);
      if (cli !== undefined) return wrong(`${cli.file} does not run.`, `Remove ${cli.file}`, SET_UP);
      const found = cliOnPath === undefined ? "There is none." : `${cliOnPath} on PATH does not match the SDK.`;
      return wrong(`${found} ${cliWanted} or a later 3.x is needed.`, SET_UP);
    },
  },
  {
    id: "policy-pack",
    title: "the policy pack",
    run: ({ setUp }) =>
      link(
        setUp.policyPackIsCurrent,
        "Compiled from what stands in policies/.",
        "It is not compiled, or is older than its sources.",
        SET_UP,
      ),
  },
  {
    id: "emulator",
    title: "the emulator of AWS",
    run: ({ setUp }) =>
      setUp.hasEmulator
        ? good("Installed.")
        : unknown(
            "It is not installed. Only tests of npm run ops use it.",
            "npm test, which installs it where there is Python 3",
          ),
  },
];

/** `>=22` and `>=20.19` are the forms that there are; any other is not judged. */
function isAtLeast(version: string, wanted: string): boolean {
  const [, ...floor] = /^>=(\d+)\.?(\d*)\.?(\d*)$/.exec(wanted) ?? [];
  const given = version.split(".").map(Number);
  for (const [at, least] of floor.map(Number).entries()) {
    const part = given[at] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
