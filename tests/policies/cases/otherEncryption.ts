import { LATER } from "../runner";
import { bad, type Case, type CaseTable, KEY, keyCases, ok, one, type Rejected } from "./case";

const CONFIG = "s3/bucketReplicationConfig:BucketReplicationConfig";
const replication = (rule: object) =>
  one(CONFIG, { bucket: "videos", rules: [{ status: "Enabled", ...rule, id: "all" }] });
const taken = { sseKmsEncryptedObjects: { status: "Enabled" } };
const copied = (key: unknown) => ({ bucket: "arn:aws:s3:::copy", encryptionConfiguration: { replicaKmsKeyId: key } });
const EMR = "emr/securityConfiguration:SecurityConfiguration";
const security = (rest: object, more: object = {}) =>
  one(EMR, {
    configuration: JSON.stringify({
      EncryptionConfiguration: {
        EnableAtRestEncryption: true,
        EnableInTransitEncryption: true,
        AtRestEncryptionConfiguration: { S3EncryptionConfiguration: rest },
        ...more,
      },
    }),
  });

/** A key, then the same with no key, for further types of a rule. */
function types(places: Readonly<Record<string, (key?: string) => Record<string, unknown>>>): {
  accepts: Case[];
  rejects: Rejected[];
} {
  const all = Object.entries(places);
  return {
    accepts: all.map(([type, wrap]) => ok(type, one(type, wrap(KEY)))),
    rejects: all.map(([type, wrap]) => bad(`${type} with no key`, /no key named/, one(type, wrap()))),
  };
}
const joined = (cases: ReturnType<typeof keyCases>, more: ReturnType<typeof types>) => ({
  ...cases,
  accepts: [...cases.accepts, ...more.accepts],
  rejects: [...cases.rejects, ...more.rejects],
});

