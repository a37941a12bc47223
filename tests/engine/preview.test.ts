import { strict as assert } from "node:assert";
import { STACKS } from "../stacks/profiles";
import { planOf } from "./deployed";
import { Workspace } from "./workspace";

describe("a preview on the real engine", function () {
  this.timeout(600_000);
  let workspace: Workspace;
  before(() => (workspace = new Workspace()));
  after(() => {
    workspace.dispose();
  });

  for (const stack of STACKS)
    it(`of ${stack} is valid JSON, violates no policy and creates everything`, async () => {
      const { steps, changeSummary, diagnostics = [] } = JSON.parse(await planOf(stack));
      assert.ok(changeSummary.create > 100, `${changeSummary.create} resources`);
      assert.deepEqual(Object.keys(changeSummary), ["create"]);
      assert.deepEqual(
        diagnostics.filter((each: any) => each.severity === "error"),
        [],
      );
      for (const { newState } of steps) assert.ok(!newState.urn.includes("undefined"), newState.urn);
    });

  it("as `npm run --silent start` runs it prints nothing but JSON when JSON is asked for", async () => {
    const { code, stdout, end } = await workspace.npmStart("preview", "--stack", "dev", "--json");
    assert.equal(code, 0, end);
    assert.equal(JSON.parse(stdout).steps[0].op, "create");
  });

  it("turns public addresses off in every subnet that awsx makes", async () => {
    const subnets = JSON.parse(await planOf("prod")).steps.filter(
      (each: any) => each.newState.type === "aws:ec2/subnet:Subnet",
    );
    assert.equal(subnets.length, 6);
    for (const { newState } of subnets) assert.equal(newState.inputs.mapPublicIpOnLaunch, false, newState.urn);
  });

  it("shows the policy pack's verdict", async () => {
    const { code, output, end } = await workspace.pulumi("preview", "--stack", "dev");
    assert.equal(code, 0, end);
    assert.match(output, /Policies:[\s\S]*hipaa-telehealth-policies/);
  });

  it("with API Gateway as the entry and a site behind a password violates no policy, and keeps the password secret", async () => {
    workspace.configure("dev", {
      "service.entry": "rest-api",
      web: { branch: "develop", stage: "DEVELOPMENT", basicAuthUser: "clinic" },
      webPassword: { secure: "v1:encrypted" },
    });
    const { code, stdout, end } = await workspace.pulumi("preview", "--stack", "dev", "--json");
    assert.equal(code, 0, end);
    const types = JSON.parse(stdout).steps.map(({ newState }: any) => newState.type);
    for (const type of ["aws:apigateway/restApi:RestApi", "aws:amplify/app:App"]) assert.ok(types.includes(type), type);
    assert.ok(!stdout.includes(Buffer.from("clinic:offline-placeholder").toString("base64")));
  });

  it("with a secret in plain text is stopped before anything reads it, and says what to do", async () => {
    workspace.configure("dev", { webPassword: "hunter2-marker" });
    const { code, output } = await workspace.pulumi("preview", "--stack", "dev");
    assert.equal(code, 2, output);
    assert.match(
      output,
      /^Pulumi\.dev\.yaml:\d+:\d+: telehealth:webPassword is a secret in plain text, .*npm run pulumi -- config set --secret telehealth:webPassword --stack dev$/m,
    );
    assert.ok(!output.includes("hunter2"));
    workspace.configure("dev", { webPassword: { secure: "v1:encrypted" } });
  });

  it("of a wrong configuration lists every problem in one message, without a stack trace", async () => {
    workspace.configure("dev", {
      "service.entry": "load-balancer",
      surprise: 1,
      "network.cidr": "10.0.0.0/33",
      "database.engineVersion": "15.3",
      accountId: undefined,
    });
    const { code, output } = await workspace.pulumi("preview", "--stack", "dev");
    assert.notEqual(code, 0);
    assert.match(output, /4 settings have to be corrected in Pulumi\.dev\.yaml/);
    assert.match(output, /telehealth:surprise: is not a setting/);
    assert.match(output, /telehealth:network\.cidr: "10\.0\.0\.0\/33" is not an IPv4 network/);
    assert.match(output, /telehealth:database\.engineVersion: .*15\.3/);
    assert.match(output, /telehealth:accountId: is missing/);
    assert.doesNotMatch(output, /^\s+at .*\.(ts|js):\d+/m);
  });
});
