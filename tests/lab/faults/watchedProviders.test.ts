import { strict as assert } from "node:assert";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as provider from "@pulumi/pulumi/proto/provider_pb";
import { Strike } from "../../../lab/faults/fault";
import type { Fault, Kind } from "../../../lab/faults/fault";
import { Ledger } from "../../../lab/faults/ledger";
import type { Hooks } from "../../../lab/faults/watchedProviders";
import { startWatchedProviders } from "../../../lab/faults/watchedProviders";
import { fromStruct, toStruct } from "../../../tools/offline/providers/wire";
import { ask, urnOf } from "../../tools/offline/engine";

describe("the watched offline AWS", () => {
  const closing: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function connect(ledger: Ledger, hooks: Hooks = {}) {
    const providers = await startWatchedProviders(ledger, hooks);
    const [, port] = /aws:(\d+)/.exec(providers.debugProviders) ?? [];
    const client = new ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    closing.push(
      () => {
        client.close();
      },
      () => providers.stop(),
    );
    return {
      create: async (name: string, preview = false, options: grpc.CallOptions = {}) => {
        const request = new provider.CreateRequest();
        request.setUrn(urnOf("s3/bucket:Bucket", name));
        request.setProperties(toStruct({ bucket: name }));
        request.setPreview(preview);
        const made = await ask<provider.CreateResponse>((reply) =>
          client.create(request, new grpc.Metadata(), options, reply),
        );
        return made.getId();
      },
      remove: async (name: string) => {
        const request = new provider.DeleteRequest();
        request.setUrn(urnOf("s3/bucket:Bucket", name));
        request.setId(name);
        await ask((reply) => client.delete(request, reply));
      },
      read: async (name: string) => {
        const request = new provider.ReadRequest();
        request.setUrn(urnOf("s3/bucket:Bucket", name));
        request.setId(name);
        return ask<provider.ReadResponse>((reply) => client.read(request, reply));
      },
    };
  }

  const strikeAt = (kind: Kind, at: number, seed = 1) => {
    const fault: Fault = { operation: "create", at, kind, seed };
    const kills: string[] = [];
    return { kills, strike: new Strike(fault, () => kills.push(kind)) };
  };

  it("writes down what was made and deleted, nothing of a preview, and reads no more what is gone", async () => {
    const ledger = new Ledger();
    const aws = await connect(ledger);
    await aws.create("planned", true);
    assert.deepEqual([await aws.create("one"), await aws.create("two")], ["one", "two"]);
    await aws.remove("one");
    assert.deepEqual(
      ledger.objects.map(({ id }) => id),
      ["two"],
    );
    assert.deepEqual([(await aws.read("one")).getId(), (await aws.read("two")).getId()], ["", "two"]);
    // Another engine, another provider: AWS remembers.
    assert.equal((await (await connect(ledger)).read("one")).getId(), "");
  });

  it("says what AWS has of a thing of which the engine knows the id only: its settings, and what AWS added", async () => {
    const ledger = new Ledger();
    await (await connect(ledger)).create("one");
    const found = await (await connect(ledger)).read("one");
    const [inputs, outputs] = [fromStruct(found.getInputs()), fromStruct(found.getProperties())];
    assert.equal(inputs["bucket"], "one");
    assert.deepEqual([outputs["bucket"], outputs["arn"]], ["one", "arn:aws:s3:::one"]);
  });

  it("refuses the one call that it is told to, which then changes nothing", async () => {
    const ledger = new Ledger();
    const { strike } = strikeAt("error", 2);
    const aws = await connect(ledger, strike.hooks);
    await aws.create("one");
    assert.equal(strike.struck, false);
    await assert.rejects(aws.create("two"), /AWS refuses the create number 2/);
    await aws.create("three");
    assert.equal(strike.struck, true);
    assert.deepEqual(
      ledger.objects.map(({ id }) => id),
      ["one", "three"],
    );
  });

  it("kills before the answer: AWS has made it, nobody hears of it, and nothing else is made", async () => {
    const ledger = new Ledger();
    const { strike, kills } = strikeAt("unanswered", 1);
    const aws = await connect(ledger, strike.hooks);
    // It would never be answered.
    await assert.rejects(aws.create("one", false, { deadline: new Date(Date.now() + 300) }), /DEADLINE_EXCEEDED/);
    assert.deepEqual(kills, ["unanswered"]);
    await assert.rejects(aws.create("two"), /is dead/);
    assert.deepEqual(
      ledger.objects.map(({ id }) => id),
      ["one"],
    );
  });

  it("kills soon after the answer", async () => {
    const { strike, kills } = strikeAt("answered", 1);
    const aws = await connect(new Ledger(), strike.hooks);
    assert.equal(await aws.create("one"), "one");
    while (kills.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.deepEqual(kills, ["answered"]);
    await assert.rejects(aws.create("two"), /is dead/);
  });
});
