import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const ACL = "wafv2/webAcl:WebAcl";
const GROUP = { managedRuleGroupStatement: { name: "AWSManagedRulesCommonRuleSet", vendorName: "AWS" } };
const acl = (...rules: object[]) => one(ACL, { defaultAction: { allow: {} }, rules });
const blocking = { name: "rate", action: { block: {} }, statement: { rateBasedStatement: { limit: 2000 } } };
const managed = { name: "common", overrideAction: { none: {} }, statement: GROUP };
const TASK = "ecs/taskDefinition:TaskDefinition";
const task = (container: object, more: object = {}) =>
  one(TASK, { containerDefinitions: JSON.stringify([{ name: "api", image: "api", ...container }]), ...more });
const bucket = (name: string, props: object = {}): Given => ({
  type: "aws:s3/bucket:Bucket",
  name,
  props: { bucket: name, ...props },
});
const of = (type: string, name: string, props: object): Given => ({
  type: `aws:s3/${type}`,
  name: `${name}-more`,
  props: { bucket: name, ...props },
});
const lifecycle = (name: string, ...rules: object[]): Given[] => [
  bucket(name),
  of("bucketLifecycleConfiguration:BucketLifecycleConfiguration", name, { rules }),
];
const versioning = (name: string, status: unknown): Given[] => [
  bucket(name),
  of("bucketVersioning:BucketVersioning", name, { versioningConfiguration: { status } }),
];
const LOCK = "bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const lock = (name: string, retention: unknown) => [of(LOCK, name, { rule: { defaultRetention: retention } })];
const VAULT = "backup/vaultLockConfiguration:VaultLockConfiguration";

const REPOSITORY = "ecr/repository:Repository";

