import { rule } from "../rule";

/** What a name must look like, and the same in words. */
type Shape = readonly [property: string, pattern: RegExp, words: string];

const BALANCER: Shape = [
  "name",
  /^(?!internal-)[a-z\d]([a-z\d-]{0,30}[a-z\d])?$/i,
  "at most 32 letters, digits and hyphens",
];
const DATABASE: RegExp = /^[a-z](?!.*--)([a-z\d-]{0,61}[a-z\d])?$/;
const DATABASE_WORDS = "at most 63 lowercase letters, digits and single hyphens, starting with a letter";
const TESTING: Shape = ["name", /^\w{1,50}$/, "at most 50 letters, digits and underscores, no hyphens"];
const FIREWALL: Shape = ["name", /^[\w-]{1,128}$/, "at most 128 letters, digits, hyphens and underscores"];
const EVENT: Shape = ["name", /^[\w.-]{1,64}$/, "at most 64 letters, digits and . - _"];
const MACHINE: Shape = ["name", /^[\w-]{1,80}$/, "at most 80 letters, digits, hyphens and underscores"];
const CONTAINER = /^[\w-]{1,255}$/;
const CONTAINER_WORDS = "at most 255 letters, digits, hyphens and underscores";
const CACHE = /^[a-z](?!.*--)([a-z\d-]{0,38}[a-z\d])?$/i;

/** Limits of the API references of each service, "Create…". */
const SHAPES: Readonly<Record<string, Shape>> = {
  "aws:lb/loadBalancer:LoadBalancer": BALANCER,
  "aws:lb/targetGroup:TargetGroup": BALANCER,
  "aws:iam/role:Role": ["name", /^[\w+=,.@-]{1,64}$/, "at most 64 letters, digits and + = , . @ - _"],
  "aws:iam/user:User": ["name", /^[\w+=,.@-]{1,64}$/, "at most 64 letters, digits and + = , . @ - _"],
  "aws:iam/policy:Policy": ["name", /^[\w+=,.@-]{1,128}$/, "at most 128 letters, digits and + = , . @ - _"],
  "aws:s3/bucket:Bucket": [
    "bucket",
    /^(?!xn--|sthree-|\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)(?!.*-s3alias$)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/,
    "3 to 63 lowercase letters, digits, hyphens and dots",
  ],
  "aws:rds/cluster:Cluster": ["clusterIdentifier", DATABASE, DATABASE_WORDS],
  "aws:rds/instance:Instance": ["identifier", DATABASE, DATABASE_WORDS],
  "aws:rds/clusterInstance:ClusterInstance": ["identifier", DATABASE, DATABASE_WORDS],
  "aws:docdb/cluster:Cluster": ["clusterIdentifier", DATABASE, DATABASE_WORDS],
  "aws:rds/proxy:Proxy": ["name", DATABASE, DATABASE_WORDS],
  "aws:cloudwatch/logGroup:LogGroup": ["name", /^[\w./#-]{1,512}$/, "at most 512 letters, digits and . / # - _"],
  "aws:kms/alias:Alias": [
    "name",
    /^alias\/(?!aws\/)[\w/-]{1,250}$/,
    "alias/ and letters, digits, / - _; alias/aws/ is reserved",
  ],
  "aws:cognito/userPoolDomain:UserPoolDomain": [
    "domain",
    /^(?!.*(aws|amazon|cognito))[a-z\d]([a-z\d-]{0,61}[a-z\d])?$|^[\w-]+(\.[\w-]+)+$/,
    "at most 63 lowercase letters, digits and hyphens without aws, amazon and cognito, or a custom domain",
  ],
  "aws:wafv2/webAcl:WebAcl": FIREWALL,
  "aws:wafv2/ipSet:IpSet": FIREWALL,
  "aws:wafv2/ruleGroup:RuleGroup": FIREWALL,
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": TESTING,
  "aws:backup/restoreTestingSelection:RestoreTestingSelection": TESTING,
  "aws:backup/vault:Vault": ["name", /^[\w-]{2,50}$/, "2 to 50 letters, digits, hyphens and underscores"],
  "aws:lambda/function:Function": ["name", /^[\w-]{1,64}$/, "at most 64 letters, digits, hyphens and underscores"],
  "aws:sqs/queue:Queue": [
    "name",
    /^(?=.{1,80}$)[\w-]+(\.fifo)?$/,
    "at most 80 letters, digits, hyphens and underscores",
  ],
  "aws:sns/topic:Topic": [
    "name",
    /^(?=.{1,256}$)[\w-]+(\.fifo)?$/,
    "at most 256 letters, digits, hyphens and underscores",
  ],
  "aws:dynamodb/table:Table": ["name", /^[\w.-]{3,255}$/, "3 to 255 letters, digits and . - _"],
  "aws:ecs/cluster:Cluster": ["name", CONTAINER, CONTAINER_WORDS],
  "aws:ecs/service:Service": ["name", CONTAINER, CONTAINER_WORDS],
  "aws:ecs/taskDefinition:TaskDefinition": ["family", CONTAINER, CONTAINER_WORDS],
  "aws:ecr/repository:Repository": [
    "name",
    /^(?=.{2,256}$)[a-z\d]+([._/-]+[a-z\d]+)*$/,
    "2 to 256 lowercase letters and digits, with . - _ / between them",
  ],
  "aws:elasticache/replicationGroup:ReplicationGroup": [
    "replicationGroupId",
    CACHE,
    "at most 40 letters, digits and single hyphens",
  ],
  "aws:opensearch/domain:Domain": [
    "domainName",
    /^[a-z][a-z\d-]{2,27}$/,
    "3 to 28 lowercase letters, digits and hyphens",
  ],
  "aws:secretsmanager/secret:Secret": ["name", /^[\w/+=.@-]{1,512}$/, "at most 512 letters, digits and / + = . @ - _"],
  "aws:scheduler/schedule:Schedule": EVENT,
  "aws:cloudwatch/eventRule:EventRule": EVENT,
  "aws:sfn/stateMachine:StateMachine": MACHINE,
  "aws:ec2/securityGroup:SecurityGroup": [
    "name",
    /^(?!sg-)(?!default$)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
    "at most 255 characters, not starting with sg-",
  ],
};

export const nameRefusedByAws = rule({
  id: "name-refused-by-aws",
  title: "Names have a length and characters that AWS accepts",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation: "Choose a shorter or simpler name, or leave it out: Pulumi then generates one",
  types: Object.keys(SHAPES),
  check: (resource) => {
    const [property, pattern, words] = SHAPES[resource.type] ?? ["name", /./, ""];
    const name = resource.at(property);
    if (name.unknown) return name.later();
    if (name.text === undefined || pattern.test(name.text)) return undefined;
    return name.refuse(`AWS refuses ${name.text} (${String(name.text.length)} characters)`, `Write ${words}`);
  },
});
