import { strict as assert } from "node:assert";
import { NOT_KNOWN_POLICY } from "../../policies/engine/policies";
import { pack } from "../../policies/pack";
import { examplePlatform } from "./examplePlatform";
import { type Given, violations } from "./runner";

/** The names of the rules that the whole pack says are broken. */
async function broken(given: readonly Given[], stack = "prod"): Promise<string[]> {
  const found = await violations(pack, given, { stack });
  return [...new Set(found.map(({ policy }) => policy))].filter((each) => each !== NOT_KNOWN_POLICY).toSorted();
}

const without = (name: string) => examplePlatform.filter((each) => each.name !== name);
const changed = (name: string, change: (given: Given) => Partial<Given>): Given[] => {
  assert.ok(
    examplePlatform.some((each) => each.name === name),
    name,
  );
  return examplePlatform.map((each) => (each.name === name ? { ...each, ...change(each) } : each));
};
const props = (name: string, over: Record<string, unknown>) =>
  changed(name, (each) => ({ props: { ...each.props, ...over } }));

describe("a platform that is safe", () => {
  it("breaks no rule, in any stack", async () => {
    for (const stack of ["prod", "staging", "dev"]) assert.deepEqual(await broken(examplePlatform, stack), []);
  });

  it("says for each rule that waits for a key, once, that it waits", async () => {
    const [said] = await violations(pack, examplePlatform);
    const lines = (said?.message ?? "")
      .split("\n")
      .slice(2)
      .map((line) => line.split(/[: ]/)[0]);
    assert.deepEqual(new Set(lines).size, lines.length);
    assert.ok(lines.includes("rds-encryption") && lines.includes("s3-bucket-encryption"));
  });

  const turns: readonly (readonly [string, readonly Given[], readonly string[]])[] = [
    ["a bucket loses its encryption", without("files-sse"), ["s3-bucket-encryption"]],
    ["a bucket loses its public access block", without("videos-private"), ["s3-bucket-public-access-block"]],
    [
      "a flag of a public access block is off",
      props("files-private", { restrictPublicBuckets: false }),
      ["s3-bucket-public-access-block"],
    ],
    [
      "Aurora loses its deletion protection",
      props("db", { deletionProtection: undefined }),
      ["database-deletion-protection"],
    ],
    ["Aurora loses its encryption", props("db", { storageEncrypted: undefined }), ["rds-encryption"]],
    ["Aurora loses its key", props("db", { kmsKeyId: undefined }), ["rds-encryption"]],
    ["Aurora loses its final snapshot", props("db", { skipFinalSnapshot: true }), ["final-snapshot"]],
    ["Aurora gets a public address", props("db-writer", { publiclyAccessible: true }), ["database-public"]],
    [
      "Aurora moves to a public subnet",
      changed("db-subnets", () => ({ from: { subnetIds: ["public"] } })),
      ["database-subnet-internet-route"],
    ],
    [
      "the isolated subnet gets a route to the internet",
      changed("isolated-isolated-table", (each) => ({ from: { ...each.from, routeTableId: ["public-table"] } })),
      ["database-subnet-internet-route"],
    ],
    ["the key stops rotating", props("key", { enableKeyRotation: undefined }), ["kms-key-rotation"]],
    ["the key may go in a week", props("key", { deletionWindowInDays: 7 }), ["kms-deletion-window"]],
    [
      "the user pool may be deleted",
      props("users", { deletionProtection: "INACTIVE" }),
      ["user-pool-deletion-protection"],
    ],
    ["protect is forgotten", changed("db", ({ opts }) => ({ opts: { ...opts, protect: false } })), ["pulumi-protect"]],
    ["the log group loses its key", props("flow-logs", { kmsKeyId: undefined }), ["log-group-encryption"]],
    [
      "the log bucket gets a key, and no logs",
      props("logs-sse", {
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/logs" } }],
      }),
      ["s3-bucket-encryption"],
    ],
    ["tasks are opened to the world", props("tasks-8000", { cidrIpv4: "0.0.0.0/0" }), ["security-group-world-open"]],
    [
      "tasks join the group of the load balancer",
      changed("api", () => ({ from: { networkConfiguration: ["web", "private"] } })),
      ["security-group-world-open"],
    ],
    [
      "tasks get public addresses",
      props("api", { networkConfiguration: { assignPublicIp: true } }),
      ["compute-public-address"],
    ],
    [
      "the bucket policy opens",
      props("files-policy", {
        policy: JSON.stringify({
          Statement: [
            {
              Effect: "Deny",
              Principal: "*",
              Action: "s3:*",
              Resource: "*",
              Condition: { Bool: { "aws:SecureTransport": "false" } },
            },
            { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" },
          ],
        }),
      }),
      ["s3-policy-public"],
    ],
    ["CloudFront stops signing", props("oac", { signingBehavior: "never" }), ["cloudfront-origin-signing"]],
    [
      "recordings go out without a signature",
      props("cdn", { defaultCacheBehavior: { targetOriginId: "videos", viewerProtocolPolicy: "https-only" } }),
      ["recordings-signed-urls"],
    ],
    ["guests get credentials", props("identities", { allowUnauthenticatedIdentities: true }), ["identity-pool-guests"]],
    [
      "recordings go after a year",
      props("videos-life", { rules: [{ id: "x", status: "Enabled", expiration: { days: 365 } }] }),
      ["recordings-retention"],
    ],
  ];
  for (const [what, given, rules] of turns)
    it(`breaks exactly ${rules.join(" and ")} when ${what}`, async () => {
      assert.deepEqual(await broken(given), rules);
    });
});
