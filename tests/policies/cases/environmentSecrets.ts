import { LATER } from "../runner";
import { bad, type CaseTable, KEY, ok, one } from "./case";

const TASK = "ecs/taskDefinition:TaskDefinition";
const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:111122223333:secret:telehealth/db-a1b2c3";
const container = (environment: unknown, more: object = {}) =>
  one(TASK, { containerDefinitions: JSON.stringify([{ name: "app", image: "x", environment, ...more }]) });
const variable = (name: string, value: unknown) => container([{ name, value }]);
const lambda = (variables: unknown) => one("lambda/function:Function", { environment: { variables } });
const build = (entry: object) => one("codebuild/project:Project", { environment: { environmentVariables: [entry] } });
const site = (environmentVariables: unknown) => one("amplify/branch:Branch", { environmentVariables });
/** Put together, so that nobody's scanner takes the tests for a leak. */
const STRIPE = ["sk", "live", "51HexampleEXAMPLE000"].join("_");
const ACCESS_KEY = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
const PRIVATE_KEY = ["-----BEGIN RSA PRIVATE", "KEY-----\nMII\n"].join(" ");
const DATABASE = ["postgresql://app:Tr0ub4dor", "db.internal:5432/ehr"].join("@");

export const environmentSecrets: CaseTable = {
  "container-secret-value": {
    accepts: [
      ok(
        "plain settings",
        container([
          { name: "LOG_LEVEL", value: "info" },
          { name: "PORT", value: "8443" },
        ]),
      ),
      ok("secrets by their ARN", container([], { secrets: [{ name: "DB_PASSWORD", valueFrom: SECRET_ARN }] })),
      ...(
        [
          ["DB_SECRET_ARN", SECRET_ARN],
          ["DATABASE_SECRET", SECRET_ARN],
          ["SECRET_NAME", "telehealth/prod/db"],
          ["DB_PASSWORD_SSM", "/telehealth/prod/db-password"],
          ["TOKEN_URL", "https://auth.example.com/oauth2/token"],
          ["TOKEN_TTL_SECONDS", "3600"],
          ["ACCESS_TOKEN_EXPIRE_MINUTES", "30"],
          ["MAX_TOKENS", "4096"],
          ["STRIPE_PUBLISHABLE_KEY", "pk_live_51Hexample"],
          ["JWT_ISSUER", "https://cognito-idp.us-east-1.amazonaws.com/p"],
          ["JWT_PUBLIC_KEY", "-----BEGIN PUBLIC KEY-----"],
          ["KMS_KEY_ID", KEY],
          ["AWS_ACCESS_KEY_ID_FILE", "/run/key"],
          ["PASSWORD_MIN_LENGTH", "12"],
          ["DATABASE_URL", "postgresql://db.internal:5432/ehr?sslmode=verify-full"],
          ["DATABASE_HOST", "db.internal"],
          ["DATABASE_USER", "app"],
          ["REDIS_URL", "rediss://cache.internal:6379"],
          ["API_TOKEN", ""],
          ["SECRETS_BACKEND", "aws"],
          ["PASSWORD", "${DB_PASSWORD}"],
          ["BYPASS_CACHE", "false"],
          ["COMPASS_REGION", "east"],
        ] as const
      ).map(([name, value]) => ok(`${name} ${value}`, variable(name, value))),
      ok(
        "a job's settings",
        one("batch/jobDefinition:JobDefinition", {
          containerProperties: JSON.stringify({ environment: [{ name: "A", value: "b" }] }),
        }),
      ),
    ],
    rejects: [
      ...(
        [
          ["DB_PASSWORD", "Tr0ub4dor&3"],
          ["PGPASSWORD", "hunter22"],
          ["dbPassword", "hunter22"],
          ["DATABASE_URL", DATABASE],
          ["REDIS_URL", "rediss://:hunter22@cache.internal:6379"],
          ["STRIPE_SECRET_KEY", STRIPE],
          ["STRIPE_KEY", STRIPE],
          ["TWILIO_AUTH_TOKEN", "0123456789abcdef0123456789abcdef"],
          ["JWT_SECRET", "not-so-secret-at-all"],
          ["SECRET_KEY", "django-insecure-1234567890"],
          ["API_KEY", "9f8e7d6c5b4a"],
          ["JOTFORM_API_KEY", "9f8e7d6c5b4a"],
          ["AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"],
          ["AWS_ID", ACCESS_KEY],
          ["SIGNING", PRIVATE_KEY],
          ["SMTP_PASS", "hunter22"],
          ["CLIENT_SECRET", "abcdef123456"],
          ["ENCRYPTION_KEY", "c2VjcmV0c2VjcmV0c2VjcmV0"],
        ] as const
      ).map(([name, value]) => bad(`${name} ${value}`, /holds|value is written here/, variable(name, value))),
      bad(
        "a second container",
        /containerDefinitions\[1\].*API_KEY/,
        one(TASK, {
          containerDefinitions: JSON.stringify([
            { name: "a" },
            { name: "b", environment: [{ name: "API_KEY", value: "9f8e7d6c5b4a" }] },
          ]),
        }),
      ),
      bad("a command", /value of/, container([], { command: ["serve", "--db-password", "hunter2222"] })),
      bad("a label", /API_KEY/, container([], { dockerLabels: { API_KEY: "9f8e7d6c5b4a" } })),
      bad(
        "a log driver",
        /splunk-token/,
        container([], { logConfiguration: { options: { "splunk-token": "9f8e7d6c-5b4a" } } }),
      ),
      bad(
        "a job",
        /DB_PASSWORD/,
        one("batch/jobDefinition:JobDefinition", {
          containerProperties: JSON.stringify({ environment: [{ name: "DB_PASSWORD", value: "hunter22" }] }),
        }),
      ),
      bad(
        "a service of App Runner",
        /DB_PASSWORD/,
        one("apprunner/service:Service", {
          sourceConfiguration: {
            imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: { DB_PASSWORD: "hunter22" } } },
          },
        }),
      ),
    ],
    defers: [
      ok("unknown containers", one(TASK, { containerDefinitions: LATER })),
      ok(
        "an unknown variable",
        one("apprunner/service:Service", {
          sourceConfiguration: {
            imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: { DB_PASSWORD: LATER } } },
          },
        }),
      ),
    ],
  },
  "environment-secret-value": {
    accepts: [
      ok("a function that reads its secret", lambda({ SECRET_ARN, TABLE: "t" })),
      ok("an unknown value of another name", lambda({ TABLE: LATER })),
      ok("a build that is given it", build({ name: "NPM_TOKEN", type: "SECRETS_MANAGER", value: "npm:token" })),
      ok("a build's parameter", build({ name: "NPM_TOKEN", type: "PARAMETER_STORE", value: "npm_token" })),
      ok("a build's settings", build({ name: "STAGE", value: "prod" })),
    ],
    rejects: [
      bad("a function", /API_TOKEN/, lambda({ API_TOKEN: "9f8e7d6c5b4a" })),
      bad("a build", /NPM_TOKEN/, build({ name: "NPM_TOKEN", value: "9f8e7d6c5b4a" })),
      bad(
        "a build of the plain kind",
        /NPM_TOKEN/,
        build({ name: "NPM_TOKEN", type: "PLAINTEXT", value: "9f8e7d6c5b4a" }),
      ),
      bad("a stage", /secret/, one("apigateway/stage:Stage", { variables: { clientSecret: "9f8e7d6c5b4a" } })),
      bad(
        "a pipeline",
        /OAuthToken/,
        one("codepipeline/pipeline:Pipeline", {
          stages: [{ actions: [{ configuration: { Owner: "example", OAuthToken: "9f8e7d6c5b4a" } }] }],
        }),
      ),
      bad("a job", /password/, one("glue/job:Job", { defaultArguments: { "--db-password": "hunter22" } })),
    ],
    defers: [ok("unknown", lambda(LATER)), ok("a value that is not known", lambda({ DB_PASSWORD: LATER }))],
  },
  "amplify-secret-value": {
    accepts: [
      ok(
        "what a browser may know",
        site({
          VITE_API_ENDPOINT: "https://api.example.com",
          VITE_COGNITO_CLIENT_ID: "abc",
          VITE_STRIPE_PUBLISHABLE_KEY: "pk_live_1",
        }),
      ),
      ok("nothing", site(undefined)),
    ],
    rejects: [
      bad("a secret", /VITE_STRIPE_SECRET_KEY/, site({ VITE_STRIPE_SECRET_KEY: STRIPE })),
      bad("the way to the database", /DATABASE_HOST/, site({ DATABASE_HOST: "db.internal" })),
      bad("its address without a password", /DATABASE_URL/, site({ DATABASE_URL: "postgresql://db.internal/ehr" })),
      bad(
        "a secret of the app",
        /API_KEY/,
        one("amplify/app:App", { environmentVariables: { API_KEY: "9f8e7d6c5b4a" } }),
      ),
      bad(
        "a secret of every branch",
        /API_KEY/,
        one("amplify/app:App", { autoBranchCreationConfig: { environmentVariables: { API_KEY: "9f8e7d6c5b4a" } } }),
      ),
    ],
    defers: [ok("unknown", site(LATER))],
  },
};
