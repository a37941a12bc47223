import * as given from "../../shared/snapshot/plan";

/** The outputs of a deployed stack that the command reads, in the forms that AWS gives. */
export const OUTPUTS = {
  region: "us-east-1",
  userPoolId: "us-east-1_AbC123dEf",
  userPoolClientId: "1example23456789",
  identityPoolId: "us-east-1:01234567-89ab-cdef-0123-456789abcdef",
  apiUrl: "https://api.telehealth.example.com",
  filesBucket: "telehealth-prod-files-111122223333",
  videosBucket: "telehealth-prod-videos-111122223333",
  videoUrl: "https://video.telehealth.example.com",
  databaseEndpoint: "telehealth-prod.proxy-abc.us-east-1.rds.amazonaws.com",
  databasePort: 5432,
  databaseName: "clinic",
  databaseSecretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-0f-AbCdEf",
};

const task = (name: string, revision: number, environment: object[], secrets: object[] = []) =>
  given.state("aws:ecs/taskDefinition:TaskDefinition", name, {
    outputs: {
      arn: `arn:aws:ecs:us-east-1:111122223333:task-definition/${name}:${revision}`,
      containerDefinitions: JSON.stringify([{ name: "app", environment, secrets }]),
    },
  });
const secret = { name: "STRIPE_SECRET_KEY", valueFrom: "arn:aws:secretsmanager:us-east-1:111122223333:secret:s-1" };
const migration = task("migrate", 3, [{ name: "ONLY_IN_MIGRATION", value: "1" }]);
const api = task(
  "api",
  7,
  [
    { name: "VIDEO_HOST", value: "video.telehealth.example.com" },
    { name: "DATABASE_USER", value: "app" },
  ],
  [secret],
);
export const service = given.state("aws:ecs/service:Service", "api", {
  outputs: { taskDefinition: "arn:aws:ecs:us-east-1:111122223333:task-definition/api:7" },
});

/** A deployed stack with other outputs or without the service. */
export const deployed = (outputs: object = OUTPUTS, ...more: object[]) =>
  given.exported({ ...given.stackState, outputs }, migration, api, ...(more.length === 0 ? [service] : more));
