import { strict as assert } from "node:assert";
import { Inspector } from "../../../components/audit/inspector";
import { deploy } from "../../harness";

const inspector = (regions: string[]) =>
  deploy(
    (opts) => new Inspector("scan", { location: { accountId: "111122223333", region: "us-east-1" }, regions }, opts),
  );

describe("Inspector", () => {
  it("scans the images and functions of the account in each region", async () => {
    const found = (await inspector(["us-east-1", "us-west-2"])).all("inspector2/enabler:Enabler");
    assert.deepEqual(
      found.map(({ inputs }) => inputs),
      ["us-east-1", "us-west-2"].map((region) => ({
        region,
        accountIds: ["111122223333"],
        resourceTypes: ["ECR", "LAMBDA"],
      })),
    );
  });

  it("refuses regions without the stack's own", async () => {
    await assert.rejects(inspector(["us-west-2"]), /regions.*us-east-1 is missing/);
  });
});
