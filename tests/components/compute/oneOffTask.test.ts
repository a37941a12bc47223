import { strict as assert } from "node:assert";
import { OneOffTask, type OneOffTaskArgs } from "../../../components/compute/oneOffTask";
import { deploy, promiseOf } from "../../harness";
import { container, SHELL, statements, TASK } from "./fixtures";

const task = (changes: Partial<OneOffTaskArgs> = {}) =>
  deploy(
    (opts) =>
      new OneOffTask("migrate", { ...TASK, vpcId: "vpc-1", command: ["python", "-m", "migrate"], ...changes }, opts),
  );

describe("OneOffTask", () => {
  it("runs its command and serves nothing: no port, no health check, no service", async () => {
    const deployed = await task();
    const app = container(deployed);
    assert.deepEqual(app.command, ["python", "-m", "migrate"]);
    assert.deepEqual([app.portMappings, app.healthCheck], [undefined, undefined]);
    assert.equal(deployed.all("ecs/service:Service").length, 0);
  });

  it("is as closed as a service: own roles, read-only disk, encrypted log", async () => {
    const deployed = await task();
    assert.equal(container(deployed).readonlyRootFilesystem, true);
    assert.deepEqual(Object.keys(statements(deployed, "migrate-start-may")), ["Login", "ThreatAgent", "Pull", "Logs"]);
    assert.equal(deployed.one("cloudwatch/logGroup:LogGroup").inputs["kmsKeyId"], TASK.logKmsKeyArn);
  });

  it("lets nobody in, and out to HTTPS and the database it imports from", async () => {
    const deployed = await task({ egressTo: { source: { port: 5432, cidrIpv4: "198.51.100.7/32" } } });
    assert.equal(deployed.all("vpc/securityGroupIngressRule:SecurityGroupIngressRule").length, 0);
    const names = deployed.all("vpc/securityGroupEgressRule:SecurityGroupEgressRule").map(({ name }) => name);
    assert.deepEqual(names.sort(), ["migrate-to-https", "migrate-to-source"]);
  });

  it("can be a tunnel for an operator", async () => {
    const deployed = await task({ shell: SHELL });
    assert.ok(statements(deployed, "migrate-run-may")["Shell"]);
    assert.equal(container(deployed).readonlyRootFilesystem, false);
  });

  it("offers what `aws ecs run-task` asks for", async () => {
    const { result } = await task();
    assert.match(await promiseOf(result.taskDefinitionArn), /migrate-task$/);
    assert.equal(await promiseOf(result.securityGroupId), "migrate-sg-id");
    assert.equal(await promiseOf(result.logGroupName), "migrate-logs");
  });
});
