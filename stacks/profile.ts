import { z } from "zod";
import { HANDLER_RUNTIMES } from "../components/compute/lambdaHandler";
import { checkEngineVersion, ENGINE_VERSION_FIX } from "../components/database/engineVersions";
import { parseCidr } from "../components/shared/cidr";
import { LOG_RETENTION_DAYS } from "../components/shared/logRetention";

/** Both sources keep logs for a year at least; six years is 2192. */
const LOG_CHOICES = LOG_RETENTION_DAYS.filter((days) => days >= 365);
/** RDS keeps automated backups for 35 days at most (Amazon Aurora User Guide, "Backing up and restoring"). */
const MAX_BACKUP_DAYS = 35;
/** Lower case, no trailing dot; ACM takes 64 characters for a certificate's name, and "video." is put before ours. */
const HOST = /^(?=.{4,58}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

const FARGATE_CPU = [256, 512, 1024, 2048, 4096, 8192, 16384] as const;

/** `write` is what an error tells the user to type, and the explanation in docs/configuration.md. */
const text = (pattern: RegExp, write: string) => z.string().regex(pattern).meta({ write });
const choice = <const T extends readonly [string, ...string[]]>(values: T, write: string) =>
  z.enum(values).meta({ write });
const count = (min: number, max: number, write: string) => z.number().int().min(min).max(max).meta({ write });
const email = (write: string) => z.email("is not an e-mail address").meta({ write });
const yesNo = (write: string) => z.boolean().meta({ write });

/** AWS allows no VPC larger than /16; a smaller one than /20 leaves no room for a fourth zone. */
const isVpcSize = (prefix: number) => prefix >= 16 && prefix <= 20;

const atLeastOne = <T extends z.ZodType>(schema: T) => z.tuple([schema], schema);
const region = (write: string) => text(/^[a-z]{2}(-[a-z]+)+-\d$/, write);

const logDays = (use: string) =>
  z
    .number()
    .refine((days) => LOG_CHOICES.includes(days), "is not a retention of a year or more that CloudWatch offers")
    .meta({ write: `${use}: one of ${LOG_CHOICES.join(", ")}` });

const network = z.strictObject({
  cidr: z
    .string()
    .refine((value) => parseCidr(value) !== undefined, "is not an IPv4 network")
    .refine((value) => isVpcSize(parseCidr(value)?.prefix ?? 16), "is not between a /16 and a /20")
    .meta({ write: "The VPC's range as its first address and a length from 16 to 20, such as 10.20.0.0/16" }),
  availabilityZones: z
    .array(text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "An availability zone of the region, such as us-east-1a"))
    .min(2, "names fewer than two zones")
    .max(4, "names more than four zones")
    .meta({ write: "Two to four zones of the region, such as [us-east-1a, us-east-1b]; not us-east-1e" }),
  natGateways: choice(["single", "one-per-az", "none"], "single (about USD 35 a month), one-per-az, or none"),
  interfaceEndpoints: choice(["none", "minimal", "full"], "none, minimal (pull images without NAT) or full"),
});

const database = z.strictObject({
  name: text(/^[a-z][a-z0-9_]{0,62}$/, "The first database's name in lower case, such as mentalspaceehr"),
  username: text(/^[a-z][a-z0-9_]{0,15}$/, "The master user, such as postgres"),
  engineVersion: z
    .string()
    .superRefine((value, context) => {
      const problem = checkEngineVersion(value);
      if (problem !== undefined) context.addIssue({ code: "custom", message: problem });
    })
    .meta({ write: `${ENGINE_VERSION_FIX}; in quotes, since 15.10 without them is the number 15.1` }),
  minCapacity: z
    .number()
    .min(0)
    .max(256)
    .multipleOf(0.5)
    .meta({ write: "ACUs from 0 (pauses when idle) in steps of 0.5" }),
  maxCapacity: z.number().min(1).max(256).multipleOf(0.5).meta({ write: "ACUs from 1 to 256 in steps of 0.5" }),
  pauseAfterSeconds: count(
    300,
    86_400,
    "Idle seconds before a pause, 300 to 86400; only with minCapacity 0",
  ).optional(),
  readers: count(0, 15, "Readers beside the writer; staging and prod want at least 1 for failover"),
  backupRetentionDays: count(1, MAX_BACKUP_DAYS, "Days of point-in-time recovery, 1 to 35"),
  storage: choice(["standard", "io-optimized"], "standard, or io-optimized once I/O is over a quarter of the bill"),
  insights: choice(["standard", "advanced"], "standard, or advanced for 15 months of Performance Insights"),
  proxy: yesNo("true puts RDS Proxy in front (needs minCapacity above 0), else false"),
  finalSnapshotSuffix: text(
    /^[a-z0-9](-?[a-z0-9])*$/,
    "Ends the name of the last snapshot; set it before a stack is destroyed, such as 2026-11, and that snapshot is kept",
  ).optional(),
  applyImmediately: yesNo("true applies changes at once, false waits for the maintenance window"),
});

