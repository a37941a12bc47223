import { z } from "zod";
import { outputsOf } from "../../shared/stackOutputs";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { UsageError } from "../../shared/usageError";

const names = z.object({ taskDefinition: z.string() });
const containers = z.array(
  z.object({
    environment: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
    secrets: z.array(z.object({ name: z.string() })).default([]),
  }),
);

export interface Backend {
  readonly values: Readonly<Record<string, string>>;
  /** Names of what the task gets from Secrets Manager. Their values are in no state that this reads, and so in no file. */
  readonly secretNames: readonly string[];
}

/** What the API's task runs with, so that the same program runs elsewhere, and where the master user's secret is. */
export function backendValues(snapshot: Snapshot): Backend {
  const outputs = outputsOf(snapshot);
  const { environment, secrets } = apiContainer(snapshot);
  return {
    values: {
      AWS_REGION: outputs.text("region"),
      DATABASE_ENDPOINT: outputs.text("databaseEndpoint"),
      DATABASE_PORT: outputs.text("databasePort"),
      DATABASE_NAME: outputs.text("databaseName"),
      DATABASE_SECRET_ARN: outputs.text("databaseSecretArn"),
      ...Object.fromEntries(
        environment.map(({ name, value }) => [name, value] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
      ),
    },
    secretNames: secrets.map(({ name }) => name).toSorted(),
  };
}

/** The container of the service, out of the task definition that it runs. */
function apiContainer({ stack, resources }: Snapshot) {
  const of = (type: string) => resources.filter((each) => each.type === type);
  const running = of("aws:ecs/service:Service").flatMap(({ outputs }) => names.safeParse(outputs).data ?? []);
  const definition = of("aws:ecs/taskDefinition:TaskDefinition").find(({ outputs }) =>
    running.some(({ taskDefinition }) => taskDefinition === outputs?.["arn"]),
  );
  const written = definition?.outputs?.["containerDefinitions"];
  const [first] = containers.parse(JSON.parse(typeof written === "string" ? written : "[]"));
  if (first !== undefined) return first;
  throw new UsageError(
    `${stack} has no service with a task definition, so what the backend runs with is not known. Run \`npm run up -- --stack ${stack}\` first.`,
  );
}
