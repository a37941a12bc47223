import { RDSClient } from "@aws-sdk/client-rds";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { z } from "zod";
import { whole } from "../shared/options";
import { drillChecks } from "./drill/drillChecks";
import { evidenceOf } from "./drill/evidence";
import { readObjectives } from "./drill/objectives";
import { removeTemporary } from "./drill/removeTemporary";
import { storeEvidence, summaryOf } from "./drill/storeEvidence";
import { momentOf, sourceCluster } from "./drill/sourceCluster";
import { type Restored, restoreTemporary } from "./drill/temporaryCluster";
import { operation, type Scene } from "./shared/operation";
import { type Clock, realClock } from "./tasks/clock";
import { newsOf } from "./tasks/news";

/** To the second: Aurora restores to whole ones. */
const UTC = /^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$/;

const OPTIONS = {
  at: z
    .string()
    .refine((text) => text === "latest" || UTC.test(text), "is not a time. Write latest, or UTC: 2026-11-24T12:00:00Z")
    .default("latest")
    .describe("the moment to go back to, in UTC, or latest  [latest]"),
  rto: whole.optional().describe("minutes it may take  [backup.objectives.rtoMinutes of the stack]"),
  rpo: whole.optional().describe("minutes of data that may be lost  [backup.objectives.rpoMinutes of the stack]"),
  wait: whole.default(240).describe("minutes after which each step counts as failed  [240]"),
  evidence: z.string().optional().describe("writes the evidence to this file; without it, to the screen"),
  upload: z
    .string()
    .regex(/^s3:\/\/[a-z0-9.-]+\/.+$/, "is not written like s3://bucket/drills/2026-11.json")
    .optional()
    .describe("also stores it there, such as s3://bucket/drills/2026-11.json"),
  keep: z.boolean().default(false).describe("leaves the temporary cluster for a look at the data; it costs money"),
  remove: z.string().optional().describe("only removes the temporary cluster of an earlier drill, by its name"),
};

/**
 * Goes back to a moment by Aurora's own recovery, since that is what keeps `rpoMinutes`. The snapshots in the vault are
 * restored by AWS Backup itself, regularly: `components/resilience/restoreTesting.ts`.
 */
export const restoreDrill = operation({
  name: "restore-drill",
  summary: "Restores the database beside the original, measures RTO and RPO, writes evidence, removes the copy.",
  options: OPTIONS,
  run: (values, scene) => runDrill(values, scene, realClock),
});

export type DrillChoice = z.infer<z.ZodObject<typeof OPTIONS>>;

/** Answers 1 if an objective was missed, a check failed or the temporary cluster could not be removed. */
export async function runDrill(choice: DrillChoice, scene: Scene, clock: Clock): Promise<number> {
  const { outputs, client } = scene;
  const say = newsOf(scene);
  const rds = new RDSClient(client);
  if (choice.remove !== undefined) return (await removeTemporary(scene, rds, clock, choice.remove)) ? 0 : 1;

  const objectives = readObjectives(outputs.stack, choice);
  const by = await callerArn(scene);
  const begun = clock.now();
  const source = await sourceCluster(scene, rds, begun);
  const moment = momentOf(choice.at, source);
  const newestMoment = source.LatestRestorableTime ?? new Date(0);
  const cluster = source.DBClusterIdentifier ?? "";
  const drill = `${cluster}-drill-${new Date(begun).toISOString().slice(0, 19).replace(/\D/g, "")}`;
  say(`Restores ${cluster} as ${drill}. If this is interrupted: npm run ops -- restore-drill --remove ${drill}`);

  let restored: Restored = {};
  let ended = begun;
  let isGone = false;
  try {
    const waitMinutes = choice.wait;
    restored = await restoreTemporary(scene, rds, clock, { source, identifier: drill, moment, waitMinutes });
    ended = clock.now();
  } finally {
    if (!choice.keep) isGone = await removeTemporary(scene, rds, clock, drill);
  }
  const evidence = evidenceOf({
    ...{ drill, stack: outputs.stack, region: client.region, by, begun, ended, newestMoment, objectives },
    source: { cluster, version: source.EngineVersion ?? "unknown" },
    restoredTo: moment ?? newestMoment,
    checks: drillChecks(source, restored),
    temporaryCluster: choice.keep ? "kept" : isGone ? "removed" : "left",
  });
  await storeEvidence(scene, evidence, choice);
  for (const line of summaryOf(evidence)) say(line);
  return scene.calls.isDryRun || (evidence.verdict === "passed" && (isGone || choice.keep)) ? 0 : 1;
}

async function callerArn({ calls, client }: Scene): Promise<string> {
  const sts = new STSClient(client);
  const command = new GetCallerIdentityCommand({});
  const { Arn = "unknown" } = await calls.send("sts", command, () => sts.send(command), {
    $metadata: {},
    Arn: "<you>",
  });
  return Arn;
}
