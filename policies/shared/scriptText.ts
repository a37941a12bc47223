import { isPlaceholder, isSecretName, secretIn } from "./secretText";

const ASSIGNMENT = /(?:^|[\s;&"'{,])(?:export\s+|set\s+|env\s+)?([A-Za-z_][\w.-]*)["']?\s*[=:]\s*["']?([^\s"',;}]+)/g;
const OPTION = /(?<![\w-])--?([\w-]+)[ =]["']?([^\s"'$<{-][^\s"']{3,})/g;
const OPTION_OF_SECRET = /(?:^|-)(?:password|passwd|token|secret|api-key)$/i;

/** What secret a script, a command or a piece of code holds; undefined if none. */
export function secretInScript(text: string): string | undefined {
  const form = secretIn(text);
  if (form !== undefined) return form;
  const named = [
    ...text.matchAll(ASSIGNMENT),
    ...[...text.matchAll(OPTION)].filter(([, name = ""]) => OPTION_OF_SECRET.test(name)),
  ].find(([, name = "", value = ""]) => isSecretName(name) && isLiteral(value));
  return named?.[1] === undefined ? undefined : `the value of ${named[1]}`;
}

/** Neither something to be filled in or looked up, nor a type, a constant's name or a piece of code. */
function isLiteral(value: string): boolean {
  const looksUp = /^[$`%<{(/|]|^(arn|https?|ssm|States\.)|secretsmanager|get-secret|get-parameter|[([]/i;
  const isWord = /^(string|object|number|boolean)$|^[A-Z]+(_[A-Z0-9]+)+$|^[a-z0-9_-]+\/|^[a-z_]\w*(\.[A-Za-z_]\w*)+$/;
  return value.length >= 6 && !isPlaceholder(value) && !looksUp.test(value) && !isWord.test(value);
}
