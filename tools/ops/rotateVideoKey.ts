import { z } from "zod";
import { UsageError } from "../shared/usageError";
import { operation, type Scene } from "./shared/operation";
import { activate } from "./video/activate";
import { prepare } from "./video/prepare";
import { retire } from "./video/retire";

const step = (text: string) => z.boolean().default(false).describe(text);

const OPTIONS = {
  prepare: step("step 1: makes a new key and shows what to add to the settings"),
  activate: step("step 2, when that is deployed: makes the new key the one that the API signs with"),
  retire: step("step 3, when the old links have expired: shows what to take out of the settings"),
  name: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, "is not a name for a key. Write lowercase letters, digits and hyphens, such as 2026-b")
    .optional()
    .describe("the new key's name in the settings  [the stack and the beginning of the key's fingerprint]"),
};

export type Step = z.infer<z.ZodObject<typeof OPTIONS>>;

export const rotateVideoKey = operation({
  name: "rotate-video-key",
  summary: "Replaces the key that signs links to recordings, in three steps with an update after each.",
  options: OPTIONS,
  run: rotate,
});

export async function rotate({ name, ...steps }: Step, scene: Scene): Promise<undefined> {
  const [chosen, ...more] = (["prepare", "activate", "retire"] as const).filter((each) => steps[each]);
  if (chosen === undefined || more.length > 0)
    throw new UsageError("Choose one step: --prepare, then --activate, then --retire. See --help.");
  if (name !== undefined && chosen !== "prepare")
    throw new UsageError("--name: goes with --prepare only. Leave it out.");
  await { prepare: () => prepare(name, scene), activate: () => activate(scene), retire: () => retire(scene) }[chosen]();
}
