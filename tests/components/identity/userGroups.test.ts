import { strict as assert } from "node:assert";
import { deployUserPool } from "./exampleUserPool";

describe("user groups", () => {
  it("are admin, therapist and patient, the more powerful first", async () => {
    const groups = (await deployUserPool()).all("cognito/userGroup:UserGroup");
    const byPrecedence = groups.sort((a, b) => a.inputs["precedence"] - b.inputs["precedence"]);
    assert.deepEqual(
      byPrecedence.map((each) => each.inputs["name"]),
      ["admin", "therapist", "patient"],
    );
    assert.equal(new Set(groups.map((each) => each.inputs["precedence"])).size, 3);
    assert.deepEqual([...new Set(groups.map((each) => each.inputs["userPoolId"]))], ["users-pool-id"]);
  });
});
