import { parseArgs } from "node:util";
import { z } from "zod";
import { UsageError } from "./usageError";

/** The options of a command: a schema for each, whose description is what `--help` says of it. */
export type Options = Readonly<Record<string, z.ZodType>>;

/** A whole number on a command line. */
export const whole = z
  .string()
  .regex(/^\d+$/, "is not a whole number. Write digits only")
  .transform((text) => Number(text));

/** What the user wrote behind the command, each option as its schema makes it; all problems are told at once. */
export function readOptions<T extends Options>(words: readonly string[], options: T, usage: string) {
  return checkOptions(splitOptions(words, options, usage), options, usage);
}

/** The same for a command that also takes names with no option before them, such as files or stacks. */
export function readWords<T extends Options>(words: readonly string[], options: T, usage: string) {
  const { values, positionals } = splitWords(words, options, usage, true);
  return [positionals, checkOptions(values, options, usage)] as const;
}

/** The same in two steps, for who checks the options of one line by several schemas. */
export function checkOptions<T extends Options>(split: unknown, options: T, usage: string): z.infer<z.ZodObject<T>> {
  const given = z.object(options).safeParse(split, { reportInput: true });
  if (given.success) return given.data;
  const problems = given.error.issues.map(({ path, message, input }) => {
    const option = `--${path.join(".")}`;
    return input === undefined ? `${option} is missing.` : `${option} ${JSON.stringify(input)}: ${message}.`;
  });
  throw new UsageError(`${problems.join("\n")}\n\n${usage}`);
}

/** One line for each option. */
export function optionsUsage(options: Options): string {
  const width = Math.max(...Object.keys(options).map((name) => name.length));
  return Object.entries(options)
    .map(([name, schema]) => `--${name.padEnd(width)}  ${schema.description ?? ""}`)
    .join("\n");
}

/** The line as it stands, by option; an unknown option is refused. */
export function splitOptions(words: readonly string[], options: Options, usage: string): unknown {
  return splitWords(words, options, usage, false).values;
}

interface Split {
  readonly values: unknown;
  readonly positionals: readonly string[];
}

function splitWords(words: readonly string[], options: Options, usage: string, allowPositionals: boolean): Split {
  try {
    const config = Object.entries(options).map(([name, schema]) => {
      // What takes true stands alone; everything else is followed by a value.
      const isSwitch = schema.safeParse(true).success;
      const multiple = schema.safeParse([]).success;
      return [name, { type: isSwitch ? ("boolean" as const) : ("string" as const), multiple }] as const;
    });
    return parseArgs({ args: [...words], options: Object.fromEntries(config), allowPositionals });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}
