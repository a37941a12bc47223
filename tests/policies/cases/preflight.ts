import { LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const ROLE = "iam/role:Role";
const BALANCER = "lb/loadBalancer:LoadBalancer";
const TASK = "ecs/taskDefinition:TaskDefinition";
const fargate = (cpu: unknown, memory: unknown, networkMode: unknown = "awsvpc") =>
  one(TASK, { requiresCompatibilities: ["FARGATE"], cpu, memory, networkMode });
const CLUSTER = "rds/cluster:Cluster";
const FUNCTION = "lambda/function:Function";
const GROUP = "ec2/securityGroup:SecurityGroup";
const INGRESS = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const LIFE = "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const life = (days: unknown, after: unknown, storageClass = "GLACIER_IR") =>
  one(LIFE, {
    rules: [{ id: "keep", status: "Enabled", expiration: { days }, transitions: [{ days: after, storageClass }] }],
  });
const refused = (type: string, property: string, name: string) =>
  bad(`${name} on ${type}`, /AWS refuses/, one(type, { [property]: name }));
const taken = (type: string, property: string, name: unknown) =>
  ok(`${String(name)} on ${type}`, one(type, { [property]: name }));

export const preflight: CaseTable = {
  "unresolved-text": {
    accepts: [
      ok("a text", one(ROLE, { name: "undefined-behaviour team" })),
      ok("a program", one("cloudfront/function:Function", { code: "if (x === undefined) return '[object Object]'" })),
      ok("a word of a sentence", one(ROLE, { description: "null" })),
      ok("a value that is missing", one(ROLE, { name: null })),
    ],
    rejects: [
      bad(
        "an output",
        /an output is converted/,
        one(ROLE, { name: "Calling [toString] on an [Output<T>] is not supported." }),
      ),
      bad("an object", /converted to text/, one(ROLE, { name: "app-[object Object]" })),
      bad(
        "an ARN without its name",
        /missing value/,
        one(ROLE, { permissionsBoundary: "arn:aws:iam::undefined:policy/x" }),
      ),
      bad("the text undefined", /was missing/, one(ROLE, { tags: { Owner: "undefined" } })),
      bad(
        "a policy with such an ARN",
        /missing value/,
        one("iam/policy:Policy", { policy: '{"Statement":[{"Resource":"arn:aws:s3:::undefined/*"}]}' }),
      ),
      bad("it in a component", /converted to text/, [
        { type: "telehealth:network:Network", name: "it", props: { name: "[object Object]" } },
      ]),
    ],
  },
  "name-refused-by-aws": {
    accepts: [
      taken(BALANCER, "name", "telehealth-prod-api"),
      taken(BALANCER, "name", undefined),
      taken("kms/alias:Alias", "name", "alias/telehealth-prod"),
      taken("cognito/userPoolDomain:UserPoolDomain", "domain", "auth.telehealth.example.com"),
      taken("sqs/queue:Queue", "name", "visits.fifo"),
      taken("ecr/repository:Repository", "name", "telehealth/api"),
      taken("cloudwatch/logGroup:LogGroup", "name", "/aws/ecs/api"),
    ],
    rejects: [
      refused(BALANCER, "name", "telehealth-production-api-balancer"),
      refused("lb/targetGroup:TargetGroup", "name", "api_green"),
      refused(ROLE, "name", "x".repeat(65)),
      refused("s3/bucket:Bucket", "bucket", "Telehealth_Files"),
      refused(CLUSTER, "clusterIdentifier", "telehealth--prod"),
      refused("rds/instance:Instance", "identifier", "1-telehealth"),
      refused("kms/alias:Alias", "name", "telehealth"),
      refused("kms/alias:Alias", "name", "alias/aws/telehealth"),
      refused("cognito/userPoolDomain:UserPoolDomain", "domain", "telehealth-cognito"),
      refused("wafv2/webAcl:WebAcl", "name", "edge firewall"),
      refused("backup/restoreTestingPlan:RestoreTestingPlan", "name", "telehealth-prod"),
      refused("opensearch/domain:Domain", "domainName", "telehealth-prod-search-of-visits"),
      refused("cloudwatch/logGroup:LogGroup", "name", "api logs"),
      refused(FUNCTION, "name", "f".repeat(65)),
    ],
    defers: [ok("an unknown name", one(ROLE, { name: LATER }))],
  },
  "fargate-size": {
    accepts: [
      ok("a pair", fargate("512", "1024")),
      ok("a pair in numbers", fargate(256, 512)),
      ok("a pair in words", fargate("1 vCPU", "2 GB")),
      ok("a task on instances", one(TASK, { requiresCompatibilities: ["EC2"], cpu: "100", memory: "300" })),
    ],
    rejects: [
      bad("memory that does not go with it", /is not valid with 256/, fargate("256", "4096")),
      bad("a size that there is not", /not a valid CPU size/, fargate("300", "1024")),
      bad("no memory", /is not valid with/, fargate("512", undefined)),
      bad("another network", /awsvpc only/, fargate("512", "1024", "bridge")),
    ],
    defers: [ok("an unknown size", fargate("512", LATER))],
  },
  "retired-version": {
    accepts: [
      ok("Aurora 15", one(CLUSTER, { engine: "aurora-postgresql", engineVersion: "15.15" })),
      ok("Aurora MySQL 3", one(CLUSTER, { engine: "aurora-mysql", engineVersion: "8.0.mysql_aurora.3.08.0" })),
      ok("no version", one(CLUSTER, { engine: "aurora-postgresql" })),
      ok("another engine", one("rds/instance:Instance", { engine: "oracle-ee", engineVersion: "19" })),
      ok("a runtime", one(FUNCTION, { runtime: "nodejs22.x" })),
      ok("an image", one(FUNCTION, { packageType: "Image" })),
    ],
    rejects: [
      bad("Aurora 11", /the end of support/, one(CLUSTER, { engine: "aurora-postgresql", engineVersion: "11.21" })),
      bad(
        "MySQL 5.7",
        /the end of support/,
        one("rds/instance:Instance", { engine: "mysql", engineVersion: "5.7.44" }),
      ),
      bad(
        "MariaDB 10.5",
        /the end of support/,
        one("rds/instance:Instance", { engine: "mariadb", engineVersion: "10.5.9" }),
      ),
      bad("Node.js 16", /no longer gets security fixes/, one(FUNCTION, { runtime: "nodejs16.x" })),
      bad("Python 3.7", /no longer gets security fixes/, one(FUNCTION, { runtime: "python3.7" })),
    ],
    defers: [ok("an unknown version", one(CLUSTER, { engine: "aurora-postgresql", engineVersion: LATER }))],
  },
  "security-group-rule-shape": {
    accepts: [
      ok("ports", one(INGRESS, { ipProtocol: "tcp", fromPort: 443, toPort: 443 })),
      ok("every port", one(GROUP, { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0 }] })),
      ok("every port, in a rule of the new kind", one(INGRESS, { ipProtocol: "-1" })),
      ok("a message", one(GROUP, { ingress: [{ protocol: "icmp", fromPort: 8, toPort: 0 }] })),
    ],
    rejects: [
      bad(
        "every protocol with ports",
        /refuses it together with ports/,
        one(GROUP, { egress: [{ protocol: "-1", fromPort: 1, toPort: 65535 }] }),
      ),
      bad("the wrong order", /comes after/, one(INGRESS, { ipProtocol: "tcp", fromPort: 443, toPort: 80 })),
      bad("no port", /needs a first/, one(INGRESS, { ipProtocol: "tcp", fromPort: 443 })),
      bad(
        "a port that there is not",
        /from 0 to 65535/,
        one(INGRESS, { ipProtocol: "udp", fromPort: 1, toPort: 70000 }),
      ),
    ],
    defers: [ok("unknown permissions", one(GROUP, { ingress: LATER_LIST }))],
  },
  "bucket-lifecycle-order": {
    accepts: [
      ok("a move and then the end", life(2192, 90)),
      ok("no end", life(undefined, 0)),
      ok("the rare class after 30 days", life(365, 30, "STANDARD_IA")),
    ],
    rejects: [
      bad("the end before the move", /expire after 30 days, and transition after 90/, life(30, 90)),
      bad("both on one day", /expire after 90 days/, life(90, 90)),
      bad("the rare class at once", /after 30 days at the earliest/, life(365, 1, "STANDARD_IA")),
    ],
    defers: [ok("unknown rules", one(LIFE, { rules: LATER_LIST }))],
  },
};
