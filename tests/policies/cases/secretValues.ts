import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const SECRET_ARN = "arn:aws:secretsmanager:us-east-1:111122223333:secret:telehealth/db-a1b2c3";
const parameter = (props: Given["props"]) => one("ssm/parameter:Parameter", { type: "String", ...props });
const version = (secretString: unknown) => one("secretsmanager/secretVersion:SecretVersion", { secretString });
const script = (userData: unknown) => one("ec2/instance:Instance", { userData });
const base64 = (text: string) => Buffer.from(text).toString("base64");
/** Put together, so that nobody's scanner takes the tests for a leak. */
const STRIPE = ["sk", "live", "51HexampleEXAMPLE000"].join("_");
const ACCESS_KEY = ["AKIA", "IOSFODNN7EXAMPLE"].join("");
const PRIVATE_KEY = ["-----BEGIN RSA PRIVATE", "KEY-----\nMII\n"].join(" ");
const DATABASE = ["postgresql://app:Tr0ub4dor", "db.internal:5432/ehr"].join("@");
const made = (type: string, props: Given["props"], from: string, property: string): Given[] => [
  { type: "random:index/randomPassword:RandomPassword", name: "made", props: { length: 32 } },
  { type: `aws:${type}`, name: "it", props, from: { [property]: [from] } },
];

