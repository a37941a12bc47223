import { LATER } from "../runner";
import { bad, type CaseTable, KEY, ok, one } from "./case";
import { policyCases } from "./policyCase";

const DOCUMENT = "ssm/document:Document";
const session = (inputs: object) =>
  one(DOCUMENT, {
    documentType: "Session",
    content: JSON.stringify({ schemaVersion: "1.0", sessionType: "Standard_Stream", inputs }),
  });
const PORTS = "lightsail/instancePublicPorts:InstancePublicPorts";
const port = (fromPort: number, toPort: number, cidrs?: unknown) =>
  one(PORTS, { portInfos: [{ protocol: "tcp", fromPort, toPort, cidrs }] });
const EMR = "emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration";
const range = (minRange: number, maxRange: number) =>
  one(EMR, { permittedPublicSecurityGroupRuleRanges: [{ minRange, maxRange }] });

export const furtherExposure: CaseTable = {
  "access-point-and-model-policy-public": policyCases({
    "sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy": "resourcePolicy",
    "s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy": "policy",
    "bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy": "policy",
  }),
  "managed-firewall-world-open": {
    accepts: [
      ok("443", port(443, 443)),
      ok("an office", port(22, 22, ["203.0.113.0/24"])),
      ok("the way in that AWS leaves", range(22, 22)),
    ],
    rejects: [
      bad("22", /open to the internet/, port(22, 22, ["0.0.0.0/0"])),
      bad("every port", /open to the internet/, port(0, 65535)),
      bad("a database", /open to the internet/, port(5432, 5432)),
      bad("a range of EMR", /open to the internet/, range(0, 65535)),
    ],
    defers: [ok("unknown ranges", port(22, 22, LATER))],
  },
  "message-delivery-tls": {
    accepts: [
      ok("https", one("sns/topicSubscription:TopicSubscription", { protocol: "https" })),
      ok("a queue", one("sns/topicSubscription:TopicSubscription", { protocol: "sqs" })),
      ok("mail", one("sesv2/configurationSet:ConfigurationSet", { deliveryOptions: { tlsPolicy: "REQUIRE" } })),
    ],
    rejects: [
      bad("http", /read in transit/, one("sns/topicSubscription:TopicSubscription", { protocol: "http" })),
      bad(
        "mail",
        /read in transit/,
        one("sesv2/configurationSet:ConfigurationSet", { deliveryOptions: { tlsPolicy: "OPTIONAL" } }),
      ),
    ],
    defers: [ok("an unknown protocol", one("sns/topicSubscription:TopicSubscription", { protocol: LATER }))],
  },
  "s3-directory-bucket-encryption": {
    accepts: [
      ok("with a key", [
        ...one("s3/directoryBucket:DirectoryBucket", { bucket: "fast" }),
        {
          type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
          name: "sse",
          props: { bucket: "fast", rules: [] },
        },
      ]),
    ],
    rejects: [bad("nothing", /AWS owns/, one("s3/directoryBucket:DirectoryBucket", { bucket: "fast" }))],
  },
  "ssm-session-encryption": {
    accepts: [
      ok("a session under a key", session({ kmsKeyId: KEY, s3BucketName: "b", s3EncryptionEnabled: true })),
      ok("a command", one(DOCUMENT, { documentType: "Command", content: "{}" })),
    ],
    rejects: [
      bad("no key", /no key named/, session({})),
      bad("what cannot be read", /no key named/, one(DOCUMENT, { documentType: "Session", content: "{" })),
      bad(
        "an open log",
        /log is not encrypted/,
        session({ kmsKeyId: KEY, cloudWatchLogGroupName: "g", cloudWatchEncryptionEnabled: false }),
      ),
    ],
    defers: [ok("unknown content", one(DOCUMENT, { documentType: "Session", content: LATER }))],
  },
};