export const otherEncryption: CaseTable = {
  "event-and-workflow-encryption": joined(
    keyCases("cloudwatch/eventArchive:EventArchive", (kmsKeyIdentifier) => ({ kmsKeyIdentifier }), LATER),
    types({
      "cloudwatch/eventBus:EventBus": (kmsKeyIdentifier) => ({ name: "bus", kmsKeyIdentifier }),
      "sfn/stateMachine:StateMachine": (kmsKeyId) => ({ encryptionConfiguration: { kmsKeyId } }),
    }),
  ),
  "contact-centre-encryption": joined(
    keyCases("customerprofiles/domain:Domain", (defaultEncryptionKey) => ({ defaultEncryptionKey }), LATER),
    types({
      "connect/instanceStorageConfig:InstanceStorageConfig": (keyId) => ({
        storageConfig: { s3Config: { bucketName: "calls", encryptionConfig: { keyId, encryptionType: "KMS" } } },
      }),
    }),
  ),
  "model-data-encryption": joined(
    keyCases("bedrock/agentAgent:AgentAgent", (customerEncryptionKeyArn) => ({ customerEncryptionKeyArn }), LATER),
    types({
      "sagemaker/trainingJob:TrainingJob": (kmsKeyId) => ({ outputDataConfig: { s3OutputPath: "s3://x", kmsKeyId } }),
      "sagemaker/endpointConfiguration:EndpointConfiguration": (kmsKeyId) => ({
        dataCaptureConfig: { enableCapture: true, kmsKeyId },
      }),
    }),
  ),
  "data-pipeline-encryption": joined(
    keyCases("rds/integration:Integration", (kmsKeyId) => ({ kmsKeyId }), LATER),
    types({
      "opensearchingest/pipeline:Pipeline": (kmsKeyArn) => ({ encryptionAtRestOptions: { kmsKeyArn } }),
      "timestreamwrite/table:Table": (kmsKeyId) => ({
        magneticStoreWriteProperties: {
          magneticStoreRejectedDataLocation: { s3Configuration: { bucketName: "rejected", kmsKeyId } },
        },
      }),
    }),
  ),
  "findings-and-inventory-encryption": joined(
    keyCases(
      "backup/logicallyAirGappedVault:LogicallyAirGappedVault",
      (encryptionKeyArn) => ({ encryptionKeyArn }),
      LATER,
    ),
    types({
      "apprunner/service:Service": (kmsKey) => ({ encryptionConfiguration: { kmsKey } }),
      "s3/vectorsVectorBucket:VectorsVectorBucket": (kmsKeyArn) => ({ encryptionConfigurations: [{ kmsKeyArn }] }),
    }),
  ),
  "image-and-copy-encryption": {
    accepts: [
      ok(
        "a recipe",
        one("imagebuilder/imageRecipe:ImageRecipe", {
          blockDeviceMappings: [{ ebs: { encrypted: "true", kmsKeyId: KEY } }],
        }),
      ),
      ok(
        "an image of snapshots",
        one("ec2/ami:Ami", { ebsBlockDevices: [{ deviceName: "/dev/xvda", snapshotId: "snap-1" }] }),
      ),
      ok(
        "snapshots that stay in the region",
        one("dlm/lifecyclePolicy:LifecyclePolicy", { policyDetails: { schedules: [{ name: "daily" }] } }),
      ),
      ok("a container's recipe without disks", one("imagebuilder/containerRecipe:ContainerRecipe", {})),
    ],
    rejects: [
      bad("a recipe that says nothing", /not encrypted/, one("imagebuilder/imageRecipe:ImageRecipe", {})),
      bad(
        "an image with a disk in the clear",
        /not encrypted/,
        one("ec2/ami:Ami", { ebsBlockDevices: [{ deviceName: "/dev/xvda" }] }),
      ),
      bad("an import in the clear", /not encrypted/, one("ebs/snapshotImport:SnapshotImport", { encrypted: false })),
      bad(
        "a copy to another region in the clear",
        /not encrypted/,
        one("dlm/lifecyclePolicy:LifecyclePolicy", {
          policyDetails: { schedules: [{ crossRegionCopyRules: [{ encrypted: false }] }] },
        }),
      ),
      bad(
        "a fleet in the clear",
        /not encrypted/,
        one("ec2/spotFleetRequest:SpotFleetRequest", { launchSpecifications: [{ ami: "ami-1" }] }),
      ),
      bad(
        "AWS's key as the default",
        /key that AWS manages/,
        one("ebs/defaultKmsKey:DefaultKmsKey", { keyArn: "alias/aws/ebs" }),
      ),
    ],
    defers: [ok("an unknown key", one("ebs/snapshotImport:SnapshotImport", { encrypted: true, kmsKeyId: LATER }))],
  },
  "storage-gateway-encryption": {
    accepts: [ok("a share", one("storagegateway/nfsFileShare:NfsFileShare", { kmsEncrypted: true, kmsKeyArn: KEY }))],
    rejects: [
      bad("nothing", /key that AWS owns/, one("storagegateway/smbFileShare:SmbFileShare", {})),
      bad("no key", /no key named/, one("storagegateway/cachesIscsiVolume:CachesIscsiVolume", { kmsEncrypted: true })),
    ],
    defers: [
      ok("an unknown key", one("storagegateway/nfsFileShare:NfsFileShare", { kmsEncrypted: true, kmsKeyArn: LATER })),
    ],
  },
  "replica-encryption": {
    accepts: [
      ok("a replica under a key", replication({ sourceSelectionCriteria: taken, destination: copied(KEY) })),
      ok(
        "an existing file system",
        one("efs/replicationConfiguration:ReplicationConfiguration", { destination: { fileSystemId: "fs-1" } }),
      ),
      ok("logs of load balancers", [
        ...one("s3/bucket:Bucket", { bucket: "logs" }),
        {
          type: `aws:${CONFIG}`,
          name: "copy",
          props: { bucket: "logs", rules: [{ status: "Enabled", destination: { bucket: "b" } }] },
        },
        {
          type: "aws:lb/loadBalancer:LoadBalancer",
          name: "alb",
          props: { accessLogs: { bucket: "logs", enabled: true } },
        },
      ]),
    ],
    rejects: [
      bad("a rule that is off", /nothing is replicated/, replication({ status: "Disabled", destination: copied(KEY) })),
      bad("objects under a key left out", /not replicated/, replication({ destination: copied(KEY) })),
      bad("no key", /no key named/, replication({ sourceSelectionCriteria: taken, destination: { bucket: "b" } })),
      bad(
        "AWS's key",
        /key that AWS manages/,
        replication({ sourceSelectionCriteria: taken, destination: copied("alias/aws/s3") }),
      ),
      bad(
        "EFS without a key",
        /no key named/,
        one("efs/replicationConfiguration:ReplicationConfiguration", { destination: { region: "us-west-2" } }),
      ),
    ],
    defers: [ok("an unknown key", replication({ sourceSelectionCriteria: taken, destination: copied(LATER) }))],
  },
  "analytics-security-configuration": {
    accepts: [
      ok("a configuration", security({ EncryptionMode: "SSE-KMS", AwsKmsKey: KEY })),
      ok("a job that has one", one("glue/job:Job", { securityConfiguration: "encrypted" })),
    ],
    rejects: [
      bad("nothing", /stored is not encrypted/, one(EMR, { configuration: "{}" })),
      bad("what is not JSON", /stored is not encrypted/, one(EMR, { configuration: "x" })),
      bad("no TLS", /between the nodes/, security({}, { EnableInTransitEncryption: false })),
      bad("a key of AWS", /SSE-S3/, security({ EncryptionMode: "SSE-S3" })),
      ...["glue/job:Job", "glue/crawler:Crawler", "emr/cluster:Cluster"].map((type) =>
        bad(`${type} without one`, /not encrypted/, one(type, {})),
      ),
    ],
    defers: [ok("an unknown one", one("glue/job:Job", { securityConfiguration: LATER }))],
  },
};