export const secretValues: CaseTable = {
  "ssm-parameter-plain-secret": {
    accepts: [
      ok("a setting", parameter({ name: "/telehealth/prod/log-level", value: "info" })),
      ok("the ARN of a secret", parameter({ name: "/telehealth/prod/db-secret", value: SECRET_ARN })),
      ok(
        "a secure one",
        one("ssm/parameter:Parameter", { type: "SecureString", name: "/db-password", value: "hunter22" }),
      ),
      ok("a public key", parameter({ name: "/telehealth/jwt-public-key", value: "-----BEGIN PUBLIC KEY-----" })),
      ok("how long a token lives", parameter({ name: "/telehealth/token-ttl", value: "3600" })),
    ],
    rejects: [
      bad("a password", /db-password/, parameter({ name: "/telehealth/prod/db-password", value: "hunter22" })),
      bad(
        "an address with a password",
        /a URL with a password/,
        parameter({ name: "/telehealth/prod/database", value: DATABASE }),
      ),
      bad("a key without a name", /Stripe/, parameter({ name: "/telehealth/stripe", insecureValue: STRIPE })),
      bad(
        "a list",
        /api-keys|secret|Stripe/,
        one("ssm/parameter:Parameter", { type: "StringList", name: "/keys", value: `a,${STRIPE}` }),
      ),
    ],
    defers: [
      ok("an unknown type", parameter({ type: LATER })),
      ok("an unknown value", parameter({ name: "/db-password", value: LATER })),
    ],
  },
  "database-password-value": {
    accepts: [
      ok("a password that AWS manages", one("rds/cluster:Cluster", { manageMasterUserPassword: true })),
      ok("one that is only written", one("rds/instance:Instance", { passwordWo: "x", passwordWoVersion: 1 })),
      ok("a copy", one("rds/instance:Instance", { replicateSourceDb: "db" })),
      ok("where the password is", one("docdb/elasticCluster:ElasticCluster", { adminUserPassword: SECRET_ARN })),
    ],
    rejects: [
      ...(
        [
          ["rds/cluster:Cluster", "masterPassword"],
          ["rds/instance:Instance", "password"],
          ["docdb/cluster:Cluster", "masterPassword"],
          ["redshift/cluster:Cluster", "masterPassword"],
          ["redshiftserverless/namespace:Namespace", "adminUserPassword"],
          ["docdb/elasticCluster:ElasticCluster", "adminUserPassword"],
          ["dms/endpoint:Endpoint", "password"],
        ] as const
      ).map(([type, property]) =>
        bad(`${property} of ${type}`, /in the program/, one(type, { [property]: "hunter22" })),
      ),
      bad(
        "a user of a search domain",
        /in the program/,
        one("opensearch/domain:Domain", {
          advancedSecurityOptions: { masterUserOptions: { masterUserPassword: "hunter22" } },
        }),
      ),
    ],
    defers: [ok("a password that is made in the same update", one("rds/cluster:Cluster", { masterPassword: LATER }))],
  },
  "credential-value": {
    accepts: [
      ok("users by role", one("elasticache/replicationGroup:ReplicationGroup", { userGroupIds: ["g"] })),
      ok(
        "a token that is made",
        made("elasticache/replicationGroup:ReplicationGroup", { authToken: LATER }, "made", "authToken"),
      ),
      ok("one that is only written", one("elasticache/replicationGroup:ReplicationGroup", { authTokenWo: "x" })),
      ok(
        "a connection by its secret",
        one("glue/connection:Connection", { connectionProperties: { SECRET_ID: "telehealth/db" } }),
      ),
    ],
    rejects: [
      bad(
        "a token",
        /in the program/,
        one("elasticache/replicationGroup:ReplicationGroup", { authToken: "0123456789abcdef" }),
      ),
      bad("a password in a list", /in the program/, one("elasticache/user:User", { passwords: ["0123456789abcdef"] })),
      bad(
        "a connection",
        /in the program/,
        one("glue/connection:Connection", { connectionProperties: { PASSWORD: "hunter22" } }),
      ),
      bad("a user", /in the program/, one("cognito/user:User", { temporaryPassword: "Welcome2026!" })),
    ],
    defers: [ok("one that is not known", one("cognito/user:User", { password: LATER }))],
  },
  "secret-value-in-program": {
    accepts: [
      ...[
        "REPLACE_ME",
        "placeholder",
        '{"STRIPE_SECRET_KEY":"REPLACE_ME","STRIPE_WEBHOOK_SECRET":"<set by operator>"}',
        '{"host":"db.internal","port":5432,"username":"app"}',
      ].map((text) => ok(text, version(text))),
      ok("one that is only written", one("secretsmanager/secretVersion:SecretVersion", { secretStringWo: "x" })),
      ok(
        "one that is made",
        made("secretsmanager/secretVersion:SecretVersion", { secretString: LATER }, "made", "secretString"),
      ),
    ],
    rejects: [
      ...[
        "hunter22",
        STRIPE,
        `{"STRIPE_SECRET_KEY":"${STRIPE}"}`,
        '{"username":"app","password":"hunter22"}',
        '{"accountSid":"AC0123456789","authToken":"0123456789abcdef"}',
      ].map((text) => bad(text, /in the program/, version(text))),
      bad(
        "bytes",
        /in the program/,
        one("secretsmanager/secretVersion:SecretVersion", { secretBinary: "aHVudGVyMjI=" }),
      ),
    ],
    defers: [ok("unknown", version(LATER))],
  },
  "script-secret-value": {
    accepts: [
      ok("a script without secrets", script("#!/bin/bash\nyum install -y nginx\nexport LOG_LEVEL=info\n")),
      ok(
        "a script that reads its secret",
        script('DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id telehealth/db)\nTOKEN="${TOKEN}"\n'),
      ),
      ok(
        "the token of the metadata service",
        script(
          'TOKEN=`curl -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 21600"`\ncurl -H "X-aws-ec2-metadata-token: $TOKEN"',
        ),
      ),
      ok("code that looks it up", script('token = os.environ["API_TOKEN"]\npassword = settings.database.password\n')),
      ok("nothing", script(undefined)),
      ok(
        "base64 that is longer than any script",
        script(base64(`#!/bin/bash\nexport DB_PASSWORD=Tr0ub4dor3\n${"# x\n".repeat(13_000)}`)),
      ),
      ok(
        "a definition that names a secret",
        one("sfn/stateMachine:StateMachine", {
          definition: JSON.stringify({
            States: { A: { Parameters: { SecretId: SECRET_ARN, "Token.$": "$$.Task.Token" } } },
          }),
        }),
      ),
      ok(
        "a build of ours",
        one("amplify/app:App", {
          buildSpec: "version: 1\nfrontend:\n  phases:\n    build:\n      commands: [npm run build]\n",
        }),
      ),
    ],
    rejects: [
      bad("a password", /value of DB_PASSWORD/, script("#!/bin/bash\nexport DB_PASSWORD='Tr0ub4dor&3'\n")),
      bad(
        "a password in base64",
        /value of DB_PASSWORD/,
        script(base64("#!/bin/bash\nexport DB_PASSWORD=Tr0ub4dor3\n")),
      ),
      bad(
        "a template in base64",
        /access key/,
        one("ec2/launchTemplate:LaunchTemplate", {
          userData: base64(`#!/bin/bash\naws configure set aws_access_key_id ${ACCESS_KEY}\n`),
        }),
      ),
      bad("an option", /value of password|value of/, script("mysql -u app --password=hunter2222 ehr")),
      bad("a key", /private key/, script(PRIVATE_KEY)),
      bad(
        "what starts a task",
        /value of/,
        one("scheduler/schedule:Schedule", {
          target: { input: JSON.stringify({ apiKey: "9f8e7d6c5b4a" }) },
        }),
      ),
      bad(
        "a definition",
        /value of|holds/,
        one("sfn/stateMachine:StateMachine", {
          definition: JSON.stringify({ States: { A: { Parameters: { ApiKey: "9f8e7d6c5b4a" } } } }),
        }),
      ),
    ],
    defers: [ok("unknown", script(LATER))],
  },
  "credential-text": {
    accepts: [
      ok("tags", one("s3/bucket:Bucket", { bucket: "telehealth-files", tags: { Owner: "platform@example.com" } })),
      ok(
        "an address",
        one("cloudwatch/eventApiDestination:EventApiDestination", {
          invocationEndpoint: "https://api.example.com/hook",
        }),
      ),
      ok("a public key", one("cloudfront/publicKey:PublicKey", { encodedKey: "-----BEGIN PUBLIC KEY-----\nMII\n" })),
      ok("a certificate that is brought along", one("acm/certificate:Certificate", { privateKey: PRIVATE_KEY })),
      ok("a secret's own value, which is another rule's", version(STRIPE)),
    ],
    rejects: [
      bad("a tag", /tags.Key: holds an AWS access key/, one("s3/bucket:Bucket", { tags: { Key: ACCESS_KEY } })),
      bad(
        "a description",
        /description: holds a Stripe secret key/,
        one("kms/key:Key", { description: `for ${STRIPE}` }),
      ),
      bad(
        "a repository with a token",
        /URL with a password/,
        one("amplify/app:App", { repository: ["https://bot:0123456789abcdef", "github.com/example/app"].join("@") }),
      ),
      bad(
        "a command",
        /holds/,
        one("ssm/maintenanceWindowTask:MaintenanceWindowTask", {
          taskInvocationParameters: {
            runCommandParameters: { parameters: [{ name: "commands", values: [`psql ${DATABASE}`] }] },
          },
        }),
      ),
    ],
    defers: [ok("an unknown text", one("kms/key:Key", { description: LATER }))],
  },
};
