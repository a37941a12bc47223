import { strict as assert } from "node:assert";
import { bucketReadStatement, keyDecryptStatement } from "../../../components/edge/bucketRead";
import { policyDocument } from "../../../components/shared/policyDocument";
import { promiseOf } from "../../harness";

const DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE";
const EXACTLY = { StringEquals: { "AWS:SourceArn": DISTRIBUTION } };

describe("what the distribution may do with the bucket", () => {
  it("reads objects, for this distribution only, and lists nothing", async () => {
    const text = await promiseOf(policyDocument([bucketReadStatement("arn:aws:s3:::videos", DISTRIBUTION)]));
    assert.deepEqual(JSON.parse(text).Statement, [
      {
        Sid: "CdnRead",
        Effect: "Allow",
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::videos/*",
        Principal: { Service: "cloudfront.amazonaws.com" },
        Condition: EXACTLY,
      },
    ]);
  });

  it("decrypts with the bucket's key, for this distribution only", () => {
    const { Action, Principal, Condition } = keyDecryptStatement(DISTRIBUTION);
    assert.equal(Action, "kms:Decrypt");
    assert.deepEqual([Principal, Condition], [{ Service: "cloudfront.amazonaws.com" }, EXACTLY]);
  });
});
