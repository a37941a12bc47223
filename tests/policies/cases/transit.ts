import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";
import { document, statement } from "./policyCase";

const LISTENER = "lb/listener:Listener";
const MODERN = "ELBSecurityPolicy-TLS13-1-2-2021-06";
const redirect = (protocol?: string) => ({
  type: "redirect",
  redirect: { port: "443", protocol, statusCode: "HTTP_301" },
});
const http = (...defaultActions: object[]) => one(LISTENER, { port: 80, protocol: "HTTP", defaultActions });
const plain: Given = {
  type: `aws:${LISTENER}`,
  name: "plain",
  props: { port: 80, protocol: "HTTP", defaultActions: [redirect("HTTPS")] },
};
const ruleOn = (actions: object[]): Given => ({
  type: "aws:lb/listenerRule:ListenerRule",
  name: "api",
  props: { listenerArn: LATER, actions },
  from: { listenerArn: ["plain"] },
});

const CLUSTER_GROUP = "rds/clusterParameterGroup:ClusterParameterGroup";
const group = (family: string, ...parameters: object[]) => one(CLUSTER_GROUP, { family, parameters });
const set = (name: string, value: unknown) => ({ name, value });
const CACHE = "elasticache/replicationGroup:ReplicationGroup";
const DOMAIN = "opensearch/domain:Domain";
const SEARCH = {
  domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
  nodeToNodeEncryption: { enabled: true },
};
const MSK = "msk/cluster:Cluster";
const TASK = "ecs/taskDefinition:TaskDefinition";
const volume = (efsVolumeConfiguration: object) => one(TASK, { volumes: [{ name: "shared", efsVolumeConfiguration }] });
const container = (...environment: object[]) =>
  one(TASK, { containerDefinitions: JSON.stringify([{ name: "api", environment }]) });
const LAMBDA = "lambda/function:Function";

const bucket: Given = { type: "aws:s3/bucket:Bucket", name: "files", props: { bucket: "telehealth-files" } };
const plainDenied = (more: object = {}) =>
  statement("*", {
    Effect: "Deny",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::telehealth-files", "arn:aws:s3:::telehealth-files/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
    ...more,
  });
const policy = (...statements: object[]): Given => ({
  type: "aws:s3/bucketPolicy:BucketPolicy",
  name: "policy",
  props: { bucket: "telehealth-files", policy: document(...statements) },
});

