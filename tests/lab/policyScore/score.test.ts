import { strict as assert } from "node:assert";
import { UNSAFE } from "../../../lab/policyScore/addedUnsafe";
import { SAFE } from "../../../lab/policyScore/addedSafe";
import { mutantsOf } from "../../../lab/policyScore/mutants";
import { reasonOf } from "../../../lab/policyScore/reasons";
import { score } from "../../../lab/policyScore/score";
import { readSnapshot } from "../../../tools/shared/snapshot/readSnapshot";
import * as given from "../../tools/shared/snapshot/plan";

const key = "arn:aws:kms:us-east-1:111122223333:key/1";
const topic = given.state("aws:sns/topic:Topic", "alerts", { inputs: { kmsMasterKeyId: key } });
const closed = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const block = given.state("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "files-private", {
  inputs: { bucket: "files", ...closed },
});
const table = given.state("aws:dynamodb/table:Table", "visits", { protect: true, inputs: { name: "visits" } });
const statement = { Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: "sts:AssumeRole" };
const role = given.state("aws:iam/role:Role", "task", {
  inputs: { assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) },
});
const snapshotOf = (...resources: object[]) => readSnapshot(given.exported(...resources));
const mutants = (...resources: object[]) => [...mutantsOf(snapshotOf(...resources))];
const deeds = (...resources: object[]) => mutants(...resources).map(({ what }) => what);
const said = (text: string) => (each: { what: string }) => each.what.includes(text);

describe("the mutants of a graph", () => {
  it("weaken each property in every way that it can be", () => {
    assert.deepEqual(deeds(topic), [
      "alerts: kmsMasterKeyId removed",
      'alerts: kmsMasterKeyId = ""',
      'alerts: kmsMasterKeyId = "alias/aws/s3"',
    ]);
  });

  it("change one thing and leave the rest as it was", () => {
    const [first] = mutants(block).filter(said("ignorePublicAcls = false"));
    assert.deepEqual(first?.changed?.inputs, { bucket: "files", ...closed, ignorePublicAcls: false });
  });

  it("take away what only guards another resource, and protection by Pulumi", () => {
    assert.deepEqual(mutants(block).find(said("is gone"))?.changed, undefined);
    assert.ok(deeds(block).includes("files-private is gone"));
    assert.equal(mutants(table).find(said("protect = false"))?.changed?.options.protect, false);
  });

  it("open a policy document statement by statement", () => {
    const [open] = mutants(role).filter(said("lets in everybody"));
    const document = JSON.parse(String(open?.changed?.inputs["assumeRolePolicy"]));
    assert.deepEqual(document.Statement, [{ ...statement, Principal: { AWS: "*" } }]);
  });

  it("leave alone what is not AWS's, and what is weak already", () => {
    assert.deepEqual(deeds(given.state("random:index/id:Id", "id", { inputs: { kmsKeyId: key } })), []);
    const open = given.state("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "open", {
      inputs: { blockPublicAcls: false },
    });
    assert.deepEqual(deeds(open), ["open is gone"]);
  });
});

describe("the score", function () {
  this.timeout(60_000);
  const judged = score(snapshotOf(topic, block, role), "2026-11-24", () => undefined);
  const sum = (key: "caught" | "total") => judged.tallies.reduce((all, each) => all + each[key], 0);

  it("counts every mutant and every added resource once, but those that are as safe as before", () => {
    const everything = mutants(topic, block, role).length + UNSAFE.length;
    const equivalent = judged.survivors.filter(({ what }) => reasonOf(what)?.isSafe === true).length;
    assert.equal(sum("total"), everything - equivalent);
    assert.equal(sum("caught"), everything - judged.survivors.length);
  });

  it("names what was not noticed: here that a block is gone whose bucket is not in the graph", () => {
    const own = judged.survivors.filter(({ what }) => /^(alerts|task|files-private)/.test(what));
    assert.deepEqual(own, [{ family: "public-access", what: "files-private is gone" }]);
  });

  it("flags no safe resource that somebody might add", () => {
    assert.deepEqual(judged.flagged, []);
    assert.equal(judged.safe, SAFE.length);
  });
});
