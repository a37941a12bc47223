import { ECSClient } from "@aws-sdk/client-ecs";
import { z } from "zod";
import { whole } from "../shared/options";
import { UsageError } from "../shared/usageError";
import { operation, type Scene } from "./shared/operation";
import { type Clock, realClock } from "./tasks/clock";
import { closeDoor, openDoor } from "./tasks/doorTask";
import { howToLogIn } from "./tasks/login";
import { newsOf } from "./tasks/news";
import { type PreparedTask, readPreparedTask, refuseUnpublished } from "./tasks/preparedTask";
import { missingPrograms, runProgram } from "./tasks/programs";

/** Where each program that a session needs comes from. */
const PROGRAMS = {
  aws: "the AWS CLI, version 2: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html",
  "session-manager-plugin":
    "its plugin: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html",
};

const OPTIONS = {
  port: whole.default(5432).describe("port on this computer  [5432]"),
  minutes: whole.default(60).describe("minutes after which a task that is started for the tunnel ends  [60]"),
  host: z
    .string()
    .optional()
    .describe("another host that the migration task may reach, such as the endpoint of a restored cluster"),
};

/**
 * A way to the database without a bastion: through the migration task, which alone is let into the cluster and has a shell.
 * The output `databaseEndpoint` may be the proxy, which knows the application's user only and lets nobody else in.
 */
export const tunnel = operation({
  name: "tunnel",
  summary: "Forwards a port of this computer to the database, through a task that is stopped afterwards.",
  options: OPTIONS,
  run: (values, scene) => runTunnel(values, scene, realClock),
});

export type TunnelChoice = z.infer<z.ZodObject<typeof OPTIONS>>;

/** Answers the exit code of the session; 1 if none could be opened here. */
export async function runTunnel(choice: TunnelChoice, scene: Scene, clock: Clock): Promise<number> {
  const { outputs, client, calls, say } = scene;
  const ecs = new ECSClient(client);
  const task = await readPreparedTask(scene, ecs, outputs.text("migrationTaskArn"), ["app"]);
  refuseUnpublished(task, outputs.stack);
  const host = choice.host ?? writerOf(task);
  const { taskId, runtimeId, startedArn } = await openDoor(scene, ecs, clock, { task, minutes: choice.minutes });
  const words = sessionWords({ cluster: outputs.text("clusterName"), taskId, runtimeId, host, choice, scene });
  const missing = missingPrograms(Object.keys(PROGRAMS));
  say(`${calls.isDryRun ? "would run" : "runs"} aws ${words.join(" ")}`);
  for (const line of howToLogIn({ host, port: choice.port, scene })) say(line);
  if (calls.isDryRun || missing.length === 0) {
    try {
      return calls.isDryRun ? 0 : await runProgram("aws", words);
    } finally {
      if (startedArn !== undefined) await closeDoor(scene, ecs, startedArn);
    }
  }
  tellMissing(scene, missing);
  return 1;
}

/** The task knows the cluster's own endpoint. */
function writerOf({ containers, family }: PreparedTask): string {
  const host = containers.map(({ environment }) => environment["DATABASE_ENDPOINT"]).find((each) => each !== undefined);
  if (host === undefined) throw new UsageError(`${family} has no DATABASE_ENDPOINT. Name the database with --host.`);
  return host;
}

function sessionWords(given: {
  readonly cluster: string;
  readonly taskId: string;
  readonly runtimeId: string;
  readonly host: string;
  readonly choice: TunnelChoice;
  readonly scene: Scene;
}): string[] {
  const { cluster, taskId, runtimeId, host, choice, scene } = given;
  const port = scene.outputs.text("databasePort");
  return [
    ...["ssm", "start-session", "--region", scene.client.region],
    ...["--target", `ecs:${cluster}_${taskId}_${runtimeId}`],
    ...["--document-name", "AWS-StartPortForwardingSessionToRemoteHost"],
    ...["--parameters", `host=${host},portNumber=${port},localPortNumber=${choice.port}`],
  ];
}

/** The task goes on, for the command to be run elsewhere. */
function tellMissing(scene: Scene, missing: readonly string[]): void {
  const say = newsOf(scene);
  say(`${missing.join(" and ")}: not on this computer, so the command above is not run. Install`);
  for (const [name, from] of Object.entries(PROGRAMS)) if (missing.includes(name)) say(`  ${name}, ${from}`);
}
