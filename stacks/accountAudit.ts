import { AccessAnalyzer } from "../components/audit/accessAnalyzer";
import { AuditAlarms } from "../components/audit/auditAlarms";
import { AuditTrail } from "../components/audit/auditTrail";
import { Configuration } from "../components/audit/configuration";
import { ConformancePack } from "../components/audit/conformancePack";
import { Inspector } from "../components/audit/inspector";
import { SecurityHub } from "../components/audit/securityHub";
import { ThreatDetection } from "../components/audit/threatDetection";
import { cloudTrailGrants, configGrant } from "../components/security/keyGrants";
import type { AccountContext, AccountParts } from "./accountContext";
import type { AccountProfile } from "./accountProfile";
import { createKey } from "./keys";

/** Buckets of an environment that patients' data is in, by the word in their names; their replicas begin the same way. */
const PHI_BUCKETS = ["files", "videos", "imports"];

/** The trail of all calls, in a protected bucket, and the alarms on the events that people must hear of. */
export function createTrail(
  context: AccountContext,
  profile: AccountProfile,
  { logsKey, topicArn, accessLogBucket }: AccountParts,
  breakGlassRoleNames: readonly string[],
): AuditTrail {
  const { location, project, environments, deletionProtection, opts } = context;
  const trailName = `${project}-audit`;
  const trail = new AuditTrail(
    "trail",
    {
      trailName,
      bucketName: `${project}-trail-${location.accountId}`,
      accessLogBucket,
      kmsKeyArn: createKey(context, "trail", "Audit trail", cloudTrailGrants(location, trailName)).arn,
      logKmsKeyArn: logsKey.arn,
      logRetentionDays: profile.logs.retentionDays,
      phiBucketPrefixes: environments.flatMap((stack) =>
        PHI_BUCKETS.map((purpose) => `${project}-${stack}-${purpose}-`),
      ),
      lock: profile.trailLock,
      location,
      deletionProtection,
    },
    opts,
  );
  const deployRoleNames =
    profile.repository === undefined ? [] : environments.map((stack) => `deploy-${project}-${stack}`);
  new AuditAlarms("audit", { logGroupName: trail.logGroupName, topicArn, breakGlassRoleNames, deployRoleNames }, opts);
  return trail;
}

/** What AWS itself watches in every region in use: threats, access from outside, packages, and settings against the rules. */
export function createFindings(context: AccountContext, { topicArn, accessLogBucket }: AccountParts): ConformancePack {
  const { location, project, regions, deletionProtection, opts } = context;
  new ThreatDetection("threats", { location, regions, topicArn }, opts);
  new AccessAnalyzer("access", { namePrefix: project, location, regions }, opts);
  new Inspector("packages", { location, regions }, opts);
  const history = new Configuration(
    "history",
    {
      bucketName: `${project}-config-${location.accountId}`,
      accessLogBucket,
      kmsKeyArn: createKey(context, "config", "History of configurations", [configGrant(location)]).arn,
      location,
      regions,
      deletionProtection,
    },
    opts,
  );
  const { region } = location;
  const recording = history.recordings[region] ?? history;
  const pack = new ConformancePack("hipaa", { packName: `${project}-hipaa`, region, recording }, opts);
  // Its controls are rules of AWS Config, which has to record by then.
  new SecurityHub("hub", { location, regions }, { ...opts, dependsOn: Object.values(history.recordings) });
  return pack;
}
