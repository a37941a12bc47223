/** What npm writes before the output of a script: an empty line, two lines that say what it runs, an empty line. */
const BANNER = /^\s*> [^\n]*\n> [^\n]*\n\s*/;

export const withoutBanner = (text: string): string => text.replace(BANNER, "");

/** No setting of npm turns its banner off and leaves its errors on, so JSON has to be asked for with --silent. */
export function bannerAdvice(
  words: readonly string[],
  env: NodeJS.ProcessEnv,
  isTerminal: boolean,
): string | undefined {
  const script = env["npm_lifecycle_event"];
  const isJson = words.includes("--json") || words.includes("-j");
  if (script === undefined || !isJson || isTerminal || env["npm_config_loglevel"] === "silent") return undefined;
  return `npm has written two lines before the JSON. Without them: npm run --silent ${script} -- ${words.join(" ")}`;
}
