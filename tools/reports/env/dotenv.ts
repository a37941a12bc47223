import { UsageError } from "../../shared/usageError";

/** What every reader of dotenv takes as it stands: no space, quote, `#`, `$` or backslash. */
const PLAIN = /^[\w./:@!+,=-]+$/;

/** Settings as a dotenv file, in the order given. Node's `--env-file` reads back exactly these values. */
export function dotenv(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${quoted(name, value)}\n`)
    .join("");
}

function quoted(name: string, value: string): string {
  if (value === "" || PLAIN.test(value)) return value;
  const quote = ["'", "`", '"'].find((each) => !value.includes(each) && isLiteralIn(each, value));
  if (quote === undefined || /[\r\0]/.test(value))
    throw new UsageError(`${name}: this value cannot be written in a .env file. Use --format json.`);
  return `${quote}${value}${quote}`;
}

/** Only double quotes give the backslash a meaning: `\n` is a new line in them. */
const isLiteralIn = (quote: string, value: string) => quote !== '"' || !value.includes("\\");
