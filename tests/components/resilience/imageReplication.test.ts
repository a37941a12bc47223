import { strict as assert } from "node:assert";
import { ImageReplication, type ImageReplicationArgs } from "../../../components/resilience/imageReplication";
import { deploy } from "../../harness";

const ARGS: ImageReplicationArgs = {
  repositoryPrefixes: ["telehealth-prod/"],
  replicaRegion: "us-west-2",
  location: { accountId: "111122223333", region: "us-east-1" },
};
const replication = (changes: Partial<ImageReplicationArgs> = {}) =>
  deploy((opts) => new ImageReplication("images", { ...ARGS, ...changes }, opts));

describe("ImageReplication", () => {
  it("copies images of the repositories named, within the account and to one region", async () => {
    const { inputs } = (await replication()).one("ecr/replicationConfiguration:ReplicationConfiguration");
    assert.equal(inputs["region"], "us-east-1");
    assert.deepEqual(inputs["replicationConfiguration"], {
      rules: [
        {
          destinations: [{ region: "us-west-2", registryId: "111122223333" }],
          repositoryFilters: [{ filter: "telehealth-prod/", filterType: "PREFIX_MATCH" }],
        },
      ],
    });
  });

  it("refuses a copy beside the original", async () => {
    await assert.rejects(
      replication({ replicaRegion: "us-east-1" }),
      /replicaRegion: us-east-1 is where the images are/,
    );
  });
});