const files = z.strictObject({
  malwareScan: yesNo("true opens an uploaded file only once GuardDuty has found it clean, else false"),
  keepNoncurrentDays: count(1, 3653, "Days that a replaced or deleted file can be restored, such as 30"),
  intelligentTiering: yesNo("true moves files that nobody reads to cheaper storage, else false"),
  replicate: yesNo("true copies every new file to recoveryRegion, else false"),
});

const videos = z.strictObject({
  replicate: yesNo("true copies every new recording to recoveryRegion (needs keepVersions), else false"),
  keepVersions: yesNo("true if recordings must be in backups or replicas (both need versions), else false"),
  archiveAfterDays: count(90, 3650, "Days before a recording moves to archive storage, such as 90"),
  archiveClass: choice(
    ["GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"],
    "GLACIER_IR plays at once; GLACIER and DEEP_ARCHIVE answer 403 until they are restored",
  ),
  retentionDays: count(180, 36_500, "Days before a recording is deleted; 2192 is the six years of 164.316(b)(2)(i)"),
});

const cdn = z.strictObject({
  signingKeys: atLeastOne(
    z.strictObject({
      name: text(/^[a-z0-9-]{1,40}$/, "A name for the key, such as 2026-a"),
      publicKey: text(
        /^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----\n$/,
        "The PEM of an RSA 2048 public key",
      ),
    }),
  ).meta({ write: "One or two public keys: openssl genrsa 2048, then openssl rsa -pubout (docs/video-signing.md)" }),
  countries: atLeastOne(text(/^[A-Z]{2}$/, "An ISO 3166 country code, such as US")).meta({
    write: "The countries that may watch, such as [US]",
  }),
});

const oidc = z.strictObject({
  name: text(/^[A-Za-z][\w-]{2,31}$/, "The provider's name on the sign-in page, such as Google"),
  issuer: text(/^https:\/\/\S+[^/]$/, "Its address without a slash at the end, such as https://accounts.example.com"),
  clientId: text(/^\S+$/, "What it calls this application; the secret goes into telehealth:oidcClientSecret"),
  domainPrefix: text(/^[a-z0-9][a-z0-9-]{1,60}[a-z0-9]$/, "First label of the sign-in page, unique in all of AWS"),
});

const identity = z.strictObject({
  oidc: oidc.optional(),
  email: z
    .strictObject({
      sourceArn: text(/^arn:aws:ses:[a-z0-9-]+:\d{12}:identity\/.+$/, "The ARN of a verified SES identity"),
      from: text(/@/, "The sender, such as Clinic <no-reply@example.com>"),
    })
    .optional(),
  sms: yesNo("true offers SMS codes beside authenticator apps (needs an SMS origination number), else false"),
  threatProtection: choice(["off", "audit", "enforced"], "off, audit or enforced; the last two need the Plus tier"),
});

const service = z.strictObject({
  entry: choice(
    ["load-balancer", "rest-api"],
    "load-balancer, or rest-api for API Gateway with a private load balancer behind it (docs/decisions.md)",
  ),
  webhookPaths: z
    .array(text(/^\/[a-z0-9-]+\/$/, "The first part of a path between slashes, such as /webhooks/"))
    .meta({ write: "Paths that vendors call, which bot rules leave alone, such as [/webhooks/]; [] for none" }),
  imageTag: text(
    /^[\w][\w.-]{0,127}$/,
    "The tag to run from this stack's own repository; leave it out until the first image is pushed: a stand-in answers /health",
  ).optional(),
  port: count(1024, 65_535, "The port the container listens on, above 1023 since it does not run as root"),
  cpu: z.literal(FARGATE_CPU).meta({ write: `Fargate CPU units: ${FARGATE_CPU.join(", ")}` }),
  memory: count(512, 122_880, "MiB that Fargate allows with that cpu, such as 1024"),
  migrationTag: text(
    /^[\w][\w.-]{0,127}$/,
    "The tag that the migration task runs, to migrate before the API of the same release starts; imageTag without it",
  ).optional(),
  migrateCommand: z
    .array(text(/\S/, "A word of the command"))
    .min(1, "names no command")
    .meta({ write: "What migrates the database, run in the image: [alembic, upgrade, head]" }),
  minTasks: count(1, 1000, "Tasks at night; 2 or more to survive the loss of a zone"),
  maxTasks: count(1, 1000, "Tasks at the busiest hour"),
  deployment: choice(["rolling", "blue-green"], "rolling or blue-green"),
});

