import { strict as assert } from "node:assert";
import { type Symptom, SYMPTOM_NAMES, SYMPTOMS } from "../../../../tools/reports/doctor/explain/symptoms";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import { altered, type Change, healthy, type Stack, without } from "./stacks";

const missing = (symptom: Symptom, snapshot: Snapshot) =>
  SYMPTOMS[symptom].links(snapshot).flatMap(({ id, verdict }) => (verdict === "wrong" ? [id] : []));

const PUBLIC_ACCESS = '\\"s3:PutObject\\",\\"s3:AbortMultipartUpload\\"';

/** What is taken away, and the one link that has to be named. */
const BROKEN: readonly (readonly [link: string, stack: Stack, what: string, change: Change])[] = [
  ["database/cluster", "dev", "the only instance", without("database-instance1")],
  ["database/address", "prod", "the endpoint in the task", altered("api-task", "telehealth-prod.proxy-", "old.proxy-")],
  ["database/api-out", "prod", "the rule that lets the API out", without("api-database-out")],
  ["database/api-in", "prod", "the rule that lets the API in", without("api-database-in")],
  ["database/api-in", "dev", "the same without a proxy", without("api-database-in")],
  ["database/api-out", "dev", "the right port", altered("api-database-out", "5432", "3306")],
  ["database/proxy-out", "prod", "the rule that lets the proxy out", without("proxy-db-out")],
  ["database/proxy-in", "prod", "the rule that lets the proxy in", without("proxy-db-in")],
  ["database/proxy-target", "prod", "the proxy's target", without("proxy-target")],
  ["database/network", "prod", "the common VPC", altered("api-sg", "vpc-", "vpc-other-")],
  ["database/routes", "prod", "a route table", without("network-vpc-private-1", "routeTableAssociation")],
  ["database/subnets", "prod", "the subnet group", without("database-subnets")],
  [
    "database/iam-auth",
    "prod",
    "IAM authentication",
    altered("database-cluster", '"iamDatabaseAuthenticationEnabled":true', '"x":1'),
  ],
  ["database/api-may-connect", "prod", "the API's permission", altered("api-run-may", "rds-db:connect", "rds-db:look")],
  ["database/api-may-connect", "dev", "the right user", altered("api-run-may", "/app", "/web")],
  ["database/proxy-may-connect", "prod", "the proxy's permission", without("proxy-connect")],
  ["database/secret", "prod", "the master's secret", altered("database-cluster", '"active"', '"impaired"')],

  [
    "sign-in/client",
    "prod",
    "the output's client",
    altered("telehealth-prod", '"userPoolClientId":"', '"userPoolClientId":"old'),
  ],
  [
    "sign-in/client-secret",
    "prod",
    "the client's openness",
    altered("users-client", '"id":', '"generateSecret":true,"id":'),
  ],
  ["sign-in/flows", "prod", "a flow", altered("users-client", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH")],
  ["sign-in/mfa", "prod", "authenticator apps", altered("users-pool", '"enabled":true', '"enabled":false')],
  [
    "sign-in/callbacks",
    "prod",
    "a callback address",
    altered(
      "users-client",
      '"id":',
      '"allowedOauthFlowsUserPoolClient":true,"callbackUrls":["https://telehealth.example.com/in"],"id":',
    ),
  ],
  ["sign-in/groups", "prod", "a group", without("users-therapist")],
  ["sign-in/token", "prod", "the audience in the task", altered("api-task", "TOKEN_AUDIENCE", "AUDIENCE")],
  [
    "sign-in/identity-provider",
    "prod",
    "the identity pool's client",
    altered("identities-pool", '"clientId":"', '"clientId":"old'),
  ],
  ["sign-in/identity-role", "prod", "the role's attachment", without("identities-roles")],
  [
    "sign-in/identity-role",
    "dev",
    "the role's trust",
    altered("identities-user", "identity.amazonaws.com:aud", "identity.amazonaws.com:sub"),
  ],
  ["sign-in/tags", "prod", "the tags of a session", without("identities-tags")],

  [
    "upload/cors-origins",
    "prod",
    "an origin",
    altered("files-cors", "https://app.telehealth.example.com", "https://old.example.com"),
  ],
  ["upload/cors-methods", "dev", "PUT", altered("files-cors", '"PUT",', "")],
  ["upload/cors-etag", "prod", "the ETag", altered("files-cors", '"ETag"', '"Date"')],
  ["upload/role-prefix", "prod", "the own folder", altered("identities-files", "files/${cognito", "old/${cognito")],
  [
    "upload/role-prefix",
    "dev",
    "the right to write",
    altered("identities-files", PUBLIC_ACCESS, '\\"s3:AbortMultipartUpload\\"'),
  ],
  ["upload/role-key", "prod", "the right to encrypt", altered("identities-files", "kms:GenerateDataKey", "kms:Verify")],
  ["upload/key-policy", "prod", "the account in the key's policy", altered("files-key-policy", ":root", ":role/x")],
  ["upload/tls", "prod", "the statement on TLS", altered("files-policy", "aws:SecureTransport", "aws:Other")],

  ["api-403/name", "prod", "the host's record", without("rest-api-name-a")],
  ["api-403/name", "dev", "the record's target", altered("api-name-a", "entry-lb", "other-lb")],
  ["api-403/domain", "prod", "the mapping", without("rest-api-mapping")],
  ["api-403/stage", "prod", "the deployment", without("rest-api-deployment")],
  ["api-403/authorizer", "prod", "the authorizer's pool", altered("rest-api-users", "userpool/us-", "userpool/eu-")],
  [
    "api-403/methods",
    "prod",
    "a method's authorizer",
    altered("rest-api-rest-any", '"authorizerId":"', '"authorizerId":"old'),
  ],
  ["api-403/resources", "prod", "the resource for other paths", altered("rest-api-rest", "{proxy+}", "old")],
  ["api-403/token", "prod", "the issuer in the task", altered("api-task", "TOKEN_ISSUER", "ISSUER")],
  ["api-403/firewall", "prod", "the firewall's association", without("api-firewall-stage")],
  ["api-403/firewall", "dev", "the firewall", without("api-firewall-acl")],
  ["api-403/throttling", "prod", "the limits", without("rest-api-settings")],
  ["api-403/link-out", "prod", "the rule that lets the link out", without("rest-api-to-backend")],
  ["api-403/link-in", "prod", "the rule that lets the link in", without("entry-from-link")],
  ["api-403/route", "prod", "the load balancer's rule", without("api-rule")],

  ["cdn-403/key-group", "prod", "the key group", without("video-keys")],
  ["cdn-403/public-key", "prod", "the key in the group", altered("video-keys", '"items":["', '"items":["OLD')],
  [
    "cdn-403/signing-secret",
    "prod",
    "the API's permission",
    altered("api-run-may", "secretsmanager:GetSecretValue", "secretsmanager:ListSecrets"),
  ],
  ["cdn-403/access-control", "prod", "the access control", without("video-access")],
  [
    "cdn-403/bucket-policy",
    "prod",
    "the right distribution",
    altered("videos-policy", "distribution/", "distribution/OLD"),
  ],
  [
    "cdn-403/bucket-policy",
    "dev",
    "the service",
    altered("videos-policy", "cloudfront.amazonaws.com", "s3.amazonaws.com"),
  ],
  ["cdn-403/key-policy", "prod", "the key's grant", altered("videos-key-policy", "kms:Decrypt", "kms:Verify")],

  ["video/host", "prod", "the alias", altered("video-cdn", '"aliases":["video.', '"aliases":["old.')],
  ["video/name", "prod", "the host's record", without("video-name-a")],
  ["video/certificate", "prod", "the validation", without("video-cert-issued")],
  ["video/enabled", "prod", "the switch", altered("video-cdn", '"enabled":true', '"enabled":false')],
  ["video/origin", "prod", "the bucket behind it", altered("video-cdn", "telehealth-prod-videos", "old-videos")],
  ["video/cors", "prod", "an origin in the headers", altered("video-headers", "https://app.", "https://old.")],
  ["video/store", "prod", "the right to store", altered("api-run-may", "s3:PutObject", "s3:PutObjectAcl")],
  ["video/store-key", "prod", "the right to encrypt", altered("api-run-may", "kms:GenerateDataKey", "kms:Verify")],
  ["video/upload-origins", "prod", "an origin of the bucket", altered("videos-cors", "https://app.", "https://old.")],

  ["deployment/circuit-breaker", "prod", "the way back", altered("api-service", '"rollback":true', '"rollback":false')],
  ["deployment/architecture", "prod", "the processor", altered("api-task", "ARM64", "X86_64")],
  ["deployment/pull", "prod", "the right to pull", altered("api-start-may", "ecr:BatchGetImage", "ecr:ListImages")],
  ["deployment/way-out", "prod", "a NAT route", without("network-vpc-private-1", "route:Route")],
  ["deployment/secrets", "prod", "a secret", without("stripe-secret")],
  [
    "deployment/secrets",
    "prod",
    "the right to read them",
    altered("api-start-may", "secretsmanager:GetSecretValue", "secretsmanager:ListSecrets"),
  ],
  ["deployment/logs", "prod", "the log group", without("api-logs")],
  ["deployment/port", "prod", "the one port", altered("api-blue", '"port":8443', '"port":8080')],
  ["deployment/tls", "prod", "TLS to the container", altered("api-blue", '"protocol":"HTTPS"', '"protocol":"HTTP"')],
  ["deployment/health-path", "dev", "the path", altered("api-blue", '"/health"', '"/"')],
  ["deployment/balancer-out", "prod", "the rule that lets the load balancer out", without("api-lb-out")],
  ["deployment/balancer-in", "prod", "the rule that lets it in", without("api-from-lb")],
];

const symptomOf = (link: string) => SYMPTOM_NAMES.find((name) => link.startsWith(`${name}/`)) ?? "database";

describe("an explanation", () => {
  for (const stack of ["dev", "prod"] as const)
    for (const symptom of SYMPTOM_NAMES)
      it(`of ${symptom} misses nothing in a healthy ${stack}, and says how to look at it`, () => {
        assert.deepEqual(missing(symptom, healthy[stack]), []);
        const commands = SYMPTOMS[symptom].commands(healthy[stack]);
        assert.ok(commands.length >= 3 || symptom === "database");
        for (const command of commands) assert.ok(!/undefined| {2}-| $|''/.test(command), command);
      });

  for (const [link, stack, what, change] of BROKEN)
    it(`names ${link} and nothing else when ${stack} is without ${what}`, () => {
      assert.deepEqual(missing(symptomOf(link), change(healthy[stack])), [link]);
    });

  it("has been tried on every link that can be missing, but for what other links need as well", () => {
    const tried = new Set(BROKEN.map(([link]) => link));
    const empty = { ...healthy.prod, resources: [] };
    const all = SYMPTOM_NAMES.flatMap((symptom) => missing(symptom, empty));
    const untried = [...new Set(all)].filter((link) => !tried.has(link));
    assert.deepEqual(untried, ["upload/bucket", "upload/bucket-key", "deployment/task"]);
  });

  it("says what to do about every link that is missing or not known", () => {
    for (const symptom of SYMPTOM_NAMES)
      for (const snapshot of [healthy.dev, healthy.prod, { ...healthy.prod, resources: [] }])
        for (const { verdict, fix, id } of SYMPTOMS[symptom].links(snapshot))
          assert.equal(fix.length > 0, verdict !== "good", id);
  });

  it("tells of an archive that sleeps, and not of one that plays at once", () => {
    const verdict = (snapshot: Snapshot) =>
      SYMPTOMS["cdn-403"].links(snapshot).find(({ id }) => id === "cdn-403/archive")?.verdict;
    assert.equal(verdict(healthy.prod), "good");
    assert.equal(verdict(altered("videos-lifecycle", "GLACIER_IR", "GLACIER")(healthy.prod)), "unknown");
  });

  it("warns of the stand-in until an image of the stack's own repository runs", () => {
    const verdict = (snapshot: Snapshot) =>
      SYMPTOMS.deployment.links(snapshot).find(({ id }) => id === "deployment/image")?.verdict;
    assert.equal(verdict(healthy.prod), "warning");
    const repository = healthy.prod.resources.find(({ name }) => name === "api-images-images")?.outputs?.[
      "repositoryUrl"
    ];
    const released = altered(
      "api-task",
      "public.ecr.aws/docker/library/python:3.13-slim",
      `${String(repository)}:1.0.0`,
    );
    assert.equal(verdict(released(healthy.prod)), "unknown");
  });

  it("asks for a NAT gateway only as long as the stand-in is pulled: own images come through the endpoints", () => {
    const registry = "111122223333.dkr.ecr.us-east-1.amazonaws.com/x";
    const own = altered("api-task", "public.ecr.aws/docker/library/python", registry)(healthy.prod);
    const cut = without("network-vpc-private-1", "route:Route")(own);
    assert.deepEqual(missing("deployment", cut), []);
    assert.deepEqual(missing("deployment", without("network-endpoints-ecr.dkr")(cut)), ["deployment/way-out"]);
  });
});
