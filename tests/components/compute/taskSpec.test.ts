import { strict as assert } from "node:assert";
import { bootstrapContainer } from "../../../components/compute/bootstrapContainer";
import type { FargateServiceArgs } from "../../../components/compute/fargateService";
import { container, LOG_KEY, SECRET_KEY, SHELL, secretArn, service } from "./fixtures";

const secret = { secretArn: secretArn("stripe"), kmsKeyArn: SECRET_KEY };
const TASK_DEFINITION = "ecs/taskDefinition:TaskDefinition";

describe("the container of a task", () => {
  it("runs as an ordinary user on a read-only disk with memory for temporary files", async () => {
    const app = container(await service());
    assert.equal(app.user, "10001:10001");
    assert.equal(app.readonlyRootFilesystem, true);
    assert.deepEqual(app.linuxParameters.tmpfs, [
      { containerPath: "/tmp", size: 64, mountOptions: ["nosuid", "nodev"] },
    ]);
  });

  it("is the whole task: when it ends, the task ends", async () => {
    const app = container(await service());
    assert.equal(app.essential, true);
    assert.equal(app.name, (await service()).one("ecs/service:Service").inputs["loadBalancers"][0].containerName);
  });

  it("can write its disk when operators may open a shell, which needs it", async () => {
    const app = container(await service({ shell: SHELL }));
    assert.equal(app.readonlyRootFilesystem, false);
    assert.equal(app.linuxParameters.initProcessEnabled, true);
  });

  it("writes its log to a group that exists, with a stream prefix", async () => {
    const deployed = await service();
    const { logDriver, options } = container(deployed).logConfiguration;
    assert.equal(logDriver, "awslogs");
    assert.equal(options["awslogs-group"], "api-logs");
    assert.equal(options["awslogs-region"], "us-east-1");
    assert.ok(options["awslogs-stream-prefix"]);
    assert.equal(options["awslogs-create-group"], undefined);
    const group = deployed.one("cloudwatch/logGroup:LogGroup", "api-logs");
    assert.equal(group.inputs["kmsKeyId"], LOG_KEY);
    assert.equal(group.inputs["retentionInDays"], 365);
    assert.deepEqual([group.inputs["deletionProtectionEnabled"], group.opts.protect], [true, true]);
  });

  it("goes on working while the log service is slow", async () => {
    const { options } = container(await service()).logConfiguration;
    assert.deepEqual([options.mode, options["max-buffer-size"]], ["non-blocking", "25m"]);
  });

  it("does not protect the log group of a disposable environment", async () => {
    const group = (await service({ deletionProtection: false })).one("cloudwatch/logGroup:LogGroup", "api-logs");
    assert.deepEqual([group.inputs["deletionProtectionEnabled"], group.opts.protect], [false, false]);
  });

  it("reads secrets by reference, one key of a JSON secret with two colons behind it", async () => {
    const secrets = { STRIPE_KEY: { ...secret, key: "secretKey" }, ALL: secret };
    assert.deepEqual(container(await service({ secrets })).secrets, [
      { name: "ALL", valueFrom: secret.secretArn },
      { name: "STRIPE_KEY", valueFrom: `${secret.secretArn}:secretKey::` },
    ]);
  });

  it("lists settings in alphabetical order, so that their order in the program is no change", async () => {
    const app = container(await service({ environment: { B: "2", A: "1" } }));
    assert.deepEqual(app.environment, [
      { name: "A", value: "1" },
      { name: "B", value: "2" },
    ]);
  });

  it("is healthy while it answers over TLS on its port and path", async () => {
    const { healthCheck, portMappings } = container(await service({ containerPort: 9443, healthPath: "/ready" }));
    assert.match(healthCheck.command.at(-1), /https:\/\/127\.0\.0\.1:9443\/ready/);
    assert.equal(healthCheck.command[0], "CMD");
    assert.deepEqual([healthCheck.interval, healthCheck.timeout, healthCheck.retries], [15, 5, 3]);
    assert.deepEqual(portMappings, [{ containerPort: 9443, hostPort: 9443, protocol: "tcp" }]);
  });

  it("takes another health command, and at most the 300 seconds of start that ECS allows", async () => {
    const app = container(await service({ healthCommand: ["CMD", "/healthy"], graceSeconds: 900 }));
    assert.deepEqual(app.healthCheck.command, ["CMD", "/healthy"]);
    assert.equal(app.healthCheck.startPeriod, 300);
  });

  it("can start with the bootstrap image, on the port and path of the service", async () => {
    const app = container(await service(bootstrapContainer()));
    assert.match(app.image, /^public\.ecr\.aws\//);
    assert.deepEqual(app.command.slice(-2), ["8443", "/health"]);
    assert.equal(container(await service()).command, undefined);
  });
});

describe("the task definition", () => {
  it("is for Fargate on ARM64 unless the image is built for x86", async () => {
    const arm = (await service()).one(TASK_DEFINITION).inputs;
    assert.deepEqual(arm["requiresCompatibilities"], ["FARGATE"]);
    assert.equal(arm["networkMode"], "awsvpc");
    assert.deepEqual(arm["runtimePlatform"], { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" });
    const x86 = (await service({ architecture: "X86_64" })).one(TASK_DEFINITION).inputs;
    assert.equal(x86["runtimePlatform"].cpuArchitecture, "X86_64");
  });

  it("gives the size as text, half a vCPU and 1 GiB unless told otherwise", async () => {
    const size = async (changes: Partial<FargateServiceArgs>) => {
      const { inputs } = (await service(changes)).one(TASK_DEFINITION);
      return [inputs["cpu"], inputs["memory"]];
    };
    assert.deepEqual(await size({}), ["512", "1024"]);
    assert.deepEqual(await size({ cpu: 2048, memoryMiB: 4096 }), ["2048", "4096"]);
  });

  it("starts with one role and runs with the other", async () => {
    const { inputs } = (await service()).one(TASK_DEFINITION);
    assert.match(inputs["executionRoleArn"], /:api-start$/);
    assert.match(inputs["taskRoleArn"], /:api-run$/);
  });

  it("carries the stack in its family, which is shared by the whole account", async () => {
    assert.equal((await service()).one(TASK_DEFINITION).inputs["family"], "test-api");
  });

  it("keeps old revisions, which ECS needs to roll back", async () => {
    assert.equal((await service()).one(TASK_DEFINITION).inputs["skipDestroy"], true);
  });
});

describe("a task that AWS would refuse, or that has too many rights", () => {
  for (const [what, changes, said] of [
    ["a size Fargate has not", { cpu: 256, memoryMiB: 4096 }, /memoryMiB: .*4096 MiB.*512, 1024, 2048/],
    ["root by name", { user: "root" }, /user: "root" is root.*10001/],
    ["root by number, with a group", { user: "0:10001" }, /user: "0:10001" is root/],
    ["temporary files that leave no memory", { scratchMiB: 600 }, /scratchMiB: 600.*more memory/],
    ["no room for temporary files", { scratchMiB: 0 }, /scratchMiB: 0/],
    [
      "a variable that is both a setting and a secret",
      { environment: { KEY: "x" }, secrets: { KEY: secret } },
      /environment\.KEY: it is also in secrets/,
    ],
  ] as [string, Partial<FargateServiceArgs>, RegExp][])
    it(`is stopped: ${what}`, async () => {
      await assert.rejects(service(changes), said);
    });

  it("goes on with an ordinary user given without a group", async () => {
    assert.equal(container(await service({ user: "1000" })).user, "1000");
  });
});
