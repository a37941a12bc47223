import { createPublicKey } from "node:crypto";
import { z } from "zod";
import { checkEngineVersion, ENGINE_VERSION_FIX } from "../components/database/engineVersions";
import { contains, parseCidr } from "../components/shared/cidr";
import { atLeastOne, choice, count, HOST, shared, text, yesNo } from "./fields";
import { backup, breakGlass, budget, delivery, events, reminders, web } from "./operations";

/** RDS keeps automated backups for 35 days at most (Amazon Aurora User Guide, "Backing up and restoring"). */
const MAX_BACKUP_DAYS = 35;
const FARGATE_CPU = [256, 512, 1024, 2048, 4096, 8192, 16384] as const;

/** AWS allows no VPC larger than /16; a smaller one than /20 leaves no room for a fourth zone. */
const isVpcSize = (prefix: number) => prefix >= 16 && prefix <= 20;

/** RFC 1918 and RFC 6598: what nobody on the internet has. A VPC with other addresses could not reach whoever has them. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].flatMap(
  (range) => parseCidr(range) ?? [],
);

function isPrivate(text: string): boolean {
  const cidr = parseCidr(text);
  return cidr === undefined || PRIVATE.some((range) => contains(range, cidr));
}

const network = z.strictObject({
  cidr: z
    .string()
    .refine((value) => parseCidr(value) !== undefined, "is not an IPv4 network")
    .refine(
      isPrivate,
      // One problem at a time: a length says nothing of a range that cannot be used.
      {
        error:
          "is not inside of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10: its addresses belong to others",
        abort: true,
      },
    )
    .refine((value) => isVpcSize(parseCidr(value)?.prefix ?? 16), "is not between a /16 and a /20")
    .meta({ write: "The VPC's range as its first address and a length from 16 to 20, such as 10.20.0.0/16" }),
  availabilityZones: z
    .array(text(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "An availability zone of the region, such as us-east-1a"))
    .min(2, "names fewer than two zones")
    .max(4, "names more than four zones")
    .meta({
      write:
        "Two to four zones of the region, such as [us-east-1a, us-east-1b]; npm run doctor -- --real says which have all services",
    }),
  natGateways: choice(["single", "one-per-az", "none"], "single (about USD 35 a month), one-per-az, or none"),
  interfaceEndpoints: choice(["none", "minimal", "full"], "none, minimal (pull images without NAT) or full"),
});

const database = z.strictObject({
  name: text(/^[a-z][a-z0-9_]{0,62}$/, "The first database's name in lowercase, such as mentalspaceehr"),
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

/** "Create a key pair for a trusted key group signer", Amazon CloudFront Developer Guide. */
function isSigningKey(pem: string): boolean {
  if (!/^-----BEGIN PUBLIC KEY-----\n[\s\S]+\n-----END PUBLIC KEY-----\n$/.test(pem)) return false;
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
    return asymmetricKeyType === "rsa"
      ? asymmetricKeyDetails?.modulusLength === 2048
      : asymmetricKeyDetails?.namedCurve === "prime256v1";
  } catch {
    return false;
  }
}

const cdn = z.strictObject({
  signingKeys: atLeastOne(
    z.strictObject({
      name: text(/^[a-z0-9-]{1,40}$/, "A name for the key, such as 2026-a"),
      publicKey: z
        .string()
        .refine(isSigningKey, "is not a public key that CloudFront accepts")
        .meta({ write: "The PEM of a public key, RSA with 2048 bits or ECDSA P-256" }),
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
  replicateImages: yesNo(
    "true keeps a second repository in recoveryRegion, for the copies that the account's stack has made (its replicateImages)",
  ),
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

/** Everything that may differ between environments. Encryption, public access, TLS and logging may not: they are code. */
export const profileSchema = z.strictObject({
  ...shared,
  dataClass: choice(["synthetic", "anonymised", "phi"], "synthetic, anonymised or phi: what this stack's data is"),
  baaSigned: yesNo("true once the AWS Business Associate Addendum is accepted in AWS Artifact, else false"),
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
});

export type Profile = z.infer<typeof profileSchema>;
