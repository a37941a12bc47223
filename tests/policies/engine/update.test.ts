import { strict as assert } from "node:assert";
import { pack } from "../../../policies/pack";
import { LATER, violations } from "../runner";

const topic = (kmsMasterKeyId: unknown) => [{ type: "aws:sns/topic:Topic", name: "news", props: { kmsMasterKeyId } }];
const mandatory = async (key: unknown, isUpdate: boolean) =>
  (await violations(pack, topic(key), { isUpdate })).filter(({ level }) => level === "mandatory");

describe("a value that is not known yet", () => {
  it("waits in a preview", async () => {
    assert.deepEqual(await mandatory(LATER, false), []);
  });

  it("is refused when it is about to be made and still not known", async () => {
    const found = await mandatory(LATER, true);
    const own = found.find(({ policy }) => policy === "sns-topic-encryption");
    assert.match(own?.message ?? "", /kmsMasterKeyId: is about to be created and still cannot be judged/);
  });

  it("is judged as any other when it is known by then", async () => {
    assert.deepEqual(await mandatory("alias/news", true), []);
  });
});
