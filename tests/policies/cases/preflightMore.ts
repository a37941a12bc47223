import { type Given, LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";
import { document, ROOT, statement } from "./policyCase";

const made = (type: string, name: string, props: Given["props"], from: Given["from"] = {}): Given => ({
  type: `aws:${type}`,
  name,
  props,
  from,
});
const SCHEDULE = "scheduler/schedule:Schedule";
const at = (scheduleExpression: unknown) => one(SCHEDULE, { scheduleExpression });
const ACL = "wafv2/webAcl:WebAcl";
const CDN = "cloudfront/distribution:Distribution";
const certificate = (region: string) =>
  one(CDN, { viewerCertificate: { acmCertificateArn: `arn:aws:acm:${region}:111122223333:certificate/1` } });
const queue = (name: string, props: Given["props"], from?: Given["from"]) => made("sqs/queue:Queue", name, props, from);
const dead = (fifoQueue: unknown, own: unknown) => [
  queue("dead", { fifoQueue }),
  queue("work", { fifoQueue: own, redrivePolicy: LATER }, { redrivePolicy: ["dead"] }),
];
const consumer = (seconds: unknown, timeout: unknown) => [
  queue("work", { visibilityTimeoutSeconds: seconds }),
  made("lambda/function:Function", "worker", { timeout }),
  made(
    "lambda/eventSourceMapping:EventSourceMapping",
    "mapping",
    { eventSourceArn: LATER, functionName: LATER },
    { eventSourceArn: ["work"], functionName: ["worker"] },
  ),
];
const visible = { cloudwatchMetricsEnabled: true, metricName: "edge", sampledRequestsEnabled: false };
const acl = (visibilityConfig: unknown, ...rules: object[]) => one(ACL, { visibilityConfig, rules });
const ordered = (priority: unknown) => ({ name: "r", priority, visibilityConfig: visible });
const listener = (name: string, port: unknown, more: object = {}) =>
  made(
    "lb/listener:Listener",
    name,
    {
      port,
      protocol: "HTTPS",
      certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/1",
      loadBalancerArn: LATER,
      ...more,
    },
    { loadBalancerArn: ["alb"] },
  );
const balancer = made("lb/loadBalancer:LoadBalancer", "alb", {});
const KEY_TYPE = "kms/key:Key";
const CLUSTER = "rds/cluster:Cluster";
const scaled = (minCapacity: unknown, maxCapacity: unknown) =>
  one(CLUSTER, { serverlessv2ScalingConfiguration: { minCapacity, maxCapacity } });
const plan = (rule: object) => one("backup/plan:Plan", { rules: [{ ruleName: "daily", ...rule }] });
const group = (retentionInDays: unknown) => one("cloudwatch/logGroup:LogGroup", { retentionInDays });

/** A role that a service takes on a condition. */
const trust = (service: string | string[], condition?: object) =>
  one("iam/role:Role", {
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { Service: service },
      Action: "sts:AssumeRole",
      ...(condition && { Condition: condition }),
    }),
  });
const OURS = { "aws:SourceAccount": "111122223333" };

const STATEMENT = '{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:GetObject","Resource":"*"}';
const bucketPolicy = (statement: string) =>
  one("s3/bucketPolicy:BucketPolicy", { policy: `{"Version":"2012-10-17","Statement":[${statement}]}` });
const windows = (preferredBackupWindow: unknown, preferredMaintenanceWindow: unknown) =>
  one("rds/cluster:Cluster", { preferredBackupWindow, preferredMaintenanceWindow });

const TWICE =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}],"Statement":[]}';
const nested = (depth: number): unknown => (depth === 0 ? "end" : [nested(depth - 1)]);