const alerts = z.strictObject({
  emails: atLeastOne(email("Who is told, such as oncall@example.com")).meta({
    write: "Who is told of alarms by e-mail; each has to confirm once",
  }),
});

const budget = z.strictObject({
  monthlyUsd: count(1, 1_000_000, "What this stack may cost a month in USD, such as 600"),
  emails: z
    .array(email("Who is told of the budget, such as finance@example.com"))
    .max(10, "names more than ten addresses")
    .meta({ write: "Who is told of the budget beside the alerts; [] for nobody else" }),
});

const kept = z.strictObject({
  snapshotDays: count(1, 3650, "Days that each snapshot is kept, such as 35"),
  weeklyDays: count(7, 3650, "Days that the snapshot of each week is kept, such as 90").optional(),
  monthlyDays: count(31, 3650, "Days that the snapshot of each month is kept, such as 365").optional(),
});
const backup = z.strictObject({
  objectives: z.strictObject({
    rpoMinutes: count(5, 10_080, "Minutes of work that damage in this region may cost, such as 15"),
    regionRpoMinutes: count(
      60,
      10_080,
      "Minutes of work that the loss of this region may cost, such as 1620; needs copy",
    ).optional(),
    rtoMinutes: count(15, 10_080, "Minutes until everything works again, such as 240"),
  }),
  retention: kept,
  copy: kept.optional().meta({ write: "How long copies in recoveryRegion are kept, written like retention" }),
  continuousBucketDays: count(
    1,
    MAX_BACKUP_DAYS,
    "Days to any second of which buckets can go back, 1 to 35",
  ).optional(),
  lock: z
    .union([
      z.literal("none"),
      z.strictObject({
        mode: z.literal("governance"),
        minDays: count(1, 3650, "No backup goes before so many days"),
        maxDays: count(1, 36_500, "No backup stays longer than so many days"),
      }),
      z.strictObject({
        mode: z.literal("compliance"),
        minDays: count(1, 3650, "No backup goes before so many days"),
        maxDays: count(1, 36_500, "No backup stays longer than so many days"),
        changeableForDays: count(3, 365, "Days until nobody, AWS included, can take the lock off again"),
      }),
    ])
    .meta({ write: "none, or mode (governance or compliance) with minDays and maxDays" }),
  restoreTests: z
    .strictObject({
      schedule: text(/^cron\(.+\)$/, "When a restore is tried, such as cron(0 9 ? * TUE#1 *)"),
    })
    .optional(),
});

const instant = (write: string) => text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/, write);
const breakGlass = z.strictObject({
  people: atLeastOne(text(/^arn:aws:iam::\d{12}:user\/\S+$/, "The ARN of an IAM user with MFA")).meta({
    write: "The IAM users who may open the door for emergencies",
  }),
  access: z
    .union([
      z.literal("closed"),
      z.strictObject({
        from: instant("The first moment in UTC, such as 2026-11-24T09:00:00Z"),
        until: instant("The last moment in UTC, up to 12 hours later"),
        reason: text(/\S{3}/, "The incident, without a patient's data"),
      }),
    ])
    .meta({ write: "closed, or from, until and reason while there is an emergency" }),
});

const source = z.discriminatedUnion("provider", [
  z.strictObject({
    provider: z.literal("github"),
    repository: text(/^[\w.-]+\/[\w.-]+$/, "owner/name"),
    branch: text(/^\S+$/, "The branch, such as main"),
  }),
  z.strictObject({
    provider: z.literal("codecommit"),
    repositoryName: text(/^[\w.-]{1,100}$/, "The name of a CodeCommit repository of this account and region"),
    branch: text(/^\S+$/, "The branch, such as main"),
  }),
]);
const delivery = z.strictObject({
  application: source.meta({
    write: "provider github with repository and branch, or codecommit with repositoryName and branch",
  }),
  infrastructure: source.meta({ write: "The repository of this program, written like application" }),
  backendUrl: text(/^s3:\/\/\S+$/, "Where this stack's state is: what `pulumi login` was given, such as s3://..."),
  approval: yesNo("true asks a person before a release; a stack with PHI needs it"),
});

