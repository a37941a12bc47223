import { ECSClient } from "@aws-sdk/client-ecs";
import { whole } from "../shared/options";
import { operation, type Scene } from "./shared/operation";
import { type Clock, realClock } from "./tasks/clock";
import { readPreparedTask, refuseUnpublished } from "./tasks/preparedTask";
import { runToEnd } from "./tasks/runToEnd";

/** The one container: `components/compute/containerDefinition.ts`. */
const CONTAINER = "app";

/** Runs the migration task of the stack and ends as it ends. */
export const migrate = operation({
  name: "migrate",
  summary: "Runs the database migrations in their own task and shows how they ended.",
  options: {
    wait: whole.default(60).describe("minutes to wait for the end; 0 only starts it  [60]"),
  },
  run: (values, scene) => runMigration(values, scene, realClock),
});

/** Answers 1 if a container failed, or if the task had not ended in time. */
export async function runMigration({ wait }: { readonly wait: number }, scene: Scene, clock: Clock): Promise<number> {
  const { outputs, client, say } = scene;
  const ecs = new ECSClient(client);
  const task = await readPreparedTask(scene, ecs, outputs.text("migrationTaskArn"), [CONTAINER]);
  refuseUnpublished(task, outputs.stack);
  const ending = await runToEnd(scene, ecs, clock, {
    task,
    securityGroupId: outputs.text("migrationSecurityGroupId"),
    startedBy: "ops-migrate",
    waitMinutes: wait,
  });
  if (ending === "failed")
    say("The migration failed. Its container says above why; `npm run ops -- migrate` repeats it.");
  if (ending === "succeeded") say("The database is migrated.");
  return ending === "failed" || (ending === "left" && wait > 0) ? 1 : 0;
}
