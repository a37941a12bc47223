import { LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const INSTANCE = "ec2/instance:Instance";
const TEMPLATE = "ec2/launchTemplate:LaunchTemplate";
const SERVICE = "ecs/service:Service";
const EKS = "eks/cluster:Cluster";

export const computeExposure: CaseTable = {
  "eks-endpoint-public": {
    accepts: [
      ok("a private endpoint", one(EKS, { vpcConfig: { endpointPublicAccess: false } })),
      ok(
        "offices only",
        one(EKS, { vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ["203.0.113.0/24"] } }),
      ),
    ],
    rejects: [
      bad("AWS's default", /anyone on the internet/, one(EKS, { vpcConfig: {} })),
      bad(
        "the world",
        /everyone|anyone/,
        one(EKS, { vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: ["0.0.0.0/0"] } }),
      ),
      bad(
        "the world in two halves",
        /everyone|anyone/,
        one(EKS, { vpcConfig: { publicAccessCidrs: ["0.0.0.0/1", "128.0.0.0/1"] } }),
      ),
    ],
    defers: [
      ok("unknown offices", one(EKS, { vpcConfig: { endpointPublicAccess: true, publicAccessCidrs: [LATER] } })),
    ],
  },
  "compute-public-address": {
    accepts: [
      ok("an instance that says nothing", one(INSTANCE, {})),
      ok(
        "a service in private subnets",
        one(SERVICE, { networkConfiguration: { assignPublicIp: false, subnets: ["subnet-1"] } }),
      ),
      ok("a job that says nothing", one("batch/jobDefinition:JobDefinition", { containerProperties: "{}" })),
      ok(
        "a notebook in the VPC",
        one("sagemaker/notebookInstance:NotebookInstance", { directInternetAccess: "Disabled" }),
      ),
    ],
    rejects: [
      bad("an instance", /public address/, one(INSTANCE, { associatePublicIpAddress: true })),
      bad("a template", /address/, one(TEMPLATE, { networkInterfaces: [{ associatePublicIpAddress: "true" }] })),
      bad(
        "a service",
        /address/,
        one(SERVICE, { networkConfiguration: { assignPublicIp: true, subnets: ["subnet-1"] } }),
      ),
      bad(
        "a scheduled task",
        /address/,
        one("scheduler/schedule:Schedule", {
          target: { ecsParameters: { networkConfiguration: { assignPublicIp: true } } },
        }),
      ),
      bad(
        "a task of a rule",
        /address/,
        one("cloudwatch/eventTarget:EventTarget", { ecsTarget: { networkConfiguration: { assignPublicIp: true } } }),
      ),
      bad(
        "a job",
        /address/,
        one("batch/jobDefinition:JobDefinition", {
          containerProperties: JSON.stringify({ networkConfiguration: { assignPublicIp: "ENABLED" } }),
        }),
      ),
      bad(
        "a notebook's default",
        /without going through the VPC/,
        one("sagemaker/notebookInstance:NotebookInstance", {}),
      ),
    ],
    defers: [ok("an unknown flag", one(SERVICE, { networkConfiguration: LATER }))],
  },
  "lambda-url-unauthenticated": {
    accepts: [ok("callers with credentials", one("lambda/functionUrl:FunctionUrl", { authorizationType: "AWS_IAM" }))],
    rejects: [
      bad("everyone", /anyone who finds the URL/, one("lambda/functionUrl:FunctionUrl", { authorizationType: "NONE" })),
      bad("nothing", /everyone|anyone/, one("lambda/functionUrl:FunctionUrl", {})),
    ],
    defers: [ok("an unknown type", one("lambda/functionUrl:FunctionUrl", { authorizationType: LATER }))],
  },
  "snapshot-shared-publicly": {
    accepts: [
      ok("a snapshot of our own", one("rds/clusterSnapshot:ClusterSnapshot", {})),
      ok("a partner's account", one("rds/snapshot:Snapshot", { sharedAccounts: ["444455556666"] })),
      ok("an image for an account", one("ec2/amiLaunchPermission:AmiLaunchPermission", { accountId: "444455556666" })),
      ok(
        "sharing blocked",
        one("ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", { state: "block-all-sharing" }),
      ),
    ],
    rejects: [
      bad(
        "a snapshot",
        /every AWS account/,
        one("rds/snapshotCopy:SnapshotCopy", { sharedAccounts: ["444455556666", "all"] }),
      ),
      bad("an image", /every AWS account/, one("ec2/amiLaunchPermission:AmiLaunchPermission", { group: "all" })),
      bad(
        "a volume",
        /every AWS account/,
        one("ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", { accountId: "all" }),
      ),
      bad(
        "a document",
        /every AWS account/,
        one("ssm/document:Document", { permissions: { type: "Share", account_ids: "All" } }),
      ),
      bad(
        "sharing allowed",
        /allowed in the account/,
        one("ec2/imageBlockPublicAccess:ImageBlockPublicAccess", { state: "unblocked" }),
      ),
    ],
    defers: [ok("unknown accounts", one("rds/snapshot:Snapshot", { sharedAccounts: LATER_LIST }))],
  },
};
