import { CloudFormationClient, CreateStackCommand } from "@aws-sdk/client-cloudformation";
import { strict as assert } from "node:assert";
import { listStacks } from "../../../tools/ops/cdk/listStacks";
import { migrationOf } from "../../../tools/ops/cdk/migration";
import { importCdk } from "../../../tools/ops/importCdk";
import type { Calls } from "../../../tools/ops/shared/calls";
import { UsageError } from "../../../tools/shared/usageError";
import { fixture, importedAs, quietly, snapshot, text } from "./cdk/given";
import { client, sceneWith, useEmulator } from "./emulator";

describe("npm run ops -- import-cdk", () => {
  it("shows the calls of a dry run and makes none", async () => {
    const said: string[] = [];
    await quietly(() => importCdk.run(["--cfn-stack", "Network, Clinic", "--dry-run", "--stack", "prod"]), said);
    assert.deepEqual(said, [
      'would call CloudFormation ListStackResources {"StackName":"Network"}',
      'would call CloudFormation GetTemplate {"StackName":"Network","TemplateStage":"Processed"}',
      'would call CloudFormation ListStackResources {"StackName":"Clinic"}',
      'would call CloudFormation GetTemplate {"StackName":"Clinic","TemplateStage":"Processed"}',
      "would compare what they answer with the preview of prod, and write import.json",
    ]);
  });

  for (const [words, says] of [
    [[], /either --cfn-stack .* or --resources/],
    [["--cfn-stack", "A", "--resources", "b.json"], /either --cfn-stack/],
    [["--cfn-stack", "A", "--template", "b.json"], /--template: .* Leave it out/],
    [["--resources", "nowhere.json", "--file", fixture("preview.json")], /nowhere\.json cannot be read/],
    [["--resources", fixture("template.json"), "--file", fixture("preview.json")], /not a list of resources/],
    [["--resources", __filename, "--file", fixture("preview.json")], /not valid JSON/],
  ] as const)
    it(`says what to write for ${words.filter((word) => word.startsWith("--")).join(" ") || "nothing"}`, async () => {
      await assert.rejects(
        async () => importCdk.run(words),
        (error) => error instanceof UsageError && says.test(error.message),
      );
    });

  it("reads every page of the list", async () => {
    const pages = [
      {
        StackResourceSummaries: [{ LogicalResourceId: "A", ResourceType: "T", PhysicalResourceId: "a" }],
        NextToken: "2",
      },
      { StackResourceSummaries: [{ LogicalResourceId: "B", ResourceType: "T", PhysicalResourceId: "b" }] },
    ];
    const asked: unknown[] = [];
    const calls = {
      isDryRun: false,
      send: (_service: string, { input }: { input: object }) => {
        asked.push(input);
        return Promise.resolve(pages.shift() ?? { TemplateBody: '{"Resources":{}}' });
      },
    } as unknown as Calls;
    const found = await listStacks(["Clinic"], calls, client);
    assert.deepEqual(
      found.map(({ logicalId }) => logicalId),
      ["A", "B"],
    );
    assert.deepEqual(asked[1], { StackName: "Clinic", NextToken: "2" });
  });
});

describe("a stack in AWS", function () {
  this.timeout(60_000);
  useEmulator();

  it("is read with its template, and its addresses by their allocation", async () => {
    const cloudFormation = new CloudFormationClient({ ...client, maxAttempts: 1 });
    await cloudFormation.send(new CreateStackCommand({ StackName: "Clinic", TemplateBody: text("template.json") }));
    const { calls, said } = sceneWith({});
    const live = await listStacks(["Clinic"], calls, client);
    const stack = new Map(live.map((each) => [each.logicalId, each]));
    const migration = migrationOf([stack], snapshot, new Map());
    const id = (logicalId: string) => stack.get(logicalId)?.physicalId;
    assert.deepEqual(importedAs(migration, "Vpc8378EB38"), [`network-vpc ${id("Vpc8378EB38")}`]);
    assert.match(importedAs(migration, "VpcPublicSubnet1EIPD7E02669").join(), /^network-vpc-1 eipalloc-/);
    assert.deepEqual(importedAs(migration, "VpcPrivateSubnet1DefaultRoute536B997A"), [
      `network-vpc-private-1 ${id("VpcPrivateSubnet1RouteTable536B997A")}_0.0.0.0/0`,
    ]);
    assert.ok(importedAs(migration, "FilesBucket16450113").includes("files-versions clinic-files-111122223333"));
    assert.deepEqual(
      said.map((line) => line.split(" ").slice(0, 3).join(" ")),
      ["calls CloudFormation ListStackResources", "calls CloudFormation GetTemplate", "calls EC2 DescribeAddresses"],
    );
  });

  it("that is not there is a mistake of the user", async () => {
    await assert.rejects(listStacks(["Nowhere"], sceneWith({}).calls, client), /--cfn-stack: .*Nowhere.*list-stacks/);
  });
});