export const effective: CaseTable = {
  "web-firewall-counts-only": {
    accepts: [
      ok("a group that blocks", acl(managed)),
      ok("a label that is set before", acl({ name: "label", action: { count: {} }, statement: {} }, blocking)),
      ok(
        "one that refuses what it does not know",
        one(ACL, { defaultAction: { block: {} }, rules: [{ name: "office", action: { allow: {} } }] }),
      ),
      ok(
        "a group's single rule that counts",
        acl({
          ...managed,
          statement: {
            managedRuleGroupStatement: {
              ...GROUP.managedRuleGroupStatement,
              ruleActionOverrides: [{ name: "SizeRestrictions_BODY", actionToUse: { count: {} } }],
            },
          },
        }),
      ),
    ],
    rejects: [
      bad("no rules", /no rule/, one(ACL, { defaultAction: { allow: {} } })),
      bad("an empty list", /no rule/, acl()),
      bad(
        "a group that only counts",
        /counted and allowed/,
        acl(blocking, { ...managed, overrideAction: { count: {} } }),
      ),
      bad("rules that only count", /no rule blocks/, acl({ ...blocking, action: { count: {} } })),
      bad("rules that only allow", /no rule blocks/, acl({ ...blocking, action: { allow: {} } })),
    ],
    defers: [ok("unknown rules", one(ACL, { defaultAction: { allow: {} }, rules: LATER }))],
  },
  "load-balancer-request-handling": {
    accepts: [
      ok("dropped", one("lb/loadBalancer:LoadBalancer", { dropInvalidHeaderFields: true })),
      ok("a network load balancer", one("lb/loadBalancer:LoadBalancer", { loadBalancerType: "network" })),
      ok(
        "strictest",
        one("lb/loadBalancer:LoadBalancer", { desyncMitigationMode: "strictest", dropInvalidHeaderFields: true }),
      ),
    ],
    rejects: [
      bad("monitor", /smuggle/, one("lb/loadBalancer:LoadBalancer", { desyncMitigationMode: "monitor" })),
      bad("headers left alone", /headers/, one("lb/loadBalancer:LoadBalancer", {})),
      bad("headers", /headers/, one("lb/loadBalancer:LoadBalancer", { dropInvalidHeaderFields: false })),
    ],
    defers: [
      ok(
        "an unknown mode",
        one("lb/loadBalancer:LoadBalancer", { desyncMitigationMode: LATER, dropInvalidHeaderFields: true }),
      ),
    ],
  },
  "s3-lifecycle-effective": {
    accepts: [
      ok("logs for six years", lifecycle("access-logs", { status: "Enabled", expiration: { days: 2192 } })),
      ok("exports for a week", lifecycle("exports", { status: "Enabled", expiration: { days: 7 } })),
      ok(
        "results beside logs",
        lifecycle("audit", { status: "Enabled", filter: { prefix: "results/" }, expiration: { days: 30 } }),
      ),
      ok("one rule of two", lifecycle("files", { status: "Disabled" }, { status: "Enabled" })),
      ok("a name that has a log in it", lifecycle("catalogue", { status: "Enabled", expiration: { days: 30 } })),
    ],
    rejects: [
      bad("no rule that is on", /every rule is disabled/, lifecycle("files", { status: "Disabled" })),
      bad(
        "logs for a month",
        /(deleted|ends) after 30 days/,
        lifecycle("access-logs", { status: "Enabled", expiration: { days: 30 } }),
      ),
      bad(
        "audit records for a quarter",
        /deleted after 90 days/,
        lifecycle("telehealth-audit", { status: "Enabled", filter: {}, expiration: { days: 90 } }),
      ),
    ],
    defers: [ok("an unknown state", lifecycle("files", { status: LATER }))],
  },
  "s3-versioning-suspended": {
    accepts: [
      ok("on", versioning("files", "Enabled")),
      ok("recordings, where deleted means deleted", versioning("recordings", "Suspended")),
      ok("nothing", [bucket("files")]),
    ],
    rejects: [
      ...["Suspended", "Disabled", undefined].map((status) =>
        bad(String(status), /objects are lost/, versioning("files", status)),
      ),
      bad("off in the bucket", /objects are lost/, [bucket("files", { versioning: { enabled: false } })]),
    ],
    defers: [ok("an unknown state", versioning("files", LATER))],
  },
  "s3-versioning-missing": {
    accepts: [
      ok("on", versioning("patient-files", "Enabled")),
      ok("on in the bucket", [bucket("files", { versioning: { enabled: true } })]),
      ok("artifacts", [bucket("build-artifacts")]),
      ok("records of an audit", [bucket("audit-records")]),
    ],
    rejects: [
      bad("files", /objects are lost/, [bucket("files")]),
      bad("uploads", /objects are lost/, [bucket("patient-uploads")]),
    ],
  },
  "s3-access-logging": {
    accepts: [
      ok("a log", [bucket("files"), of("bucketLogging:BucketLogging", "files", { targetBucket: "logs" })]),
      ok("a log in the bucket", [bucket("files", { logging: { targetBucket: "logs" } })]),
      ok("artifacts", [bucket("build-artifacts")]),
    ],
    rejects: [
      bad("files", /who read/, [bucket("files")]),
      bad("recordings", /who read/, [bucket("session-recordings")]),
    ],
  },
  "s3-object-lock-effective": {
    accepts: [
      ok("audit records for six years", lock("audit", { mode: "COMPLIANCE", days: 2192 })),
      ok("in years", lock("audit", { mode: "GOVERNANCE", years: 6 })),
      ok("copies for a month", lock("copies", { mode: "COMPLIANCE", days: 30 })),
    ],
    rejects: [
      bad("a day", /ends after 1 days/, lock("copies", { mode: "COMPLIANCE", days: 1 })),
      bad("audit records for a month", /(deleted|ends) after 30 days/, lock("audit", { mode: "COMPLIANCE", days: 30 })),
      bad("no default", /locked only if the writer asks/, [of(LOCK, "audit", {})]),
    ],
    defers: [ok("unknown days", lock("audit", { mode: "COMPLIANCE", days: LATER }))],
  },
  "backup-vault-lock-effective": {
    accepts: [ok("five weeks", one(VAULT, { minRetentionDays: 35 }))],
    rejects: [1, undefined, 0].map((days) =>
      bad(String(days), /immediate expiry/, one(VAULT, { minRetentionDays: days })),
    ),
    defers: [ok("unknown days", one(VAULT, { minRetentionDays: LATER }))],
  },
  "kms-rotation-period": {
    accepts: [
      ok("nothing", one("kms/key:Key", {})),
      ok("ninety days", one("kms/key:Key", { rotationPeriodInDays: 90 })),
    ],
    rejects: [bad("seven years", /2560 days/, one("kms/key:Key", { rotationPeriodInDays: 2560 }))],
    defers: [ok("unknown days", one("kms/key:Key", { rotationPeriodInDays: LATER }))],
  },
  "container-privileges": {
    accepts: [
      ok("a plain one", task({}, { networkMode: "awsvpc", volumes: [{ name: "tmp" }] })),
      ok("a small port", task({ linuxParameters: { capabilities: { add: ["NET_BIND_SERVICE"], drop: ["ALL"] } } })),
      ok("not privileged", task({ privileged: false })),
    ],
    rejects: [
      bad("privileged", /root on the host/, task({ privileged: true })),
      bad("the machine's network", /shares it/, task({}, { networkMode: "host" })),
      bad("the machine's processes", /shares it/, task({}, { pidMode: "host" })),
      bad(
        "every capability",
        /weakens the container's isolation/,
        task({ linuxParameters: { capabilities: { add: ["ALL"] } } }),
      ),
      bad("the socket", /host's files/, task({}, { volumes: [{ name: "s", hostPath: "/var/run/docker.sock" }] })),
    ],
    defers: [ok("unknown containers", one(TASK, { containerDefinitions: LATER }))],
  },
  "container-hardening": {
    accepts: [
      ok(
        "a hard one",
        task({ readonlyRootFilesystem: true, user: "1000", logConfiguration: { logDriver: "awslogs" } }),
      ),
    ],
    rejects: [
      bad("one that writes", /change the program/, task({ logConfiguration: { logDriver: "awslogs" } })),
      bad("root", /as root/, task({ user: "0:0" })),
      bad("silence", /is lost/, task({ readonlyRootFilesystem: true })),
    ],
    defers: [ok("unknown containers", one(TASK, { containerDefinitions: LATER }))],
  },
  "instance-metadata-tokens": {
    accepts: [
      ok("required", one("ec2/instance:Instance", { metadataOptions: { httpTokens: "required" } })),
      ok(
        "switched off",
        one("ec2/launchTemplate:LaunchTemplate", {
          metadataOptions: { httpEndpoint: "disabled", httpTokens: "optional" },
        }),
      ),
      ok("what the image says", one("ec2/instance:Instance", {})),
    ],
    rejects: [
      bad(
        "optional",
        /without a token/,
        one("ec2/launchTemplate:LaunchTemplate", { metadataOptions: { httpTokens: "optional" } }),
      ),
    ],
    defers: [ok("an unknown one", one("ec2/instance:Instance", { metadataOptions: { httpTokens: LATER } }))],
  },
  "ecr-tags-and-scans": {
    accepts: [
      ok(
        "both",
        one(REPOSITORY, { imageTagMutability: "IMMUTABLE", imageScanningConfiguration: { scanOnPush: true } }),
      ),
      ok("a registry that scans", [
        ...one(REPOSITORY, { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" }),
        { type: "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", name: "scan", props: {} },
      ]),
    ],
    rejects: [
      bad(
        "tags that move",
        /moved/,
        one(REPOSITORY, { imageTagMutability: "MUTABLE", imageScanningConfiguration: { scanOnPush: true } }),
      ),
      bad("nothing", /moved/, one(REPOSITORY, {})),
      bad("no scan", /known vulnerabilities/, one(REPOSITORY, { imageTagMutability: "IMMUTABLE" })),
    ],
    defers: [
      ok(
        "unknown tags",
        one(REPOSITORY, { imageTagMutability: LATER, imageScanningConfiguration: { scanOnPush: true } }),
      ),
    ],
  },
};
