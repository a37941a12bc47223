import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { DENIED_ON_LOGS } from "../../components/shared/logTampering";
import { Field } from "../../policies/engine/field";
import { HOLDS_DATA } from "../../policies/facts";
import { keysAskedOf } from "../../policies/shared/serviceTrust";
import { createAccount } from "../../stacks/account";
import { createContext } from "../../stacks/context";
import { createPlatform } from "../../stacks/platform";
import type { Profile } from "../../stacks/profile";
import { type Deployed, deploy } from "../harness";
import { committedAccount, committedProfile, STACKS } from "./profiles";

type Platform = Deployed<ReturnType<typeof createPlatform>>;
const compose = (profile: Profile): Promise<Platform> => deploy((opts) => createPlatform(profile, opts));

/** What rings in prod. One that goes is missed by nobody until the night it was for. */
const ALARMS = `
  alerts-undelivered api-errors api-slow backup-failed backup-missing
  certificate-api certificate-video database-capacity database-connections database-cpu
  database-deadlocks database-memory database-reader-capacity database-replica-lag database-transaction-ids
  entry-errors entry-refused entry-requests entry-tls-errors files-not-copied firewall-api-blocks
  firewall-recordings-blocks firewall-sign-in-blocks firewall-web-blocks nat-1-drops nat-1-outgoing
  nat-1-ports nat-2-drops nat-2-outgoing nat-2-ports proxy-cannot-connect
  proxy-refused-sign-ins proxy-waits recordings-errors recordings-refusals reminders-dead-letters
  reminders-not-started reminders-waiting rest-api-errors rest-api-refusals rest-api-slow sign-in-failures
  sign-in-leaked-passwords sign-in-takeover sign-in-throttled targets-blue-unhealthy targets-green-unhealthy
  tasks-cpu tasks-memory tasks-running token-refresh-throttled videos-not-copied web-errors
`
  .trim()
  .split(/\s+/);

/** Settings and services that exist once in an account or in a region of it. */
const ONCE =
  /^aws:(apigateway\/account|backup\/regionSettings|cfg\/|cloudtrail\/|costexplorer\/|ebs\/|ec2\/(imageBlock|instanceMetadataDefaults)|ecr\/replicationConfiguration|guardduty\/detector|iam\/(accountPasswordPolicy|group|openIdConnectProvider)|inspector2\/|s3\/accountPublicAccessBlock|securityhub\/|accessanalyzer\/)/;

/** Every string in a value, with its path. */
function* strings(value: unknown, path = ""): Generator<[string, string]> {
  if (typeof value === "string") yield [path, value];
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value)) yield* strings(each, `${path}.${key}`);
}

