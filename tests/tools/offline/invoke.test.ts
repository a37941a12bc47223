import * as assert from "node:assert/strict";
import { secret } from "../../../tools/offline/providers/wire";
import { ACCOUNT, Engine, stopProviders } from "./engine";

describe("the functions that the offline aws answers", () => {
  let engine: Engine;
  before(async () => {
    engine = await Engine.connect();
  });
  after(async () => {
    engine.close();
    await stopProviders();
  });

  it("tell the account, region, partition and zones of the provider", async () => {
    assert.equal((await engine.invoke("aws:index/getCallerIdentity:getCallerIdentity"))["accountId"], ACCOUNT);
    assert.equal((await engine.invoke("aws:index/getRegion:getRegion"))["region"], "us-east-1");
    assert.equal((await engine.invoke("aws:index/getPartition:getPartition"))["dnsSuffix"], "amazonaws.com");
    const zones = "aws:index/getAvailabilityZones:getAvailabilityZones";
    assert.equal((await engine.invoke(zones))["names"].length, 6);
    assert.deepEqual((await engine.invoke(zones, { region: "eu-west-1" }))["names"], [
      "eu-west-1a",
      "eu-west-1b",
      "eu-west-1c",
    ]);
  });

  it("write policies as AWS's own tools do", async () => {
    const { json } = await engine.invoke("aws:iam/getPolicyDocument:getPolicyDocument", {
      statements: [
        {
          sid: "Read",
          principals: [{ type: "Service", identifiers: ["ecs.amazonaws.com"] }],
          actions: ["s3:GetObject"],
          resources: [secret("arn:a"), "arn:b"],
          conditions: [
            { test: "StringEquals", variable: "aws:SourceAccount", values: [ACCOUNT] },
            { test: "StringEquals", variable: "aws:PrincipalOrgID", values: ["o-1", "o-2"] },
          ],
        },
        { effect: "Deny", principals: [{ type: "*", identifiers: ["*"] }], notActions: ["sts:*"], resources: ["*"] },
      ],
    });
    assert.deepEqual(JSON.parse(json), {
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Principal: { Service: "ecs.amazonaws.com" },
          Action: "s3:GetObject",
          Resource: ["arn:a", "arn:b"],
          Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT, "aws:PrincipalOrgID": ["o-1", "o-2"] } },
        },
        { Effect: "Deny", Principal: "*", NotAction: "sts:*", Resource: "*" },
      ],
    });
  });

  it("refuse all others by name, and say what to do instead", async () => {
    await assert.rejects(
      engine.invoke("aws:ec2/getAmi:getAmi"),
      /aws:ec2\/getAmi:getAmi asks AWS .* Take the value from the stack's configuration/,
    );
  });
});
