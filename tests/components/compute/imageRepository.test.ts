import { strict as assert } from "node:assert";
import { ImageRepository, type ImageRepositoryArgs } from "../../../components/compute/imageRepository";
import { deploy, promiseOf } from "../../harness";

const ARGS: ImageRepositoryArgs = {
  repositoryName: "telehealth-test/api",
  kmsKeyArn: "arn:key",
  deletionProtection: true,
};
const repository = (changes: Partial<ImageRepositoryArgs> = {}) =>
  deploy((opts) => new ImageRepository("api", { ...ARGS, ...changes }, opts));

describe("ImageRepository", () => {
  it("encrypts with our key from the start, because ECR cannot change it later", async () => {
    const { inputs } = (await repository()).one("ecr/repository:Repository");
    assert.deepEqual(inputs["encryptionConfigurations"], [{ encryptionType: "KMS", kmsKey: "arn:key" }]);
  });

  it("scans what is pushed and never lets a tag move", async () => {
    const { inputs } = (await repository()).one("ecr/repository:Repository");
    assert.deepEqual(inputs["imageScanningConfiguration"], { scanOnPush: true });
    assert.equal(inputs["imageTagMutability"], "IMMUTABLE");
  });

  for (const deletionProtection of [true, false])
    it(`${deletionProtection ? "keeps" : "may delete"} images with deletionProtection ${deletionProtection}`, async () => {
      const { inputs, opts } = (await repository({ deletionProtection })).one("ecr/repository:Repository");
      assert.equal(inputs["forceDelete"], !deletionProtection);
      assert.equal(opts.protect, deletionProtection);
    });

  it("counts tagged and untagged images apart, 30 of each unless told otherwise", async () => {
    const rules = async (keepImages?: number) => {
      const deployed = await repository(keepImages === undefined ? {} : { keepImages });
      return JSON.parse(deployed.one("ecr/lifecyclePolicy:LifecyclePolicy").inputs["policy"]).rules;
    };
    const found = await rules();
    assert.deepEqual(
      found.map((rule: any) => [rule.selection.tagStatus, rule.selection.countNumber]),
      [
        ["untagged", 30],
        ["tagged", 30],
      ],
    );
    assert.deepEqual(found[1].selection.tagPatternList, ["*"]);
    assert.deepEqual(
      found.map((rule: any) => [rule.rulePriority, rule.action.type]),
      [
        [1, "expire"],
        [2, "expire"],
      ],
    );
    assert.deepEqual(
      (await rules(5)).map((rule: any) => rule.selection.countNumber),
      [5, 5],
    );
  });

  it("can be the twin of another one in a second region, all of it there", async () => {
    const deployed = await repository({ region: "us-west-2" });
    const { inputs } = deployed.one("ecr/repository:Repository");
    assert.deepEqual([inputs["name"], inputs["region"]], ["telehealth-test/api", "us-west-2"]);
    assert.equal(deployed.one("ecr/lifecyclePolicy:LifecyclePolicy").inputs["region"], "us-west-2");
  });

  it("refuses a name that ECR does not take", async () => {
    for (const repositoryName of ["Telehealth", "a//b", ""])
      await assert.rejects(repository({ repositoryName }), /repositoryName: .* is refused by ECR/);
  });

  it("refuses to keep no image", async () => {
    await assert.rejects(repository({ keepImages: 0 }), /keepImages: 0 .*Use 1 or more/);
  });

  it("offers the ARN for grants and the URL for pushes", async () => {
    const { result } = await repository();
    assert.match(await promiseOf(result.arn), /^arn:aws:ecr:/);
    assert.match(await promiseOf(result.url), /\.dkr\.ecr\./);
  });
});