export const preflightMore: CaseTable = {
  "service-trust-never-sent": {
    accepts: [
      ok("no condition", trust("cloudtrail.amazonaws.com")),
      ok("a condition that holds without the key", trust("cloudtrail.amazonaws.com", { StringEqualsIfExists: OURS })),
      ok("a key that the service sends", trust("codebuild.amazonaws.com", { StringEquals: OURS })),
      ok("another key", trust("cloudtrail.amazonaws.com", { Bool: { "aws:SecureTransport": "true" } })),
      ok("the key's absence", trust("cloudtrail.amazonaws.com", { Null: { "aws:SourceArn": "true" } })),
      ok("a user", one("iam/role:Role", { assumeRolePolicy: document(ROOT) })),
      ok("a denial", [
        {
          type: "aws:iam/role:Role",
          name: "it",
          props: {
            assumeRolePolicy: document(
              statement({ Service: "cloudtrail.amazonaws.com" }, { Effect: "Deny", Condition: { StringEquals: OURS } }),
            ),
          },
        },
      ]),
    ],
    rejects: [
      bad(
        "CloudTrail's account",
        /cloudtrail.amazonaws.com does not send aws:SourceAccount/,
        trust("cloudtrail.amazonaws.com", { StringEquals: OURS }),
      ),
      bad(
        "CloudTrail's ARN, in other letters",
        /does not send aws:SourceArn/,
        trust("cloudtrail.amazonaws.com", { ArnLike: { "AWS:sourcearn": "arn:aws:cloudtrail:*" } }),
      ),
      bad(
        "one service of two",
        /ec2.amazonaws.com/,
        trust(["codebuild.amazonaws.com", "ec2.amazonaws.com"], { StringEquals: OURS }),
      ),
      bad(
        "the key's presence",
        /does not send aws:SourceArn/,
        trust("cloudtrail.amazonaws.com", { Null: { "aws:SourceArn": "false" } }),
      ),
    ],
    defers: [ok("a policy that comes later", one("iam/role:Role", { assumeRolePolicy: LATER }))],
  },
  "service-trust-undocumented": {
    accepts: [
      ok("no condition", trust("codepipeline.amazonaws.com")),
      ok("a condition that holds without the key", trust("codepipeline.amazonaws.com", { StringEqualsIfExists: OURS })),
      ok("a documented key", trust("scheduler.amazonaws.com", { StringEquals: OURS })),
      ok("a service that nobody looked up", trust("new-service.amazonaws.com", { StringEquals: OURS })),
      ok("what the other rule says", trust("cloudtrail.amazonaws.com", { StringEquals: OURS })),
    ],
    rejects: [
      bad(
        "a key of which AWS does not speak",
        /does not document that codepipeline/,
        trust("codepipeline.amazonaws.com", { StringEquals: OURS }),
      ),
      bad(
        "one key of two",
        /sagemaker.amazonaws.com sends aws:SourceAccount/,
        trust("sagemaker.amazonaws.com", { StringEquals: OURS }),
      ),
    ],
    defers: [ok("a policy that comes later", one("iam/role:Role", { assumeRolePolicy: LATER }))],
  },
  "schedule-expression": {
    accepts: [
      ok("an hour", at("rate(1 hour)")),
      ok("minutes", at("rate(15 minutes)")),
      ok("a time of day", at("cron(0 8 * * ? *)")),
      ok("one time", at("at(2030-01-01T00:00:00)")),
      ok("a rule for events", one("cloudwatch/eventRule:EventRule", { eventPattern: "{}" })),
    ],
    rejects: [
      bad("five fields", /5 fields instead of six/, at("cron(0 8 * * *)")),
      bad("two days", /must be \?/, at("cron(0 8 * * * *)")),
      bad("one minutes", /one minute, but/, at("rate(1 minutes)")),
      bad("five minute", /one minute, but/, at("rate(5 minute)")),
      bad("a cron of Unix", /neither rate/, at("0 8 * * *")),
      bad("a plan's schedule", /5 fields/, plan({ schedule: "cron(0 5 * * *)" })),
    ],
    defers: [ok("an unknown schedule", at(LATER))],
  },
  "edge-region": {
    accepts: [
      ok("a certificate of us-east-1", certificate("us-east-1")),
      ok("a firewall of us-east-1", one(ACL, { scope: "CLOUDFRONT", region: "us-east-1" })),
      ok("a firewall of which nobody says where", one(ACL, { scope: "CLOUDFRONT" })),
      ok("a firewall of a region", one(ACL, { scope: "REGIONAL", region: "us-west-2" })),
    ],
    rejects: [
      bad("a certificate of elsewhere", /in us-west-2/, certificate("us-west-2")),
      bad("a firewall of elsewhere", /created in us-west-2/, one(ACL, { scope: "CLOUDFRONT", region: "us-west-2" })),
      bad(
        "a firewall for load balancers",
        /for load balancers and APIs/,
        one(CDN, { webAclId: "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/1" }),
      ),
    ],
    defers: [ok("an unknown certificate", one(CDN, { viewerCertificate: { acmCertificateArn: LATER } }))],
  },
  "queue-and-consumer": {
    accepts: [
      ok("queues of one kind", dead(undefined, false)),
      ok("FIFO queues", dead(true, true)),
      ok("time enough", consumer(180, 30)),
      ok("the defaults", consumer(undefined, undefined)),
    ],
    rejects: [
      bad("dead letters in a FIFO queue", /dead is a FIFO queue/, dead(true, undefined)),
      bad("dead letters in a standard queue", /dead is not a FIFO queue/, dead(false, true)),
      bad("too little time", /again after 30 s, while worker/, consumer(undefined, 300)),
    ],
    defers: [ok("an unknown policy", [queue("work", { redrivePolicy: LATER })])],
  },
  "firewall-shape": {
    accepts: [ok("a firewall", acl(visible, ordered(0), ordered(1))), ok("no rules", acl(visible))],
    rejects: [
      bad("two rules of one priority", /another rule also has priority 1/, acl(visible, ordered(1), ordered(1))),
      bad("no metric", /without a metric name/, acl({ cloudwatchMetricsEnabled: true })),
      bad(
        "a rule that is not measured",
        /blocked requests are not counted/,
        acl(visible, { priority: 0, visibilityConfig: { ...visible, cloudwatchMetricsEnabled: false } }),
      ),
    ],
    defers: [ok("unknown rules", one(ACL, { visibilityConfig: visible, rules: LATER_LIST }))],
  },
  "listener-conflict": {
    accepts: [
      ok("two ports", [balancer, listener("a", 443), listener("b", 8443)]),
      ok("plain HTTP without a certificate", [
        balancer,
        listener("a", 80, { protocol: "HTTP", certificateArn: undefined }),
      ]),
    ],
    rejects: [
      bad("one port", /a also has port 443/, [balancer, listener("a", 443), listener("b", 443)]),
      bad("no certificate", /without a certificate/, [balancer, listener("a", 443, { certificateArn: null })]),
      bad("rules of one priority", /a also has priority 10/, [
        made("lb/listenerRule:ListenerRule", "a", { listenerArn: "arn:1", priority: 10 }),
        made("lb/listenerRule:ListenerRule", "b", { listenerArn: "arn:1", priority: 10 }),
      ]),
    ],
    defers: [ok("an unknown port", [balancer, listener("a", LATER)])],
  },
  "text-size": {
    accepts: [
      ok("a long one", one("sfn/stateMachine:StateMachine", { definition: "x".repeat(1_000_000) })),
      ok("a long definition of an API", one("apigateway/restApi:RestApi", { body: `"${"x".repeat(2_000_000)}"` })),
      ok("a file, which nobody reads", one("s3/bucketObject:BucketObject", { content: "x ".repeat(1_000_000) })),
      ...["contentBase64", "zipFile", "code", "text"].map((property) =>
        ok(`a file as ${property}`, one("lambda/function:Function", { [property]: "x ".repeat(1_000_000) })),
      ),
    ],
    rejects: [
      bad(
        "one that nobody can judge",
        /has 1048577 characters, too many to judge/,
        one("sfn/stateMachine:StateMachine", { definition: "x".repeat(1_048_577) }),
      ),
      bad(
        "one far inside",
        /environment\.variables\.A: has 2000000 characters/,
        one("lambda/function:Function", { environment: { variables: { A: "x".repeat(2_000_000) } } }),
      ),
      bad(
        "one whose property only begins like a file's",
        /contents: has 2000000 characters/,
        one("s3/bucketObject:BucketObject", { contents: "x ".repeat(1_000_000) }),
      ),
      bad("a block without end", /nested more than 50 levels deep/, one("wafv2/webAcl:WebAcl", { rules: nested(55) })),
    ],
  },
  "policy-size": {
    accepts: [
      ok("a short one", one("iam/policy:Policy", { policy: document(ROOT) })),
      ok("blanks", one("iam/policy:Policy", { policy: `${document(ROOT)}${" ".repeat(7000)}` })),
      ok("none", one(KEY_TYPE, {})),
    ],
    rejects: [
      bad("a long one", /AWS allows 6144/, one("iam/policy:Policy", { policy: document(statement("x".repeat(7000))) })),
      bad(
        "a long trust",
        /AWS allows 4096/,
        one("iam/role:Role", { assumeRolePolicy: document(statement("x".repeat(5000))) }),
      ),
    ],
    defers: [ok("an unknown one", one("iam/policy:Policy", { policy: LATER }))],
  },
  "kms-key-lockout": {
    accepts: [
      ok("the account", one(KEY_TYPE, { policy: document(ROOT) })),
      ok("no policy", one(KEY_TYPE, {})),
      ok(
        "an administrator",
        one(KEY_TYPE, {
          policy: document(statement({ AWS: "arn:aws:iam::111122223333:role/keys" }, { Action: "kms:Put*" })),
        }),
      ),
    ],
    rejects: [
      bad(
        "users only",
        /nobody can change it/,
        one(KEY_TYPE, {
          policy: document(statement({ AWS: "arn:aws:iam::111122223333:role/app" }, { Action: ["kms:Decrypt"] })),
        }),
      ),
      bad(
        "a policy by itself",
        /nobody can change it/,
        one("kms/keyPolicy:KeyPolicy", { policy: document(statement("*", { Effect: "Deny" })) }),
      ),
    ],
    defers: [ok("an unknown policy", one(KEY_TYPE, { policy: LATER }))],
  },
  "capacity-range": {
    accepts: [
      ok("a range", scaled(0.5, 8)),
      ok("a pause", scaled(0, 1)),
      ok("another kind of cluster", one(CLUSTER, {})),
      ok("tasks", one("appautoscaling/target:Target", { minCapacity: 2, maxCapacity: 2 })),
    ],
    rejects: [
      bad("the wrong order", /8 is above the maximum, 4/, scaled(8, 4)),
      bad("a third", /0.3 is not a valid capacity/, scaled(0.3, 4)),
      bad("too little", /0.5 is not a valid capacity/, scaled(0, 0.5)),
      bad(
        "tasks in the wrong order",
        /above the maximum/,
        one("appautoscaling/target:Target", { minCapacity: 5, maxCapacity: 2 }),
      ),
    ],
    defers: [ok("an unknown range", one(CLUSTER, { serverlessv2ScalingConfiguration: LATER }))],
  },
  "backup-times": {
    accepts: [
      ok("a plan", plan({ lifecycle: { deleteAfter: 35 }, startWindow: 60, completionWindow: 1440 })),
      ok("cold storage", plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: 365 } })),
    ],
    rejects: [
      bad("cold too late", /cold storage after 30/, plan({ lifecycle: { coldStorageAfter: 30, deleteAfter: 60 } })),
      bad("a short window", /window of 30 minutes/, plan({ startWindow: 30 })),
      bad("an end before", /must complete/, plan({ startWindow: 120, completionWindow: 120 })),
    ],
    defers: [ok("unknown rules", one("backup/plan:Plan", { rules: LATER_LIST }))],
  },
  "document-form": {
    accepts: [
      ok("a policy", bucketPolicy(STATEMENT)),
      ok(
        "a policy with each element",
        bucketPolicy(
          '{"Sid":"a","Effect":"Deny","NotPrincipal":{"AWS":"*"},"NotAction":"s3:*","NotResource":"*","Condition":{"Bool":{"a":"b"}}}',
        ),
      ),
      ok("a policy as an object", one("iam/policy:Policy", { policy: { Version: "2012-10-17", Statement: [] } })),
      ok(
        "a definition of an API with a policy in it",
        one("apigateway/restApi:RestApi", {
          body: JSON.stringify({ openapi: "3.0.1", "x-amazon-apigateway-policy": JSON.parse(document(ROOT)) }),
        }),
      ),
      ok(
        "a state machine that hands a policy on",
        one("sfn/stateMachine:StateMachine", {
          definition: JSON.stringify({ StartAt: "a", States: { a: { Parameters: { Policy: document(ROOT) } } } }),
        }),
      ),
      ok(
        "a script with a policy",
        one("ec2/instance:Instance", { userData: `#!/bin/sh\ncat > p.json <<E\n${document(ROOT)}\nE\n` }),
      ),
      ok(
        "a page with an example",
        one("s3/bucketObject:BucketObject", { content: `# Policies\n\n${document(ROOT)}\n` }),
      ),
      ok(
        "a parameter that holds several policies",
        one("ssm/parameter:Parameter", { value: JSON.stringify({ reader: JSON.parse(document(ROOT)) }) }),
      ),
      ok(
        "a pattern of events about policies",
        one("cloudwatch/eventRule:EventRule", {
          eventPattern: JSON.stringify({
            detail: { requestParameters: { policyDocument: [{ prefix: '{"Statement":[{"Effect":' }] } },
          }),
        }),
      ),
      ok(
        "JSON of another kind",
        one("ecs/taskDefinition:TaskDefinition", { containerDefinitions: '[{"name":"api"}]' }),
      ),
      ok("a text that begins like JSON", one("ssm/parameter:Parameter", { value: "{not json" })),
      ok(
        "a firewall, whose rules have statements of another kind",
        one("wafv2/webAcl:WebAcl", { rules: [{ statement: { rateBasedStatement: {} } }] }),
      ),
    ],
    rejects: [
      bad(
        "an effect that stands twice",
        /has the key "Effect" twice/,
        bucketPolicy('{"Effect":"Allow","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}'),
      ),
      bad(
        "a key that stands twice, once by its code",
        /has the key "Action" twice/,
        bucketPolicy(
          String.raw`{"Effect":"Deny","Action":"s3:*","\u0041ction":"s3:Get*","Principal":"*","Resource":"*"}`,
        ),
      ),
      bad(
        "an element in other letters",
        /has the element "principal"/,
        bucketPolicy('{"Effect":"Allow","principal":"*","Action":"s3:*","Resource":"*"}'),
      ),
      bad(
        "statements in other letters",
        /has the key "statement"/,
        one("s3/bucketPolicy:BucketPolicy", { policy: '{"Version":"2012-10-17","statement":[{"Effect":"Allow"}]}' }),
      ),
      bad(
        "an effect in other letters",
        /neither Allow nor Deny/,
        bucketPolicy('{"Effect":"allow","Principal":"*","Action":"s3:*","Resource":"*"}'),
      ),
      bad(
        "a policy in one of a role's blocks",
        /inlinePolicies\[1\]\.policy: has the key "Statement" twice/,
        one("iam/role:Role", {
          inlinePolicies: [
            { name: "a", policy: document(ROOT) },
            { name: "b", policy: TWICE },
          ],
        }),
      ),
      bad(
        "a policy in a block",
        /details\.policy: has the key "Statement" twice/,
        one("s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", {
          details: { name: "a", policy: TWICE },
        }),
      ),
      bad(
        "statements by themselves in other letters",
        /has the key "STATEMENT "/,
        one("iam/policy:Policy", { policy: { "STATEMENT ": [{ Effect: "Allow" }] } }),
      ),
      bad("a comment", /is not valid JSON/, bucketPolicy('{"Effect":"Allow" /* all */,"Principal":"*"}')),
      bad(
        "an object in other letters",
        /has the key "statement"/,
        one("iam/policy:Policy", { policy: { version: "2012-10-17", statement: [] } }),
      ),
      bad(
        "a key that stands twice in other JSON",
        /has the key "user" twice/,
        one("ecs/taskDefinition:TaskDefinition", { containerDefinitions: '[{"user":"10001","user":"0"}]' }),
      ),
      bad(
        "more nesting than AWS takes",
        /is nested 101 levels deep/,
        one("apigateway/restApi:RestApi", { policy: "[".repeat(101) + "]".repeat(101) }),
      ),
      bad(
        "a text that looks like Pulumi's mark of a secret",
        /has the element "4dabf/,
        one("s3/bucketPolicy:BucketPolicy", {
          policy:
            '{"Version":"2012-10-17","Statement":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","Effect":"Allow","value":[]}}',
        }),
      ),
    ],
    defers: [
      ok("an unknown policy", one("s3/bucketPolicy:BucketPolicy", { policy: LATER })),
      ok("an unknown policy in a block", one("iam/role:Role", { inlinePolicies: [{ name: "a", policy: LATER }] })),
    ],
  },
  "database-windows": {
    accepts: [
      ok("apart", windows("07:00-08:00", "sun:08:30-sun:09:30")),
      ok("one after the other", windows("07:00-08:00", "sun:08:00-sun:08:30")),
      ok("over midnight", windows("23:30-00:30", "sun:00:30-sun:01:00")),
      ok("neither, which AWS then chooses", windows(undefined, undefined)),
      ok(
        "those of an instance",
        one("rds/instance:Instance", { backupWindow: "07:00-08:00", maintenanceWindow: "sun:08:30-sun:09:30" }),
      ),
    ],
    rejects: [
      bad("a meeting", /overlaps the backup window 07:00-09:00 on sun/, windows("07:00-09:00", "sun:08:30-sun:09:30")),
      bad("a meeting over midnight", /on mon/, windows("23:30-00:30", "mon:00:00-mon:00:30")),
      bad("a meeting over the end of the week", /overlaps/, windows("00:00-00:30", "sun:23:45-mon:00:15")),
      bad(
        "a meeting of an instance's",
        /overlaps/,
        one("rds/instance:Instance", { backupWindow: "07:00-08:00", maintenanceWindow: "sun:07:30-sun:08:30" }),
      ),
      bad("too short", /10 minutes, and RDS asks for at least 30/, windows("07:00-07:10", "sun:08:30-sun:09:30")),
      bad("too short for maintenance", /20 minutes/, windows("07:00-08:00", "sun:08:30-sun:08:50")),
      bad("no window", /not a window that RDS accepts.*07:00-08:00/, windows("at night", "sun:08:30-sun:09:30")),
      bad("no day", /not a window that RDS accepts.*sun:/, windows("07:00-08:00", "08:30-09:30")),
    ],
    defers: [ok("an unknown window", windows(LATER, "sun:08:30-sun:09:30"))],
  },
  "log-retention-days": {
    accepts: [ok("a year", group(365)), ok("six years", group("2192")), ok("nothing", group(undefined))],
    rejects: [bad("2190", /does not accept 2190/, group(2190)), bad("a word", /does not accept/, group("forever"))],
    defers: [ok("unknown days", group(LATER))],
  },
};