export const transit: CaseTable = {
  "listener-tls": {
    accepts: [
      ok("HTTPS with a modern policy", one(LISTENER, { port: 443, protocol: "HTTPS", sslPolicy: MODERN })),
      ok(
        "TLS 1.3 only",
        one(LISTENER, { port: 443, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" }),
      ),
      ok(
        "a post-quantum policy",
        one(LISTENER, { protocol: "TLS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" }),
      ),
      ok("HTTP that only redirects", http(redirect("HTTPS"))),
      ok("HTTP that only says no", http({ type: "fixed-response", fixedResponse: { contentType: "text/plain" } })),
      ok("TLS passed through", one(LISTENER, { port: 443, protocol: "TCP", defaultActions: [{ type: "forward" }] })),
      ok("a rule that redirects on a listener for HTTP", [plain, ruleOn([redirect("HTTPS")])]),
    ],
    rejects: [
      bad("HTTP that forwards", /forward over plain HTTP/, http({ type: "forward", targetGroupArn: "arn:tg" })),
      bad("HTTP without actions", /without a redirect to HTTPS/, http()),
      bad("one action of two that forwards", /forward over plain/, http(redirect("HTTPS"), { type: "forward" })),
      bad("a redirect to HTTP", /stays on plain HTTP/, http(redirect("HTTP"))),
      bad("a redirect that keeps the protocol", /stays on plain HTTP/, http(redirect())),
      bad(
        "HTTPS with the default policy",
        /the default policy accepts/,
        one(LISTENER, { port: 443, protocol: "HTTPS" }),
      ),
      bad(
        "HTTPS with an old policy",
        /TLS-1-1-2017-01 accepts/,
        one(LISTENER, { port: 443, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS-1-1-2017-01" }),
      ),
      bad(
        "a policy for TLS 1.3 that still takes 1.0",
        /TLS13-1-0-2021-06 accepts/,
        one(LISTENER, { port: 443, protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-0-2021-06" }),
      ),
      bad("no protocol", /no protocol on port 8080/, one(LISTENER, { port: 8080 })),
      bad("TCP on the port of HTTP", /TCP on port 80/, one(LISTENER, { port: 80, protocol: "TCP" })),
      bad("a rule that forwards on a listener for HTTP", /forward over plain/, [plain, ruleOn([{ type: "forward" }])]),
      bad(
        "an old token",
        /forward over plain HTTP/,
        one("alb/listener:Listener", { port: 80, protocol: "HTTP", defaultActions: [{ type: "forward" }] }),
      ),
    ],
    defers: [ok("a policy that comes later", one(LISTENER, { port: 443, protocol: "HTTPS", sslPolicy: LATER }))],
  },
  "classic-listener-tls": {
    accepts: [ok("HTTPS", one("elb/loadBalancer:LoadBalancer", { listeners: [{ lbPort: 443, lbProtocol: "https" }] }))],
    rejects: [
      bad(
        "HTTP",
        /http is not encrypted/,
        one("elb/loadBalancer:LoadBalancer", { listeners: [{ lbProtocol: "http" }] }),
      ),
      bad("nothing", /no protocol/, one("elb/loadBalancer:LoadBalancer", { listeners: [{ lbPort: 80 }] })),
    ],
  },
  "target-group-tls": {
    accepts: [
      ok("HTTPS", one("lb/targetGroup:TargetGroup", { protocol: "HTTPS" })),
      ok("a function, which has no protocol", one("lb/targetGroup:TargetGroup", { targetType: "lambda" })),
    ],
    rejects: [bad("HTTP", /HTTP is not encrypted/, one("lb/targetGroup:TargetGroup", { protocol: "HTTP", port: 80 }))],
  },
  "lattice-listener-tls": {
    accepts: [ok("HTTPS", one("vpclattice/listener:Listener", { protocol: "HTTPS" }))],
    rejects: [bad("HTTP", /not encrypted/, one("vpclattice/listener:Listener", { protocol: "HTTP" }))],
  },
  "database-tls": {
    accepts: [
      ok(
        "Aurora that forces TLS",
        group("aurora-postgresql15", set("rds.force_ssl", "1"), set("ssl_min_protocol_version", "TLSv1.2")),
      ),
      ok("a version that forces it by itself", group("aurora-postgresql17")),
      ok(
        "instances of Aurora, whose cluster forces it",
        one("rds/parameterGroup:ParameterGroup", { family: "aurora-postgresql15" }),
      ),
      ok(
        "DocumentDB, where it is the default",
        one("docdb/clusterParameterGroup:ClusterParameterGroup", { family: "docdb5.0" }),
      ),
      ok(
        "DocumentDB with TLS 1.3",
        one("docdb/clusterParameterGroup:ClusterParameterGroup", {
          family: "docdb5.0",
          parameters: [set("tls", "tls1.3+")],
        }),
      ),
      ok("MySQL that asks for it", group("aurora-mysql8.0", set("require_secure_transport", "ON"))),
      ok(
        "Redshift",
        one("redshift/parameterGroup:ParameterGroup", {
          family: "redshift-1.0",
          parameters: [set("require_ssl", "true")],
        }),
      ),
    ],
    rejects: [
      bad("Aurora without the parameter", /unless rds\.force_ssl is set/, group("aurora-postgresql15")),
      bad("TLS switched off", /without TLS are accepted/, group("aurora-postgresql15", set("rds.force_ssl", "0"))),
      bad(
        "a number instead of a text",
        /without TLS are accepted/,
        group("aurora-postgresql17", set("rds.force_ssl", 0)),
      ),
      bad(
        "an old version",
        /TLSv1\.1 is insecure/,
        group("aurora-postgresql17", set("ssl_min_protocol_version", "TLSv1.1")),
      ),
      bad(
        "MySQL with an old version in the list",
        /is insecure/,
        group("aurora-mysql8.0", set("require_secure_transport", "ON"), set("tls_version", "TLSv1,TLSv1.2")),
      ),
      bad(
        "DocumentDB without TLS",
        /without TLS are accepted/,
        one("docdb/clusterParameterGroup:ClusterParameterGroup", {
          family: "docdb5.0",
          parameters: [set("tls", "disabled")],
        }),
      ),
      bad("Redshift", /unless require_ssl/, one("redshift/parameterGroup:ParameterGroup", { family: "redshift-1.0" })),
      bad(
        "Neptune",
        /without TLS are accepted/,
        one("neptune/clusterParameterGroup:ClusterParameterGroup", {
          family: "neptune1.3",
          parameters: [set("neptune_enforce_ssl", 0)],
        }),
      ),
    ],
    defers: [ok("a value that comes later", group("aurora-postgresql15", set("rds.force_ssl", LATER)))],
  },
  "database-parameter-group": {
    accepts: [
      ok(
        "a group of one's own",
        one("rds/cluster:Cluster", { engine: "aurora-postgresql", dbClusterParameterGroupName: "mine" }),
      ),
      ok("another engine", one("rds/cluster:Cluster", { engine: "aurora-mysql" })),
    ],
    rejects: [
      bad("none", /default group/, one("rds/cluster:Cluster", { engine: "aurora-postgresql" })),
      bad(
        "AWS's",
        /default group/,
        one("rds/cluster:Cluster", {
          engine: "aurora-postgresql",
          dbClusterParameterGroupName: "default.aurora-postgresql15",
        }),
      ),
    ],
  },
  "database-proxy-tls": {
    accepts: [ok("TLS required", one("rds/proxy:Proxy", { requireTls: true }))],
    rejects: [
      bad("nothing said", /without TLS/, one("rds/proxy:Proxy", {})),
      bad("switched off", /without TLS/, one("rds/proxy:Proxy", { requireTls: false })),
    ],
    defers: [ok("a value that comes later", one("rds/proxy:Proxy", { requireTls: LATER }))],
  },
  "database-proxy-debug-logging": {
    accepts: [
      ok("nothing said", one("rds/proxy:Proxy", {})),
      ok("switched off", one("rds/proxy:Proxy", { debugLogging: false })),
    ],
    rejects: [bad("switched on", /every statement/, one("rds/proxy:Proxy", { debugLogging: true }))],
    defers: [ok("a value that comes later", one("rds/proxy:Proxy", { debugLogging: LATER }))],
  },
  "cache-tls": {
    accepts: [
      ok("Redis with TLS", one(CACHE, { transitEncryptionEnabled: true, transitEncryptionMode: "required" })),
      ok("MemoryDB, where it is the default", one("memorydb/cluster:Cluster", {})),
      ok("DAX", one("dax/cluster:Cluster", { clusterEndpointEncryptionType: "TLS" })),
      ok("a member of a group", one("elasticache/cluster:Cluster", { replicationGroupId: LATER })),
    ],
    rejects: [
      bad("Redis without", /in clear text|without TLS/, one(CACHE, {})),
      bad(
        "Redis that takes both",
        /preferred also/,
        one(CACHE, { transitEncryptionEnabled: true, transitEncryptionMode: "preferred" }),
      ),
      bad("a single node", /in clear text|without TLS/, one("elasticache/cluster:Cluster", { engine: "memcached" })),
      bad("MemoryDB switched off", /in clear text|without TLS/, one("memorydb/cluster:Cluster", { tlsEnabled: false })),
      bad("DAX by default", /in clear text|without TLS/, one("dax/cluster:Cluster", {})),
    ],
  },
  "search-tls": {
    accepts: [ok("everything on", one(DOMAIN, SEARCH))],
    rejects: [
      bad("nothing said", /plain HTTP/, one(DOMAIN, {})),
      bad(
        "HTTP allowed",
        /plain HTTP/,
        one(DOMAIN, { ...SEARCH, domainEndpointOptions: { ...SEARCH.domainEndpointOptions, enforceHttps: false } }),
      ),
      bad("nodes in the clear", /between nodes/, one(DOMAIN, { ...SEARCH, nodeToNodeEncryption: { enabled: false } })),
      bad(
        "an old policy",
        /TLS-1-0-2019-07 accepts/,
        one(DOMAIN, {
          ...SEARCH,
          domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-0-2019-07" },
        }),
      ),
    ],
  },
  "kafka-tls": {
    accepts: [
      ok("the defaults", one(MSK, {})),
      ok("TLS", one(MSK, { encryptionInfo: { encryptionInTransit: { clientBroker: "TLS", inCluster: true } } })),
    ],
    rejects: [
      bad(
        "both",
        /clients may connect/,
        one(MSK, { encryptionInfo: { encryptionInTransit: { clientBroker: "TLS_PLAINTEXT" } } }),
      ),
      bad(
        "brokers in the clear",
        /each other/,
        one(MSK, { encryptionInfo: { encryptionInTransit: { inCluster: false } } }),
      ),
    ],
  },
  "s3-bucket-tls-only": {
    accepts: [
      ok("a policy that denies plain HTTP", [bucket, policy(plainDenied())]),
      ok("a condition that is a boolean", [
        bucket,
        policy(plainDenied({ Condition: { Bool: { "aws:SecureTransport": false } } })),
      ]),
      ok("the principal as an object", [bucket, policy(plainDenied({ Principal: { AWS: "*" } }))]),
    ],
    rejects: [
      bad("no policy", /has no policy/, [bucket]),
      bad("a policy of another bucket", /has no policy/, [
        bucket,
        { ...policy(plainDenied()), props: { bucket: "other", policy: document(plainDenied()) } },
      ]),
      bad("a policy without the statement", /accepts plain HTTP/, [
        bucket,
        policy(statement({ AWS: "arn:aws:iam::111122223333:root" })),
      ]),
      bad("only reading denied", /accepts plain HTTP/, [bucket, policy(plainDenied({ Action: "s3:GetObject" }))]),
      bad("only the bucket itself", /accepts plain HTTP/, [
        bucket,
        policy(plainDenied({ Resource: "arn:aws:s3:::telehealth-files" })),
      ]),
      bad("only for one user", /accepts plain HTTP/, [
        bucket,
        policy(plainDenied({ Principal: { AWS: "arn:aws:iam::111122223333:user/a" } })),
      ]),
      bad("the condition the wrong way round", /accepts plain HTTP/, [
        bucket,
        policy(plainDenied({ Condition: { Bool: { "aws:SecureTransport": "true" } } })),
      ]),
      bad("with a second condition", /accepts plain HTTP/, [
        bucket,
        policy(
          plainDenied({
            Condition: { Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:PrincipalTag/x": "y" } },
          }),
        ),
      ]),
      bad("allowed instead of denied", /accepts plain HTTP/, [bucket, policy(plainDenied({ Effect: "Allow" }))]),
    ],
  },
  "task-volume-tls": {
    accepts: [
      ok("TLS", volume({ fileSystemId: "fs-1", transitEncryption: "ENABLED" })),
      ok("no volumes", one(TASK, {})),
    ],
    rejects: [
      bad("nothing said", /in clear text|without TLS/, volume({ fileSystemId: "fs-1" })),
      bad("switched off", /in clear text|without TLS/, volume({ fileSystemId: "fs-1", transitEncryption: "DISABLED" })),
    ],
  },
  "migration-endpoint-tls": {
    accepts: [
      ok(
        "a certificate that is checked",
        one("dms/endpoint:Endpoint", { engineName: "postgres", sslMode: "verify-full" }),
      ),
      ok("a bucket", one("dms/endpoint:Endpoint", { engineName: "s3" })),
    ],
    rejects: [
      bad("nothing said", /in clear text|without TLS/, one("dms/endpoint:Endpoint", { engineName: "postgres" })),
      bad(
        "none",
        /in clear text|without TLS/,
        one("dms/endpoint:Endpoint", { engineName: "postgres", sslMode: "none" }),
      ),
    ],
  },
  "transfer-protocol": {
    accepts: [
      ok("SFTP", one("transfer/server:Server", { protocols: ["SFTP"] })),
      ok("the default", one("transfer/server:Server", {})),
    ],
    rejects: [
      bad(
        "FTP beside SFTP",
        /in clear text|without TLS/,
        one("transfer/server:Server", { protocols: ["SFTP", "FTP"] }),
      ),
    ],
  },
  "connection-tls": {
    accepts: [
      ok("a strict mode", container({ name: "PGSSLMODE", value: "verify-full" })),
      ok("an address with TLS", container({ name: "API_URL", value: "https://api.example.com" })),
      ok("the task itself", container({ name: "AGENT", value: "http://localhost:2000" })),
      ok("the metadata of the task", container({ name: "METADATA", value: "http://169.254.170.2/v4" })),
    ],
    defers: [ok("an address that comes later", one(LAMBDA, { environment: { variables: { API_URL: LATER } } }))],
    rejects: [
      bad("a database without TLS", /PGSSLMODE lets/, container({ name: "PGSSLMODE", value: "disable" })),
      bad(
        "an address that says so",
        /DATABASE_URL lets/,
        container({ name: "DATABASE_URL", value: "postgres://db/x?sslmode=disable" }),
      ),
      bad(
        "certificates that nobody looks at",
        /NODE_TLS/,
        one(LAMBDA, { environment: { variables: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } } }),
      ),
      bad(
        "a plain address",
        /API_URL is a URL without TLS/,
        container({ name: "API_URL", value: "http://api.internal" }),
      ),
      bad("a plain cache", /REDIS_URL is a URL/, container({ name: "REDIS_URL", value: "redis://cache:6379" })),
      bad(
        "a build",
        /NODE_TLS/,
        one("codebuild/project:Project", {
          environment: { environmentVariables: [{ name: "NODE_TLS_REJECT_UNAUTHORIZED", value: "0" }] },
        }),
      ),
    ],
  },
};