describe("the composed platform", function () {
  this.timeout(120_000);
  const platforms = new Map<string, Platform>();
  let account: Deployed<ReturnType<typeof createAccount>>;
  before(async () => {
    account = await deploy((opts) => createAccount(committedAccount(), opts));
    for (const stack of STACKS) platforms.set(stack, await compose(committedProfile(stack)));
  });
  const platform = (stack: string): Platform => {
    const found = platforms.get(stack);
    assert.ok(found);
    return found;
  };

  for (const stack of STACKS) {
    it(`${stack} has no input that an unresolved output was written into`, () => {
      for (const { type, name, inputs } of platform(stack).resources)
        for (const [path, text] of strings(inputs))
          assert.doesNotMatch(
            text.replaceAll("/dev/null", ""),
            /Calling \[to|\[object Object\]|undefined|\bnull\b/,
            `${type} ${name}${path}`,
          );
    });

    it(`${stack} makes nothing that an account has once: it would take it from the others when it goes`, () => {
      const once = [...new Set(account.resources.map(({ type }) => type))].filter((type) => ONCE.test(type));
      assert.ok(once.length > 10, once.join());
      assert.deepEqual(
        platform(stack)
          .resources.filter(({ type }) => ONCE.test(type))
          .map(({ name }) => name),
        [],
      );
    });

    it(`${stack} names its keys after itself: an alias is one for the account and region`, () => {
      const aliases = platform(stack).all("kms/alias:Alias");
      assert.ok(aliases.length > 5);
      for (const { inputs } of aliases) assert.match(inputs["name"], /^alias\/telehealth-test-/);
    });

    it(`${stack} creates everything through the one provider pinned to its account`, () => {
      const { accountId, region } = committedProfile(stack);
      const { inputs } = platform(stack).one("pulumi:providers:aws");
      assert.deepEqual(JSON.parse(inputs["allowedAccountIds"]), [accountId]);
      assert.equal(inputs["region"], region);
      const tags = JSON.parse(inputs["defaultTags"]).tags;
      assert.equal(tags.Environment, "test");
      assert.equal(tags.DataClass, committedProfile(stack).dataClass);
    });

    it(`${stack} lets the one distribution read recordings, and nothing else from outside IAM`, () => {
      const { inputs } = platform(stack).one("s3/bucketPolicy:BucketPolicy", "videos-policy");
      const { Statement: statements } = JSON.parse(inputs["policy"]);
      const [read, ...others] = statements.filter((each: any) => each.Effect === "Allow");
      assert.deepEqual(others, []);
      assert.equal(read.Condition.StringEquals["AWS:SourceArn"], "arn:aws:cloudfront:us-east-1:111122223333:video-cdn");
      const key = platform(stack).one("kms/keyPolicy:KeyPolicy", "videos-key-policy");
      const decrypt = JSON.parse(key.inputs["policy"]).Statement.find((each: any) => each.Sid === "CdnDecrypt");
      assert.deepEqual(decrypt.Condition, read.Condition);
    });
  }

  it("protects what holds data in staging and prod, and nothing in dev", () => {
    const kept = (stack: string) =>
      platform(stack).resources.filter(({ type, opts }) => HOLDS_DATA.includes(type) && opts.protect !== true);
    assert.deepEqual(
      kept("staging").map(({ name }) => name),
      [],
    );
    assert.deepEqual(
      kept("prod").map(({ name }) => name),
      [],
    );
    assert.equal(
      platform("dev").resources.some(({ opts }) => opts.protect === true),
      false,
    );
  });

  it("keeps what is not found clean closed in the copy as well: it is copied before the verdict", () => {
    const sids = (name: string) =>
      JSON.parse(platform("prod").one("s3/bucketPolicy:BucketPolicy", name).inputs["policy"]).Statement.filter(
        (each: any) => ["ReadOnlyWhatIsClean", "OnlyScannerGivesVerdict"].includes(each.Sid),
      );
    const copy = sids("files-replication-replica-policy");
    assert.equal(copy.length, 2);
    for (const each of copy)
      assert.deepEqual(each.Resource, ["arn:aws:s3:::telehealth-test-files-replica-111122223333/*"]);
    const roles = (statements: any[]) => statements.map((each) => each.Condition.ArnNotEquals["aws:PrincipalArn"]);
    assert.deepEqual(roles(copy), roles(sids("files-policy")));
  });

  it("records the reads of every bucket that patients' data is in, dumps included", () => {
    const { advancedEventSelectors } = account.one("cloudtrail/trail:Trail").inputs;
    const recorded: string[] = advancedEventSelectors[1].fieldSelectors.find(
      (each: any) => each.field === "resources.ARN",
    ).startsWiths;
    const stores = platform("prod").all("telehealth:storage:PhiBucket");
    assert.ok(stores.length >= 5);
    for (const { name, inputs } of stores) {
      const arn = `arn:aws:s3:::${inputs["bucketName"]}`.replace("telehealth-test-", "telehealth-prod-");
      assert.ok(
        recorded.some((each) => arn.startsWith(each)),
        name,
      );
    }
  });

  it("asks no service that takes a role for something it does not send", () => {
    for (const deployed of [account, ...platforms.values()])
      for (const { name, inputs } of deployed.all("iam/role:Role")) {
        const asked = keysAskedOf(new Field(inputs["assumeRolePolicy"]));
        const wrong = asked.filter(({ key, sent }) => sent.sends === "never" || !sent.sends.includes(key));
        assert.deepEqual(wrong, [], name);
      }
  });

  it("names no user or role as a principal, who would have to exist before the first update", () => {
    for (const deployed of [account, ...platforms.values()])
      for (const { name, inputs } of deployed.all("iam/role:Role"))
        for (const { Principal } of JSON.parse(inputs["assumeRolePolicy"]).Statement)
          for (const each of [Principal.AWS ?? []].flat()) assert.match(each, /:root$/, name);
  });

  it("lets every task pull GuardDuty's agent, and none run unwatched", () => {
    for (const stack of STACKS)
      for (const { name, inputs } of platform(stack).all("ecs/taskDefinition:TaskDefinition")) {
        const role = platform(stack)
          .all("iam/role:Role")
          .find((each) => `arn:aws:iam:us-east-1:111122223333:${each.name}` === inputs["executionRoleArn"]);
        assert.ok(role, `${stack} ${name}: ${inputs["executionRoleArn"]}`);
        const policies = platform(stack).all("iam/rolePolicy:RolePolicy");
        const held = policies.filter((each) => each.inputs["role"] === `${role.name}-id`);
        const text = held.map((each) => each.inputs["policy"]).join();
        assert.match(text, /:repository\/aws-guardduty-agent-fargate/, `${stack} ${name}`);
      }
  });

  it("has every alarm of the catalogue in prod, and no other", () => {
    const made = platform("prod").all("cloudwatch/metricAlarm:MetricAlarm");
    const names = made.filter(({ parent }) => parent === "alarms").map(({ name }) => name.replace(/^alarms-/, ""));
    assert.deepEqual(names.toSorted(), ALARMS);
  });

  it("watches each copy to the second region under the rule that makes it, and only where there are copies", () => {
    for (const stack of STACKS) {
      const deployed = platform(stack);
      const copies = deployed.all("s3/bucketReplicationConfig:BucketReplicationConfig");
      const { files, videos } = committedProfile(stack);
      assert.equal(copies.length, Number(files.replicate) + Number(videos.replicate));
      const watched = deployed
        .all("cloudwatch/metricAlarm:MetricAlarm")
        .filter(({ inputs }) => inputs["metricName"] === "OperationsFailedReplication")
        .map(({ inputs }) => inputs["dimensions"]);
      assert.deepEqual(
        watched,
        copies.map(({ inputs }) => ({
          SourceBucket: inputs["bucket"],
          DestinationBucket: inputs["rules"][0].destination.bucket.replace("arn:aws:s3:::", ""),
          RuleId: inputs["rules"][0].id,
        })),
      );
    }
  });

  it("watches the group of each schedule for runs that were dropped", () => {
    const prod = platform("prod");
    const [group, ...more] = prod.all("scheduler/scheduleGroup:ScheduleGroup");
    assert.deepEqual(more, []);
    const { inputs } = prod.one("cloudwatch/metricAlarm:MetricAlarm", "alarms-reminders-not-started");
    assert.deepEqual(inputs["dimensions"], { ScheduleGroup: group?.inputs["name"] });
  });

  it("denies operators and the break-glass role every way to hide or unmask a log", () => {
    const prod = platform("prod");
    for (const { inputs } of [
      prod.one("iam/policy:Policy", "operators-policy"),
      prod.one("iam/rolePolicy:RolePolicy", "break-glass-may"),
    ]) {
      const denied = JSON.parse(inputs["policy"])
        .Statement.filter((each: any) => each.Effect === "Deny" && each.Resource === "*" && !each.Condition)
        .flatMap((each: any) => each.Action);
      for (const action of DENIED_ON_LOGS) assert.ok(denied.includes(action), action);
    }
  });

  it("keeps a log of who looked into each bucket, but of those that take the logs", () => {
    for (const deployed of [account, ...platforms.values()]) {
      const logged = deployed.all("s3/bucketLogging:BucketLogging").map(({ name }) => name);
      for (const { name } of deployed.all("s3/bucket:Bucket"))
        if (!/-logs-bucket$/.test(name)) assert.ok(logged.includes(name.replace(/-bucket$/, "-logging")), name);
    }
  });

  it("names every log group that AWS delivers into in the policy of its region", async () => {
    const dev = committedProfile("dev");
    const network = { ...dev.network, availabilityZones: ["eu-central-1a", "eu-central-1b"] };
    const elsewhere = await compose({ ...dev, region: "eu-central-1", network });
    for (const deployed of [...platforms.values(), elsewhere]) {
      const home = deployed.one("pulumi:providers:aws").inputs["region"];
      const patterns = deployed
        .all("cloudwatch/logResourcePolicy:LogResourcePolicy")
        .flatMap(({ inputs }) => JSON.parse(inputs["policyDocument"]).Statement.flatMap((each: any) => each.Resource));
      const groups = deployed
        .all("cloudwatch/logGroup:LogGroup")
        .filter(({ inputs }) => /^(aws-waf-logs-|\/aws\/vendedlogs\/)/.test(inputs["name"]));
      assert.ok(groups.length >= 5);
      for (const { inputs } of groups) {
        const stream = `arn:aws:logs:${inputs["region"] ?? home}:111122223333:log-group:${inputs["name"]}:log-stream:x`;
        const named = patterns.some((each: string) => new RegExp(`^${each.replaceAll("*", ".*")}$`).test(stream));
        assert.ok(named, stream);
      }
    }
  });

  it("lets only the API, the migration, the import and the proxy reach the database", () => {
    const from = (stack: string) =>
      platform(stack)
        .all("vpc/securityGroupIngressRule:SecurityGroupIngressRule")
        .filter(({ inputs }) => inputs["fromPort"] === 5432)
        .map(({ name }) => name)
        .sort();
    const tasks = ["api-database-in", "import-database-in", "migrate-database-in"];
    assert.deepEqual(from("dev"), tasks);
    assert.deepEqual(from("prod"), [...tasks, "proxy-db-in"]);
  });

  it("gives every kind of data a key of its own", () => {
    const names = platform("prod")
      .all("kms/key:Key")
      .map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
    for (const purpose of [
      "database",
      "files",
      "videos",
      "secrets",
      "logs",
      "images",
      "sessions",
      "files-replica",
      "videos-replica",
    ])
      assert.ok(
        names.some((name) => name.startsWith(`${purpose}-key`)),
        purpose,
      );
  });

  it("keeps a key of us-east-1 for CloudFront's logs when the stack runs elsewhere", async () => {
    const dev = committedProfile("dev");
    const network = { ...dev.network, availabilityZones: ["eu-central-1a", "eu-central-1b"] };
    const elsewhere = await compose({ ...dev, region: "eu-central-1", network });
    const key = elsewhere.all("kms/key:Key").find(({ name }) => name.startsWith("edge-logs"));
    assert.equal(key?.inputs["region"], "us-east-1");
  });

  it("runs the stand-in until an image is pushed, and then the image of its own repository", async () => {
    const imageOf = (deployed: Platform) => {
      const { inputs } = deployed.one("ecs/taskDefinition:TaskDefinition", "api-task");
      return JSON.parse(inputs["containerDefinitions"])[0].image;
    };
    assert.match(imageOf(platform("dev")), /^public\.ecr\.aws\//);
    const dev = committedProfile("dev");
    const deployed = await compose({ ...dev, service: { ...dev.service, imageTag: "1.2.3" } });
    assert.match(imageOf(deployed), /^111122223333\.dkr\.ecr\.us-east-1\.amazonaws\.com\/.*:1\.2\.3$/);
  });

  it("puts a firewall before every way in", () => {
    for (const stack of STACKS) {
      const deployed = platform(stack);
      assert.deepEqual(
        deployed
          .all("wafv2/webAclAssociation:WebAclAssociation")
          .map(({ parent }) => parent)
          .sort(),
        ["api-firewall", "sign-in-firewall", ...(stack === "prod" ? ["web-firewall"] : [])],
      );
      assert.match(deployed.one("cloudfront/distribution:Distribution").inputs["webAclId"], /recordings-firewall/);
    }
  });

  it("keeps the secrets of the vendors that the settings name, and of no other", async () => {
    const placeholders = (deployed: Platform) =>
      deployed.all("secretsmanager/secretVersion:SecretVersion").map(({ parent }) => parent);
    assert.deepEqual(placeholders(platform("dev")), []);
    assert.deepEqual(placeholders(platform("prod")).sort(), ["jotform", "stripe", "twilio"]);
    const dev = committedProfile("dev");
    const deployed = await compose({ ...dev, integrations: ["twilio"] });
    assert.deepEqual(placeholders(deployed), ["twilio"]);
    const { inputs } = deployed.one("ecs/taskDefinition:TaskDefinition", "api-task");
    const secrets = JSON.parse(inputs["containerDefinitions"])[0].secrets.map((each: any) => each.name);
    assert.ok(secrets.length > 0 && secrets.every((name: string) => name.startsWith("TWILIO_")), secrets.join());
  });

  it("has API Gateway as its entry instead, with a load balancer that only it can reach", async () => {
    const dev = committedProfile("dev");
    const deployed = await compose({ ...dev, service: { ...dev.service, entry: "rest-api" } });
    const { inputs } = deployed.one("lb/loadBalancer:LoadBalancer");
    assert.equal(inputs["internal"], true);
    const into = deployed
      .all("vpc/securityGroupIngressRule:SecurityGroupIngressRule")
      .filter((each) => each.parent === "entry");
    assert.ok(into.length > 0);
    for (const each of into) assert.equal("cidrIpv4" in each.inputs, false, each.name);
    const firewall = deployed
      .all("wafv2/webAclAssociation:WebAclAssociation")
      .find(({ parent }) => parent === "api-firewall");
    assert.match(firewall?.inputs["resourceArn"], /rest-api/);
    const [transform] = deployed.one("lb/listenerRule:ListenerRule", "api-rule").inputs["transforms"];
    assert.equal(transform.type, "url-rewrite");
    assert.deepEqual(platform("dev").all("apigateway/restApi:RestApi"), []);
    assert.equal(platform("prod").one("apigateway/stage:Stage").inputs["stageName"], "test");
  });

  it("opens an upload only once it is found clean, where the settings ask for it", () => {
    const denied = (stack: string) => {
      const { inputs } = platform(stack).one("s3/bucketPolicy:BucketPolicy", "files-policy");
      return JSON.stringify(JSON.parse(inputs["policy"]).Statement).includes("NO_THREATS_FOUND");
    };
    assert.equal(denied("prod"), true);
    assert.equal(denied("dev"), false);
    assert.equal(platform("prod").all("guardduty/malwareProtectionPlan:MalwareProtectionPlan").length, 1);
    assert.equal(platform("dev").all("guardduty/malwareProtectionPlan:MalwareProtectionPlan").length, 0);
  });

  it("prepares reminders where there is a schedule, and sends none in a copy", () => {
    const schedule = (stack: string) =>
      platform(stack)
        .all("scheduler/schedule:Schedule")
        .map(({ inputs }) => inputs["state"]);
    assert.deepEqual(schedule("dev"), []);
    assert.deepEqual(schedule("staging"), ["DISABLED"]);
    assert.deepEqual(schedule("prod"), ["ENABLED"]);
  });

  it("hosts the browser's application where there is one, behind a firewall and without a backend value", () => {
    const { inputs } = platform("prod").one("amplify/branch:Branch");
    const names = Object.keys(inputs["environmentVariables"]);
    assert.equal(names.length, 8);
    assert.ok(names.every((name) => name.startsWith("VITE_")));
    assert.deepEqual(platform("dev").all("amplify/app:App"), []);
    const firewalls = platform("prod").all("wafv2/webAclAssociation:WebAclAssociation");
    const web = firewalls.find(({ parent }) => parent === "web-firewall");
    assert.equal(web?.inputs["region"], "us-east-1");
  });

  it("asks for a password before a site that is not of patients, and hands it on as a secret", async () => {
    pulumi.runtime.setConfig("telehealth:webPassword", "hunter2");
    const dev = committedProfile("dev");
    const web = { branch: "develop", stage: "DEVELOPMENT" as const, basicAuthUser: "clinic" };
    const deployed = await compose({ ...dev, web });
    const app = deployed.one("amplify/app:App").inputs;
    assert.equal(app["enableBasicAuth"] ?? deployed.one("amplify/branch:Branch").inputs["enableBasicAuth"], true);
    assert.ok(!JSON.stringify(deployed.one("telehealth:edge:WebApp").inputs).includes("hunter2"));
  });

  it("signs in with another provider only where one is named, and keeps its secret out of the arguments", async () => {
    assert.deepEqual(platform("prod").all("cognito/identityProvider:IdentityProvider"), []);
    pulumi.runtime.setConfig("telehealth:oidcClientSecret", "hunter3");
    const dev = committedProfile("dev");
    const oidc = { name: "Clinic", issuer: "https://login.example.com", clientId: "ehr", domainPrefix: "ehr-dev" };
    const deployed = await compose({ ...dev, identity: { ...dev.identity, oidc } });
    assert.equal(deployed.one("cognito/identityProvider:IdentityProvider").inputs["providerName"], "Clinic");
    const client = deployed.one("cognito/userPoolClient:UserPoolClient").inputs;
    assert.deepEqual(client["callbackUrls"], ["https://app.dev.telehealth.example.com/"]);
    assert.deepEqual(client["supportedIdentityProviders"], ["COGNITO", "Clinic"]);
  });

  describe("has by its settings", () => {
    /** How many resources of a type there are with and without something in the settings of dev. */
    const FEATURES: readonly [string, string, (dev: Profile) => Profile, [without: number, having: number]][] = [
      ["RDS Proxy", "rds/proxy:Proxy", (dev) => ({ ...dev, database: { ...dev.database, proxy: true } }), [0, 1]],
      [
        "readers",
        "rds/clusterInstance:ClusterInstance",
        (dev) => ({ ...dev, database: { ...dev.database, readers: 2 } }),
        [1, 3],
      ],
      [
        "copies of files",
        "s3/bucketReplicationConfig:BucketReplicationConfig",
        (dev) => ({ ...dev, files: { ...dev.files, replicate: true } }),
        [0, 1],
      ],
      [
        "copies of recordings",
        "s3/bucketReplicationConfig:BucketReplicationConfig",
        (dev) => ({ ...dev, videos: { ...dev.videos, keepVersions: true, replicate: true } }),
        [0, 1],
      ],
      [
        "endpoints of services",
        "ec2/vpcEndpoint:VpcEndpoint",
        (dev) => ({ ...dev, network: { ...dev.network, interfaceEndpoints: "minimal" } }),
        [1, 5],
      ],
      [
        "an answer to risky sign-ins",
        "cognito/riskConfiguration:RiskConfiguration",
        (dev) => ({ ...dev, identity: { ...dev.identity, threatProtection: "enforced" } }),
        [0, 1],
      ],
      ["an SMS role", "iam/role:Role", (dev) => ({ ...dev, identity: { ...dev.identity, sms: true } }), [15, 16]],
      [
        "a malware scan",
        "guardduty/malwareProtectionPlan:MalwareProtectionPlan",
        (dev) => ({ ...dev, files: { ...dev.files, malwareScan: true } }),
        [0, 1],
      ],
      [
        "a schedule of reminders",
        "scheduler/schedule:Schedule",
        (dev) => ({ ...dev, reminders: { expression: "rate(1 day)", timezone: "America/New_York", enabled: true } }),
        [0, 1],
      ],
      [
        "a function for events",
        "lambda/function:Function",
        (dev) => ({
          ...dev,
          events: {
            codePath: "tests/fixtures",
            handler: "index.handler",
            runtime: "nodejs22.x",
            reservedConcurrency: 5,
          },
        }),
        [0, 1],
      ],
    ];
    for (const [what, type, change, [without, having]] of FEATURES)
      it(what, async () => {
        assert.equal(platform("dev").all(type).length, without);
        assert.equal((await compose(change(committedProfile("dev")))).all(type).length, having);
      });

    it("blue/green, which watches over each deployment", async () => {
      const dev = committedProfile("dev");
      const deployed = await compose({ ...dev, service: { ...dev.service, deployment: "blue-green" } });
      const watches = (each: Platform) =>
        each.all("cloudwatch/metricAlarm:MetricAlarm").filter(({ name }) => name === "api-rollback").length;
      assert.deepEqual([watches(platform("dev")), watches(deployed)], [0, 1]);
    });

    it("a door for emergencies, a pipeline, and a boundary for roles", async () => {
      const dev = committedProfile("dev");
      const { delivery, roleBoundary, ...plain } = dev;
      const without = await compose(plain);
      assert.deepEqual(without.all("codepipeline/pipeline:Pipeline"), []);
      assert.ok(delivery && roleBoundary);
      assert.equal(platform("dev").all("codepipeline/pipeline:Pipeline").length, 1);
      assert.deepEqual(platform("dev").all("telehealth:security:BreakGlassRole"), []);
      assert.equal(platform("prod").all("telehealth:security:BreakGlassRole").length, 1);
      // What the transform does to a role is tested beside it; mocks run no transforms.
      const boundary = async (profile: Profile) =>
        (await deploy((opts) => createContext(profile, opts))).result.opts.transforms?.length ?? 0;
      assert.deepEqual([await boundary(plain), await boundary({ ...plain, roleBoundary: "boundary" })], [0, 1]);
    });

    it("its own sender of mail", async () => {
      const dev = committedProfile("dev");
      const email = {
        sourceArn: "arn:aws:ses:us-east-1:111122223333:identity/example.com",
        from: "no-reply@example.com",
      };
      const deployed = await compose({ ...dev, identity: { ...dev.identity, email } });
      const senderOf = (each: Platform) =>
        each.one("cognito/userPool:UserPool").inputs["emailConfiguration"]?.emailSendingAccount;
      assert.equal(senderOf(deployed), "DEVELOPER");
      assert.notEqual(senderOf(platform("dev")), "DEVELOPER");
    });

    it("builds of the web app from git", async () => {
      pulumi.runtime.setConfig("telehealth:webAccessToken", "token");
      const web = { branch: "main", stage: "PRODUCTION" as const, repositoryUrl: "https://git.example.com/clinic/web" };
      const deployed = await compose({ ...committedProfile("dev"), web });
      assert.equal(deployed.one("amplify/app:App").inputs["repository"], "https://git.example.com/clinic/web");
      assert.equal(platform("prod").one("amplify/app:App").inputs["repository"], undefined);
    });

    it("paths that vendors may call", async () => {
      const open = (each: Platform) =>
        each
          .all("apigateway/resource:Resource")
          .map(({ inputs }) => inputs["pathPart"])
          .includes("webhooks");
      assert.equal(open(platform("prod")), true);
      const prod = committedProfile("prod");
      assert.equal(open(await compose({ ...prod, service: { ...prod.service, webhookPaths: [] } })), false);
    });
  });
});
