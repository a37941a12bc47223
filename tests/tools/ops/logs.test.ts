import { strict as assert } from "node:assert";
import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { CreateFlowLogsCommand, CreateVpcCommand, EC2Client } from "@aws-sdk/client-ec2";
import {
  CreateClusterCommand,
  CreateServiceCommand,
  ECSClient,
  RegisterTaskDefinitionCommand,
} from "@aws-sdk/client-ecs";
import { CreateRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { logs as operation, type Question, showLogs } from "../../../tools/ops/logs";
import { SOURCES } from "../../../tools/ops/logSources/sources";
import { UsageError } from "../../../tools/shared/usageError";
import { client, sceneWith, useEmulator } from "./emulator";

const MINUTE = 60_000;
const AUDIT = "/telehealth-prod/audit";
/** CloudWatch Logs takes no events of long ago, so the tests are about the last hour. */
const NOW = Math.floor(Date.now() / MINUTE) * MINUTE;
const ASKED: Question = {
  of: undefined,
  group: undefined,
  region: undefined,
  since: 15 * MINUTE,
  filter: undefined,
  limit: 1000,
  follow: false,
};

describe("npm run ops -- logs", () => {
  useEmulator();
  const known = new Set<string>();
  beforeEach(() => {
    known.clear();
  });

  /** Writes events, some minutes before `NOW`. */
  async function write(logGroupName: string, ...events: readonly (readonly [minutesAgo: number, message: string])[]) {
    const logs = new CloudWatchLogsClient(client);
    const stream = { logGroupName, logStreamName: "stream" };
    if (!known.has(logGroupName)) {
      await logs.send(new CreateLogGroupCommand({ logGroupName }));
      await logs.send(new CreateLogStreamCommand(stream));
      known.add(logGroupName);
    }
    const logEvents = events.map(([minutes, message]) => ({ timestamp: NOW - minutes * MINUTE, message }));
    await logs.send(new PutLogEventsCommand({ ...stream, logEvents }));
  }

  const ask = async (
    question: Partial<Question>,
    { outputs = {}, isDryRun = false, wait = () => Promise.reject(new Error("waits")) }: Setting = {},
  ) => {
    const scene = sceneWith({ auditLogGroup: AUDIT, ...outputs }, isDryRun);
    await showLogs({ ...ASKED, ...question }, scene, { now: () => NOW, wait });
    return scene.said;
  };
  interface Setting {
    readonly outputs?: Record<string, unknown>;
    readonly isDryRun?: boolean;
    readonly wait?: () => Promise<void>;
  }
  const at = (minutesAgo: number) => new Date(NOW - minutesAgo * MINUTE).toISOString();
  const shown = (said: readonly string[]) => said.filter((line) => /^\d{4}-/.test(line));

  it("shows what was logged since then, in the order of time, and warns of PHI", async () => {
    await write(AUDIT, [20, "too old"], [3, "second\n"]);
    await write(AUDIT, [9, "first"]);
    const said = await ask({ of: SOURCES.audit });
    assert.deepEqual(said, [
      "Note: This says who saw which patient's data. Treat it as PHI: no copies in tickets, chats or mails.",
      `calls logs FilterLogEvents {"logGroupName":"/telehealth-prod/audit","startTime":${NOW - 15 * MINUTE},"limit":1000}`,
      `${at(9)}  first`,
      `${at(3)}  second`,
    ]);
    assert.deepEqual(shown(await ask({ of: SOURCES.audit })), shown(said));
  });

  it("shows what matches a filter", async () => {
    await write(AUDIT, [2, "patient read"], [1, "patient changed"]);
    assert.deepEqual(shown(await ask({ of: SOURCES.audit, filter: "changed" })), [`${at(1)}  patient changed`]);
  });

  it("reads every page, and ends at the limit", async () => {
    const many = Array.from({ length: 2500 }, (_, index) => [1, `event ${index}`] as const);
    await write(AUDIT, ...many);
    const all = await ask({ of: SOURCES.audit, limit: 5000 });
    assert.equal(all.filter((line) => line.startsWith("calls")).length, 3);
    assert.deepEqual(
      shown(all).map((line) => line.slice(26)),
      many.map(([, message]) => message),
    );
    const some = await ask({ of: SOURCES.audit, limit: 1200 });
    assert.equal(some.filter((line) => line.startsWith("calls")).length, 2);
    assert.equal(shown(some).length, 1200);
    assert.match(some.at(-1) ?? "", /^Ends after 1200 events, with more to come/);
    assert.doesNotMatch((await ask({ of: SOURCES.audit, limit: 2500 })).at(-1) ?? "", /Ends/);
  });

  it("merges the groups of a log, and names those that are not there", async () => {
    const [cluster, proxy] = ["/aws/rds/cluster/telehealth-prod/postgresql", "/aws/rds/proxy/telehealth-prod"];
    await write(cluster, [5, "checkpoint"], [1, "connection"]);
    await write(proxy, [3, "borrowed"]);
    assert.deepEqual(shown(await ask({ of: SOURCES.database })), [
      `${at(5)}  ${cluster}  checkpoint`,
      `${at(3)}  ${proxy}  borrowed`,
      `${at(1)}  ${cluster}  connection`,
    ]);
    await write("aws-waf-logs-telehealth-prod-api", [1, "{}"]);
    const said = await ask({ of: SOURCES.firewall });
    assert.deepEqual(shown(said), [`${at(1)}  aws-waf-logs-telehealth-prod-api  {}`]);
    assert.deepEqual(
      said.filter((line) => line.startsWith("(")),
      ["sign-in", "recordings", "web"].map((purpose) => `(There is no aws-waf-logs-telehealth-prod-${purpose}.)`),
    );
  });

  it("follows: shows each event once, and those that arrive late", async () => {
    await write(AUDIT, [2, "first"]);
    const rounds = [
      () => write(AUDIT, [1, "second"]),
      () => write(AUDIT, [1.5, "late"], [1, "same time as the second"]),
      () => Promise.resolve(),
      () => Promise.reject(new Error("Ctrl+C")),
    ];
    const scene = sceneWith({ auditLogGroup: AUDIT });
    const wait = () => (rounds.shift() ?? assert.fail())();
    const following = showLogs({ ...ASKED, of: SOURCES.audit, follow: true }, scene, { now: () => NOW, wait });
    await assert.rejects(following, /Ctrl\+C/);
    assert.deepEqual(shown(scene.said), [
      `${at(2)}  first`,
      `${at(1)}  second`,
      `${at(1.5)}  late`,
      `${at(1)}  same time as the second`,
    ]);
    assert.equal(scene.said.filter((line) => line.startsWith("calls")).length, 1);
  });

  it("ends at the limit while it follows", async () => {
    await write(AUDIT, [3, "first"]);
    const wait = () => write(AUDIT, [2, "second"], [1, "third"]);
    const said = await ask({ of: SOURCES.audit, follow: true, limit: 2 }, { wait });
    assert.deepEqual(
      shown(said).map((line) => line.slice(26)),
      ["first", "second"],
    );
    assert.match(said.at(-1) ?? "", /^Ends after 2 events, with more to come/);
  });

  it("lets no message command the terminal", async () => {
    await write(AUDIT, [1, "agent \u001b[2Jcurl\r\u009b0m\tdone"]);
    assert.deepEqual(shown(await ask({ of: SOURCES.audit })), [`${at(1)}  agent \\x1b[2Jcurl\\x0d\\x9b0m\tdone`]);
  });

  describe("finds groups that have no fixed name", () => {
    const task = async (family: string, group: string) => {
      const options = { "awslogs-group": group, "awslogs-stream-prefix": family, "awslogs-region": client.region };
      const container = {
        name: family,
        image: "x",
        memory: 512,
        logConfiguration: { logDriver: "awslogs" as const, options },
      };
      const command = new RegisterTaskDefinitionCommand({ family, containerDefinitions: [container] });
      const { taskDefinition } = await new ECSClient(client).send(command);
      return taskDefinition?.taskDefinitionArn ?? "";
    };

    it("of the API: in the task definition that its service runs", async () => {
      const ecs = new ECSClient(client);
      await ecs.send(new CreateClusterCommand({ clusterName: "services" }));
      const taskDefinition = await task("api", "api-logs-1");
      const service = { serviceName: "api", taskDefinition, desiredCount: 1 };
      await ecs.send(new CreateServiceCommand({ cluster: "services", ...service }));
      await write("api-logs-1", [1, "listening"]);
      const outputs = { clusterName: "services", serviceName: "api" };
      assert.deepEqual(shown(await ask({ of: SOURCES.api }, { outputs })), [`${at(1)}  listening`]);
      await assert.rejects(ask({ of: SOURCES.api }, { outputs: { ...outputs, serviceName: "web" } }), {
        constructor: UsageError,
        message: "There is no service web in the cluster services.",
      });
    });

    for (const [name, output] of [
      ["migrate", "migrationTaskArn"],
      ["import", "importTaskArn"],
    ] as const)
      it(`of ${name}: in its task definition`, async () => {
        const outputs = { [output]: await task(name, `${name}-logs-1`) };
        await write(`${name}-logs-1`, [1, "done"]);
        assert.deepEqual(shown(await ask({ of: SOURCES[name] }, { outputs })), [`${at(1)}  done`]);
      });

    it("of the network: in the flow log of the VPC", async () => {
      const ec2 = new EC2Client(client);
      const { Vpc } = await ec2.send(new CreateVpcCommand({ CidrBlock: "10.0.0.0/16" }));
      const role = new CreateRoleCommand({ RoleName: "flows", AssumeRolePolicyDocument: "{}" });
      const { Role } = await new IAMClient(client).send(role);
      await write("network-flows-1", [1, "ACCEPT"]);
      await ec2.send(
        new CreateFlowLogsCommand({
          ResourceIds: [Vpc?.VpcId ?? ""],
          ResourceType: "VPC",
          TrafficType: "ALL",
          LogGroupName: "network-flows-1",
          DeliverLogsPermissionArn: Role?.Arn,
        }),
      );
      const outputs = { vpcId: Vpc?.VpcId };
      assert.deepEqual(shown(await ask({ of: SOURCES.network }, { outputs })), [`${at(1)}  ACCEPT`]);
      await assert.rejects(ask({ of: SOURCES.network }, { outputs: { vpcId: "vpc-2" } }), {
        constructor: UsageError,
        message: /no log group/,
      });
    });
  });

  it("reads any group by its name", async () => {
    await write("video-logs-1", [1, "GET"]);
    assert.deepEqual(shown(await ask({ group: "video-logs-1" })), [`${at(1)}  GET`]);
    await assert.rejects(ask({ group: "video-logs-1", region: "eu-west-1" }), {
      constructor: UsageError,
      message: "prod has no such log yet: video-logs-1.",
    });
  });

  it("shows its calls in a dry run, and makes none", async () => {
    const outputs = { clusterName: "services", serviceName: "api", userPoolId: "us-east-1_1" };
    const from = NOW - 15 * MINUTE;
    assert.deepEqual(await ask({ of: SOURCES.api, follow: true }, { outputs, isDryRun: true }), [
      'would call ecs DescribeServices {"cluster":"services","services":["api"]}',
      'would call ecs DescribeTaskDefinition {"taskDefinition":"<task definition of the API>"}',
      `would call logs FilterLogEvents {"logGroupName":"<log group>","startTime":${from},"limit":1000}`,
      "would ask again every 5 seconds",
    ]);
    const groups = async (of: Question["of"]) =>
      (await ask({ of }, { outputs, isDryRun: true })).flatMap(
        (line) => /"logGroupName":"([^"]+)"/.exec(line)?.[1] ?? [],
      );
    assert.deepEqual(await groups(SOURCES["audit-findings"]), ["/aws/vendedlogs/telehealth-prod/audit-findings"]);
    assert.deepEqual(await groups(SOURCES["sign-in"]), ["/aws/vendedlogs/cognito/us-east-1_1"]);
  });

  for (const [question, said] of [
    [{}, /Choose one: --of api\|/],
    [{ of: SOURCES.audit, group: "x" }, /Choose one/],
    [{ of: SOURCES.audit, region: "us-east-1" }, /--region: goes with --group/],
  ] as const)
    it(`refuses ${Object.keys(question).join(" with ") || "neither a log nor a group"}`, async () => {
      await assert.rejects(ask(question), { constructor: UsageError, message: said });
    });

  for (const [words, said] of [
    [["--of", "web"], /--of.*is not a log\. Write one of api, migrate, /],
    [["--of", "api", "--since", "soon"], /--since.*is not a time/],
    [["--of", "api", "--limit", "0"], /--limit.*is not from 1/],
    [["--group", ""], /--group.*is empty/],
  ] as const)
    it(`refuses ${words.join(" ")}`, async () => {
      await assert.rejects(Promise.resolve(words).then(operation.run), { constructor: UsageError, message: said });
    });
});
