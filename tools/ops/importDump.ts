import { ECSClient } from "@aws-sdk/client-ecs";
import { DeleteObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { whole } from "../shared/options";
import { UsageError } from "../shared/usageError";
import { operation, type Scene } from "./shared/operation";
import { checkDump, type Dump } from "./tasks/checkDump";
import { type Clock, realClock } from "./tasks/clock";
import { newsOf } from "./tasks/news";
import { type PreparedTask, readPreparedTask } from "./tasks/preparedTask";
import { type Ending, runToEnd } from "./tasks/runToEnd";
import { upload } from "./tasks/uploadDump";

/** The task's two containers: `components/compute/importContainers.ts`. */
const FETCH = "fetch";
const RESTORE = "restore";
/** The tag of Docker's official image begins with the major. */
const MAJOR = /postgres:(\d+)/;

const OPTIONS = {
  dump: z.string().describe("the dump, in pg_dump's custom format"),
  wait: whole.default(360).describe("minutes to wait for the end  [360]"),
  keep: z.boolean().default(false).describe("leaves the uploaded dump in its bucket"),
  "leave-out": z
    .string()
    .default("")
    .transform((text) => text.split(",").filter((name) => name !== ""))
    .describe("schemas of the dump that may stay behind, such as realtime,vault"),
  "error-texts": z
    .boolean()
    .default(false)
    .describe("logs PostgreSQL's messages in full, which may quote a patient's data; otherwise their codes only"),
};

/** Imports a dump of another database, such as Supabase, by the task that the stack prepared for it. */
export const importDump = operation({
  name: "import-dump",
  summary: "Uploads a dump of the old database, encrypted, imports it once, and deletes the upload.",
  options: OPTIONS,
  run: (values, scene) => runImport(values, scene, realClock),
});

export type ImportChoice = z.infer<z.ZodObject<typeof OPTIONS>>;

/** Answers 1 if the import failed or had not ended in time. */
export async function runImport(choice: ImportChoice, scene: Scene, clock: Clock): Promise<number> {
  const { outputs, client } = scene;
  const dump = checkDump(choice.dump, choice["leave-out"]);
  const ecs = new ECSClient(client);
  const task = await readPreparedTask(scene, ecs, outputs.text("importTaskArn"), [FETCH, RESTORE]);
  refuseNewer(dump, task, outputs.stack);
  const target = { Bucket: outputs.text("importBucket"), Key: keyAt(clock.now()) };
  const s3 = new S3Client(client);
  let ending: Ending | undefined;
  try {
    newsOf(scene)(`Uploads ${dump.size} bytes to ${target.Bucket}/${target.Key}.`);
    const stored = await upload(scene, s3, { ...dump, ...target });
    if (stored.ServerSideEncryption !== "aws:kms")
      throw new UsageError(`${target.Bucket} did not encrypt the dump with its KMS key. Apply the stack again first.`);
    ending = await runToEnd(scene, ecs, clock, {
      task,
      securityGroupId: outputs.text("importSecurityGroupId"),
      startedBy: "ops-import-dump",
      overrides: { containerOverrides: overridesFor(target.Key, choice["error-texts"]) },
      waitMinutes: choice.wait,
    });
  } finally {
    await cleanUp(scene, s3, target, choice.keep || ending === "left");
  }
  return conclude(scene, ending, choice.wait);
}

/** `pg_restore` reads what its own or an older pg_dump wrote: "pg_dump", PostgreSQL documentation, Notes. */
function refuseNewer({ major }: Dump, { containers }: PreparedTask, stack: string): void {
  const image = containers.find(({ name }) => name === RESTORE)?.image ?? "";
  const target = Number(MAJOR.exec(image)?.[1] ?? Infinity);
  if (major <= target) return;
  throw new UsageError(
    `pg_dump ${major} wrote the dump and pg_restore ${target} shall read it, which it cannot. Dump with pg_dump ${target} if the ` +
      `old server is no newer, or set database.engineVersion in Pulumi.${stack}.yaml to ${major} before anything is in the database.`,
  );
}

/** One of its own for each run, so that nothing of somebody else's is overwritten or deleted. */
const keyAt = (now: number) => `import-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, "")}.dump`;

function overridesFor(key: string, errorTexts: boolean) {
  const fetch = { name: FETCH, environment: [{ name: "IMPORT_KEY", value: key }] };
  if (!errorTexts) return [fetch];
  return [fetch, { name: RESTORE, environment: [{ name: "IMPORT_VERBOSITY", value: "default" }] }];
}

/** A task that still runs reads the dump: then the bucket deletes it, a week old (`DUMP_DAYS` in stacks/access.ts). */
async function cleanUp(scene: Scene, s3: S3Client, target: { Bucket: string; Key: string }, keep: boolean) {
  const say = newsOf(scene);
  if (keep) {
    say(`${target.Key} stays in ${target.Bucket}, which deletes it after a week.`);
    return;
  }
  const command = new DeleteObjectCommand(target);
  await scene.calls.send("s3", command, () => s3.send(command), { $metadata: {} });
  say(`${target.Key} is deleted from ${target.Bucket}; the bucket would have deleted it after a week.`);
}

function conclude(scene: Scene, ending: Ending | undefined, wait: number): number {
  const say = newsOf(scene);
  if (ending === "pretended" || (ending === "left" && wait === 0)) return 0;
  if (ending === "succeeded") {
    say("The dump is imported. Now run the first migration: `npm run ops -- migrate`.");
    return 0;
  }
  if (ending === "failed")
    say(
      "Nothing was imported: all of it is one transaction. The codes of PostgreSQL's errors are above; for their texts, " +
        "which may quote patients' data, repeat it with --error-texts.",
    );
  return 1;
}
