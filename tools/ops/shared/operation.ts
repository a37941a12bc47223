import { z } from "zod";
import { checkOptions, type Options, optionsUsage, splitOptions } from "../../shared/options";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import type { Tool } from "../../shared/tool";
import { type Calls, callsTo } from "./calls";
import { outputsOf, type StackOutputs } from "../../shared/stackOutputs";
import { problemOfAws } from "./problemOfAws";

/** What an operation is given. */
export interface Scene {
  readonly outputs: StackOutputs;
  readonly calls: Calls;
  /** Settings of every client of the AWS SDK: the stack's region. Credentials and `AWS_ENDPOINT_URL` come from the environment. */
  readonly client: { readonly region: string };
  /** How the stack is named in another command: `--stack prod --real`. */
  readonly which: string;
  /** Prints a line for the user. */
  readonly say: (line: string) => void;
}

const COMMON_OPTIONS = {
  stack: SOURCE_OPTIONS.stack.describe("the deployed stack whose outputs are used  [dev]"),
  real: SOURCE_OPTIONS.real.describe("takes it from your own backend; without it, from the offline AWS"),
  file: SOURCE_OPTIONS.file.describe("takes it from the output of `pulumi stack export`"),
  "dry-run": z.boolean().default(false).describe("shows the AWS calls and makes none; needs no credentials"),
};

export interface Operation extends Tool {
  readonly name: string;
  readonly summary: string;
}

/** An operation as a tool: reads its options and the stack's outputs, then does it. */
export function operation<T extends Options>(description: {
  /** As it is typed: `create-admin`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly options: T;
  /** Answers the exit code if it is not 0. */
  readonly run: (values: z.infer<z.ZodObject<T>>, scene: Scene) => Promise<number | undefined>;
}): Operation {
  const { name, summary, options, run } = description;
  const all = { ...options, ...COMMON_OPTIONS };
  const usage = `npm run ops -- ${name} [options]\n\n${summary}\n${optionsUsage(all)}`;
  return {
    name,
    summary,
    usage,
    run: async (words) => {
      const split = splitOptions(words, all, usage);
      const own = checkOptions(split, options, usage);
      const common = checkOptions(split, COMMON_OPTIONS, usage);
      const say = (line: string) => {
        console.log(line);
      };
      const outputs = outputsOf(await snapshotFrom({ ...common, plan: false }));
      const which = `--stack ${outputs.stack}${common.real ? " --real" : ""}`;
      const scene = {
        outputs,
        calls: callsTo(say, common["dry-run"]),
        client: { region: outputs.text("region") },
        which,
        say,
      };
      try {
        return (await run(own, scene)) ?? 0;
      } catch (error) {
        throw problemOfAws(error) ?? error;
      }
    },
  };
}
