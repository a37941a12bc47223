import { LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, KEY, ok, one } from "./case";

const VOLUME = "ebs/volume:Volume";
const INSTANCE = "ec2/instance:Instance";
const TEMPLATE = "ec2/launchTemplate:LaunchTemplate";
const CLUSTER = "ecs/cluster:Cluster";
const SERVICE = "ecs/service:Service";
const EKS = "eks/cluster:Cluster";
const disk = { encrypted: true, kmsKeyId: KEY };

export const computeEncryption: CaseTable = {
  "volume-encryption": {
    accepts: [
      ok("a volume", one(VOLUME, disk)),
      ok("an instance", one(INSTANCE, { rootBlockDevice: disk, ebsBlockDevices: [disk] })),
      ok("an instance of a template, which is judged there", one(INSTANCE, { launchTemplate: { id: "lt-1" } })),
      ok(
        "a template",
        one(TEMPLATE, {
          imageId: "ami-1",
          blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", kmsKeyId: KEY } }],
        }),
      ),
      ok("a template with a memory disk only", one(TEMPLATE, { blockDeviceMappings: [{ virtualName: "ephemeral0" }] })),
      ok("encryption by default", one("ebs/encryptionByDefault:EncryptionByDefault", { enabled: true })),
      ok("a service without volumes", one(SERVICE, {})),
    ],
    rejects: [
      bad("a volume in the clear", /disk is not encrypted/, one(VOLUME, {})),
      bad("a volume without a key", /no key named/, one(VOLUME, { encrypted: true })),
      bad("an instance that says nothing of its root", /not encrypted/, one(INSTANCE, { ami: "ami-1" })),
      bad(
        "a second disk in the clear",
        /not encrypted/,
        one(INSTANCE, { rootBlockDevice: disk, ebsBlockDevices: [disk, { encrypted: false }] }),
      ),
      bad(
        "a template in the clear",
        /not encrypted/,
        one(TEMPLATE, { blockDeviceMappings: [{ ebs: { volumeSize: 8 } }] }),
      ),
      bad("a template that says nothing of its disks", /not encrypted/, one(TEMPLATE, { imageId: "ami-1" })),
      bad(
        "no encryption by default",
        /by default/,
        one("ebs/encryptionByDefault:EncryptionByDefault", { enabled: false }),
      ),
      bad("a copy of a snapshot in the clear", /not encrypted/, one("ebs/snapshotCopy:SnapshotCopy", {})),
      bad(
        "a volume of a service in the clear",
        /not encrypted/,
        one(SERVICE, { volumeConfiguration: { name: "v", managedEbsVolume: { roleArn: "arn:r", encrypted: false } } }),
      ),
    ],
    defers: [
      ok("a key made in the same update", one(VOLUME, { encrypted: true, kmsKeyId: LATER })),
      ok("mappings that are not known", one(TEMPLATE, { blockDeviceMappings: LATER_LIST })),
    ],
  },
  "ecr-encryption": {
    accepts: [
      ok(
        "a key of ours",
        one("ecr/repository:Repository", { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: KEY }] }),
      ),
    ],
    rejects: [
      bad("nothing", /AES256/, one("ecr/repository:Repository", {})),
      bad("an empty list", /AES256/, one("ecr/repository:Repository", { encryptionConfigurations: [] })),
      bad(
        "AES256",
        /AES256/,
        one("ecr/repository:Repository", { encryptionConfigurations: [{ encryptionType: "AES256" }] }),
      ),
      bad(
        "KMS without a key",
        /no key named/,
        one("ecr/repository:Repository", { encryptionConfigurations: [{ encryptionType: "KMS" }] }),
      ),
    ],
    defers: [
      ok(
        "an unknown key",
        one("ecr/repository:Repository", { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: LATER }] }),
      ),
    ],
  },
  "ecs-storage-and-exec-encryption": {
    accepts: [
      ok("no exec configuration", one(CLUSTER, {})),
      ok(
        "sessions and their log encrypted",
        one(CLUSTER, {
          configuration: {
            executeCommandConfiguration: {
              kmsKeyId: KEY,
              logging: "OVERRIDE",
              logConfiguration: { cloudWatchLogGroupName: "exec", cloudWatchEncryptionEnabled: true },
            },
          },
        }),
      ),
    ],
    rejects: [
      bad(
        "sessions without a key",
        /no key named/,
        one(CLUSTER, { configuration: { executeCommandConfiguration: { logging: "DEFAULT" } } }),
      ),
      bad(
        "a log in the clear",
        /logged unencrypted/,
        one(CLUSTER, {
          configuration: {
            executeCommandConfiguration: {
              kmsKeyId: KEY,
              logConfiguration: { cloudWatchLogGroupName: "exec", cloudWatchEncryptionEnabled: false },
            },
          },
        }),
      ),
      bad(
        "storage with the key of AWS",
        /AWS manages/,
        one(CLUSTER, {
          configuration: { managedStorageConfiguration: { fargateEphemeralStorageKmsKeyId: "alias/aws/ebs" } },
        }),
      ),
    ],
    defers: [
      ok("an unknown key", one(CLUSTER, { configuration: { executeCommandConfiguration: { kmsKeyId: LATER } } })),
    ],
  },
  "lambda-environment-encryption": {
    accepts: [
      ok("no environment", one("lambda/function:Function", {})),
      ok("an empty one", one("lambda/function:Function", { environment: { variables: {} } })),
      ok("a key of ours", one("lambda/function:Function", { environment: { variables: { A: "b" } }, kmsKeyArn: KEY })),
    ],
    rejects: [
      bad("no key", /no key named/, one("lambda/function:Function", { environment: { variables: { A: "b" } } })),
    ],
    defers: [
      ok(
        "an unknown key",
        one("lambda/function:Function", { environment: { variables: { A: LATER } }, kmsKeyArn: LATER }),
      ),
    ],
  },
  "eks-secrets-encryption": {
    accepts: [
      ok("a key of ours", one(EKS, { encryptionConfig: { resources: ["secrets"], provider: { keyArn: KEY } } })),
    ],
    rejects: [bad("nothing", /no key named/, one(EKS, {}))],
    defers: [ok("an unknown key", one(EKS, { encryptionConfig: { provider: { keyArn: LATER } } }))],
  },
};
