import { LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

export const otherDeletion: CaseTable = {
  "service-deletion-protection": {
    accepts: [
      ok("a cluster", one("eks/cluster:Cluster", { deletionProtection: true })),
      ok("an event store that says nothing", one("cloudtrail/eventDataStore:EventDataStore", {})),
      ok("a log group that says nothing", one("cloudwatch/logGroup:LogGroup", {})),
      ok("a policy store", one("verifiedpermissions/policyStore:PolicyStore", { deletionProtection: "ENABLED" })),
    ],
    rejects: [
      bad("a cluster that says nothing", /a single API call/, one("eks/cluster:Cluster", {})),
      bad(
        "false on a log group",
        /a single API call/,
        one("cloudwatch/logGroup:LogGroup", { deletionProtectionEnabled: false }),
      ),
      bad(
        "false on an event store",
        /a single API call/,
        one("cloudtrail/eventDataStore:EventDataStore", { terminationProtectionEnabled: "false" }),
      ),
      bad("a policy store", /ENABLED/, one("verifiedpermissions/policyStore:PolicyStore", {})),
    ],
    defers: [ok("an unknown flag", one("eks/cluster:Cluster", { deletionProtection: LATER }))],
  },
  "instance-termination-protection": {
    accepts: [ok("a machine", one("ec2/instance:Instance", { disableApiTermination: true }))],
    rejects: [
      bad("a machine that says nothing", /a single API call/, one("ec2/instance:Instance", {})),
      bad("a cluster", /a single API call/, one("emr/cluster:Cluster", { terminationProtection: false })),
    ],
  },
  "final-snapshot-named": {
    accepts: [ok("a name", one("memorydb/cluster:Cluster", { finalSnapshotName: "last" }))],
    rejects: [
      bad("no name", /leaves nothing behind/, one("memorydb/cluster:Cluster", {})),
      bad("an empty name", /leaves nothing behind/, one("memorydb/cluster:Cluster", { finalSnapshotName: "" })),
    ],
  },
  "kms-key-usable": {
    accepts: [ok("a key", one("kms/key:Key", {})), ok("flags as they are", one("kms/key:Key", { isEnabled: true }))],
    rejects: [
      bad("a key that is off", /disabled key/, one("kms/key:Key", { isEnabled: false })),
      bad(
        "no check for a lockout",
        /nobody can change/,
        one("kms/replicaKey:ReplicaKey", { bypassPolicyLockoutSafetyCheck: true }),
      ),
    ],
    defers: [ok("an unknown flag", one("kms/key:Key", { isEnabled: LATER }))],
  },
  "service-without-authentication": {
    accepts: [
      ok("a service", one("vpclattice/service:Service", { authType: "AWS_IAM" })),
      ok("brokers", one("msk/cluster:Cluster", { clientAuthentication: { sasl: { iam: true } } })),
      ok("a domain", one("opensearch/domain:Domain", { advancedSecurityOptions: { enabled: true } })),
    ],
    rejects: [
      bad(
        "NONE",
        /without a name|without signing in|in the network can call it/,
        one("vpclattice/service:Service", { authType: "NONE" }),
      ),
      bad(
        "nothing",
        /without a name|without signing in|in the network can call it/,
        one("vpclattice/serviceNetwork:ServiceNetwork", {}),
      ),
      bad(
        "brokers",
        /without a name|without signing in|in the network can call it/,
        one("msk/cluster:Cluster", { clientAuthentication: { unauthenticated: true } }),
      ),
      bad(
        "a domain",
        /without a name|without signing in|in the network can call it/,
        one("opensearch/domain:Domain", { advancedSecurityOptions: { anonymousAuthEnabled: true } }),
      ),
    ],
    defers: [ok("an unknown type", one("vpclattice/service:Service", { authType: LATER }))],
  },
  "managed-compute-public": {
    accepts: [
      ok("notebooks in the VPC", one("sagemaker/domain:Domain", { appNetworkAccessType: "VpcOnly" })),
      ok(
        "a private service",
        one("apprunner/service:Service", {
          networkConfiguration: { ingressConfiguration: { isPubliclyAccessible: false } },
        }),
      ),
      ok("desktops", one("workspaces/directory:Directory", { directoryId: "d-1" })),
      ok("a pipe", one("pipes/pipe:Pipe", { target: "arn" })),
      ok(
        "a container without an endpoint",
        one("lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion", {}),
      ),
    ],
    rejects: [
      bad("notebooks", /without going through the VPC/, one("sagemaker/domain:Domain", {})),
      bad("a service that says nothing", /on the internet/, one("apprunner/service:Service", {})),
      bad(
        "desktops",
        /on the internet/,
        one("workspaces/directory:Directory", { workspaceCreationProperties: { enableInternetAccess: true } }),
      ),
      bad(
        "a fleet",
        /on the internet/,
        one("ec2/spotFleetRequest:SpotFleetRequest", {
          launchSpecifications: [{ associatePublicIpAddress: false }, { associatePublicIpAddress: true }],
        }),
      ),
      bad(
        "a pipe's task",
        /an address|a public address/,
        one("pipes/pipe:Pipe", {
          targetParameters: {
            ecsTaskParameters: { networkConfiguration: { awsVpcConfiguration: { assignPublicIp: "ENABLED" } } },
          },
        }),
      ),
      bad(
        "a container's endpoint",
        /on the internet/,
        one("lightsail/containerServiceDeploymentVersion:ContainerServiceDeploymentVersion", {
          publicEndpoint: { containerName: "web", containerPort: 80 },
        }),
      ),
    ],
    defers: [ok("an unknown mode", one("sagemaker/domain:Domain", { appNetworkAccessType: LATER }))],
  },
};
