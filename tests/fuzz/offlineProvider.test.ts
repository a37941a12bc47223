import { strict as assert } from "node:assert";
import fc from "fast-check";
import { shapeOf } from "../../tools/offline/providers/aws/shapes";
import { Engine, stopProviders, urnOf } from "../tools/offline/engine";
import { budget, patience } from "./budget";
import { Story, story, TYPES } from "./providerStory";

/** Ids that AWS makes of other properties, and things of which an account has one. */
const SHARED_IDS = /\{[.=]|^(\{account\}|\{region\}|[\w-]+|[\d: +-]+UTC)$/;
const ownIds = TYPES.filter((type) => {
  const { id } = shapeOf(type);
  return /^\w+\/\w+:\w+$/.test(type) && typeof id === "string" && !SHARED_IDS.test(id);
});

describe("the offline aws, whatever it is asked", function () {
  this.timeout(patience(60_000));
  after(stopProviders);

  it("answers or refuses, forgets nothing, and tells no secret", async () => {
    await fc.assert(
      fc.asyncProperty(story, async ({ types, steps }) => {
        const told = new Story(await Engine.connect());
        try {
          for (const { kind, type, name, inputs: given, unknown } of steps)
            await told.tell(kind, urnOf(types[type] ?? "", name), given, unknown);
        } finally {
          told.engine.close();
        }
      }),
      budget(80),
    );
  });

  it("gives the same resource the same id in every run, and two resources never the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...ownIds),
        fc.uniqueArray(fc.stringMatching(/^[a-z]{3,12}$/), { minLength: 2, maxLength: 4 }),
        async (type, names) => {
          const run = async () => {
            const engine = await Engine.connect();
            try {
              const made = [];
              for (const name of names) made.push((await engine.make(type, name, {})).id);
              return made;
            } finally {
              engine.close();
            }
          };
          const ids = await run();
          assert.deepEqual(await run(), ids);
          assert.equal(new Set(ids).size, ids.length, `${type}: ${ids.join()}`);
        },
      ),
      budget(60),
    );
  });
});
