import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { connectStatements } from "../../../components/database/connectPolicy";
import { policyDocument } from "../../../components/shared/policyDocument";
import { promiseOf } from "../../harness";

const LOCATION = { accountId: "111122223333", region: "us-east-1" };

describe("connectStatements", () => {
  it("lets one user into one cluster, named by its resource id", async () => {
    const policy = policyDocument(connectStatements(LOCATION, pulumi.output("cluster-ABC"), "app"));
    assert.deepEqual(JSON.parse(await promiseOf(policy)).Statement, [
      {
        Effect: "Allow",
        Action: "rds-db:connect",
        Resource: "arn:aws:rds-db:us-east-1:111122223333:dbuser:cluster-ABC/app",
      },
    ]);
  });

  for (const user of ["*", "app*", "", "App", "a/b"])
    it(`refuses "${user}" as a user`, () => {
      assert.throws(() => connectStatements(LOCATION, "cluster-ABC", user), /user: .* is not one database user/);
    });
});