const reminders = z.strictObject({
  expression: text(/^(cron|rate|at)\(.+\)$/, "When reminders are prepared, such as cron(0 8 * * ? *)"),
  timezone: text(/^[A-Za-z]+(\/[A-Za-z_]+)+$/, "The time zone of the clinic, such as America/New_York"),
  enabled: yesNo("true sends; false where the data is a copy with people's real numbers"),
});

const events = z.strictObject({
  codePath: text(
    /^[\w./-]+$/,
    "The folder or zip file with the function's code, seen from this repository, such as events",
  ),
  handler: text(/^\S+\.\w+$/, "The function in that code, as its file and name: index.handler"),
  runtime: choice(HANDLER_RUNTIMES, `The language it runs in: ${HANDLER_RUNTIMES.join(", ")}`),
  reservedConcurrency: count(2, 500, "How many events are worked off at a time, 2 or more"),
});

const web = z.strictObject({
  branch: text(/^[a-z0-9-]{1,60}$/, "The branch that is shown, in small letters, such as main"),
  stage: choice(["PRODUCTION", "BETA", "DEVELOPMENT"], "PRODUCTION, BETA or DEVELOPMENT"),
  repositoryUrl: text(
    /^https:\/\/[a-z0-9.-]+(\/[\w.-]+){2,}$/,
    "The git repository that Amplify builds, with its token in the secret telehealth:webAccessToken; builds come by hand without it",
  ).optional(),
  basicAuthUser: text(
    /^[\w.-]{1,60}$/,
    "Who may look at a site that is not public, with the password in the secret telehealth:webPassword; anybody without it",
  ).optional(),
});

/** Secrets of the configuration. They are no part of the profile: what needs one asks Pulumi for it and keeps it wrapped. */
export const SECRET_SETTINGS: readonly string[] = ["oidcClientSecret", "webAccessToken", "webPassword"];

/** Everything that may differ between environments. Encryption, public access, TLS and logging may not: they are code. */
export const profileSchema = z.strictObject({
  accountId: text(/^\d{12}$/, 'The twelve digits of the AWS account, in quotes: "111122223333"'),
  region: region("The region that everything runs in, such as us-east-1"),
  recoveryRegion: region("Another region, for copies that survive the loss of the first, such as us-west-2"),
  dataClass: choice(["synthetic", "anonymised", "phi"], "synthetic, anonymised or phi: what this stack's data is"),
  baaSigned: yesNo("true once the AWS Business Associate Addendum is accepted in AWS Artifact, else false"),
  owner: email("The e-mail address of the team that answers for this stack"),
  deletionProtection: yesNo("true everywhere but in a stack that may vanish"),
  domain: z.strictObject({
    name: text(HOST, "The domain this stack serves, such as staging.telehealth.example.com"),
    hostedZoneId: text(/^Z[A-Z0-9]{8,31}$/, "The id of its Route 53 hosted zone, such as Z0123456789ABCDEFGHIJ"),
    browserOrigins: atLeastOne(
      text(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, "An https origin without a path, such as https://app.example.com"),
    ).meta({
      write: "The origins the web app is served from, such as [https://app.example.com, https://example.com]",
    }),
  }),
  network,
  database,
  files,
  videos,
  cdn,
  identity,
  service,
  alerts,
  backup,
  budget,
  breakGlass: breakGlass.optional(),
  delivery: delivery.optional(),
  roleBoundary: text(
    /^[\w+=,.@/-]{1,128}$/,
    "The name of the permissions boundary that roles get where a deploy role applies this stack (docs/delivery.md)",
  ).optional(),
  reminders: reminders.optional(),
  events: events.optional(),
  web: web.optional(),
  integrations: z
    .array(z.enum(["stripe", "twilio", "jotform"]).meta({ write: "stripe, twilio or jotform" }))
    .meta({ write: "Vendors that the API calls, each with a secret of its own: any of [stripe, twilio, jotform]" }),
  logs: z.strictObject({
    retentionDays: logDays("Days for logs of operation"),
    auditRetentionDays: logDays("Days for logs that say who saw what (database, sign-ins, files, recordings)"),
  }),
});

export type Profile = z.infer<typeof profileSchema>;
