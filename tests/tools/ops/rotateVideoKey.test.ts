import { strict as assert } from "node:assert";
import { createPublicKey } from "node:crypto";
import { parse } from "yaml";
import { rotate, rotateVideoKey, type Step } from "../../../tools/ops/rotateVideoKey";
import { signLink } from "../../../tools/ops/signVideo";
import { UsageError } from "../../../tools/shared/usageError";
import { useEmulator } from "./emulator";
import { deployedVideos, keyPair, type Videos } from "./video/deployed";

const NO_STEP: Step = { prepare: false, activate: false, retire: false, name: undefined };
const old = keyPair();
const publicHalf = (privateKey: string) =>
  createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString();

describe("npm run ops -- rotate-video-key", () => {
  useEmulator();
  let videos: Videos;

  beforeEach(async () => {
    videos = await deployedVideos();
    await videos.deploy("2026-a", old.publicKey);
  });

  const run = async (step: Partial<Step>, isDryRun = false) => {
    const scene = videos.scene(isDryRun);
    await rotate({ ...NO_STEP, ...step }, scene);
    return videos.plain(scene.said);
  };
  const prepare = () => run({ prepare: true });
  const activate = () => run({ activate: true });
  const retire = () => run({ retire: true });
  /** The entry that `--prepare` shows, read as the settings are. */
  const entryIn = (said: readonly string[]) => {
    const [entry] = parse(said.find((line) => line.includes("- name:")) ?? "");
    return entry;
  };
  const refuses = (attempt: Promise<unknown>, message: RegExp) =>
    assert.rejects(attempt, { constructor: UsageError, message });

  describe("on a stack that signs with a key", () => {
    beforeEach(async () => {
      await videos.fill(old.privateKey);
    });

    it("replaces it in three steps, at each of which the API's key is one that CloudFront accepts", async () => {
      const { name, publicKey } = entryIn(await prepare());
      assert.match(name, /^prod-[0-9a-f]{8}$/);
      assert.equal(await videos.read("AWSCURRENT"), old.privateKey);
      assert.equal(publicHalf(await videos.read("NEXT")), publicKey);
      assert.deepEqual(await videos.labels(), ["AWSCURRENT", "NEXT"]);

      await videos.deploy(name, publicKey);
      assert.match((await activate()).join("\n"), new RegExp(`move its entry \\(CloudFront calls it video-${name}\\)`));
      assert.equal(publicHalf(await videos.read("AWSCURRENT")), publicKey);
      assert.equal(await videos.read("AWSPREVIOUS"), old.privateKey);
      assert.deepEqual(await videos.labels(), ["AWSCURRENT", "AWSPREVIOUS"]);

      await refuses(retire(), /is the first of cdn\.signingKeys, and the API signs with/);
      videos.ids.reverse();
      assert.match((await activate()).join("\n"), /No key is waiting.*\n.*so the API's links work/);
      const said = (await retire()).join("\n");
      assert.match(said, new RegExp(`leave the first entry, video-${name}:`));
      assert.ok(said.includes(`entry 2, <K2>, which CloudFront calls video-2026-a:\n${old.publicKey}`));

      videos.ids.pop();
      assert.match((await retire()).join("\n"), /Nothing to retire: <K1> is the only key/);
      const scene = videos.scene();
      await signLink({ key: "a.mp4", minutes: 1 }, scene);
      assert.ok(!scene.said.some((line) => line.startsWith("Warning")));
    });

    it("shows the same key when prepared again, under the name that is asked for", async () => {
      const first = await prepare();
      const privateKey = await videos.read("NEXT");
      const again = await prepare();
      assert.deepEqual(entryIn(again), entryIn(first));
      assert.ok(!again.some((line) => line.includes("PutSecretValue")));
      assert.equal(await videos.read("NEXT"), privateKey);
      assert.equal(entryIn(await run({ prepare: true, name: "2026-b" })).name, "2026-b");
    });

    it("never shows a private key", async () => {
      const said = (await prepare()).join("\n");
      assert.match(
        said,
        /PutSecretValue \{"SecretId":"<secret>","SecretString":"\[secret\]","VersionStages":\["NEXT"\]\}/,
      );
      assert.ok(!said.includes("PRIVATE"));
      const [, line] = (await videos.read("NEXT")).split("\n");
      assert.equal(line?.length, 64);
      assert.ok(!said.includes(line));
    });

    it("finishes an activation that broke off in the middle", async () => {
      const { publicKey } = entryIn(await prepare());
      await videos.deploy("2026-b", publicKey);
      const scene = videos.scene();
      const { send } = scene.calls;
      const broken: typeof scene.calls = {
        isDryRun: false,
        send: (service, command, call, pretended) =>
          JSON.stringify(command.input).includes('"VersionStage":"NEXT","RemoveFrom')
            ? Promise.reject(new Error("connection lost"))
            : send(service, command, call, pretended),
      };
      await assert.rejects(rotate({ ...NO_STEP, activate: true }, { ...scene, calls: broken }), /connection lost/);
      assert.deepEqual(await videos.labels(), ["AWSCURRENT NEXT", "AWSPREVIOUS"]);
      await activate();
      assert.deepEqual(await videos.labels(), ["AWSCURRENT", "AWSPREVIOUS"]);
      assert.equal(publicHalf(await videos.read("AWSCURRENT")), publicKey);
      assert.equal(await videos.read("AWSPREVIOUS"), old.privateKey);
    });

    it("does not activate what CloudFront does not accept yet", async () => {
      await prepare();
      await refuses(activate(), /The prepared key is not deployed in prod.*nothing was changed/);
      assert.equal(await videos.read("AWSCURRENT"), old.privateKey);
      assert.deepEqual(await videos.labels(), ["AWSCURRENT", "NEXT"]);
    });

    it("does not retire a key before its successor is active", async () => {
      await prepare();
      await refuses(retire(), /First: npm run ops -- rotate-video-key --activate --stack prod/);
    });

    it("prepares no sixth key", async () => {
      for (const name of ["b", "c", "d", "e"]) await videos.deploy(name, old.publicKey);
      await refuses(prepare(), /CloudFront takes 5 keys at most/);
      assert.deepEqual(await videos.labels(), ["AWSCURRENT"]);
    });

    it("retires nothing while the API signs with a key that is not deployed", async () => {
      await videos.fill(keyPair().privateKey);
      await refuses(retire(), /signs with a key that is not deployed/);
      await refuses(activate(), /No key is prepared/);
    });
  });

  it("makes the first key of an empty secret, which takes the example's place", async () => {
    await refuses(activate(), /No key is prepared/);
    await refuses(retire(), /The secret is empty/);
    const said = await prepare();
    assert.ok(said.some((line) => line.includes("in the place of the example")));
    assert.deepEqual(await videos.labels(), ["AWSCURRENT NEXT"]);
    await refuses(activate(), /not deployed/);
    videos.ids.pop();
    await videos.deploy("2026-b", entryIn(said).publicKey);
    assert.match((await activate()).join("\n"), /<K1> is the current key\.\n.*links work/);
    assert.deepEqual(await videos.labels(), ["AWSCURRENT"]);
  });

  for (const [step, calls] of [
    [
      "prepare",
      [
        'would call secretsmanager GetSecretValue {"SecretId":"<secret>","VersionStage":"AWSCURRENT"}',
        'would call secretsmanager GetSecretValue {"SecretId":"<secret>","VersionStage":"NEXT"}',
        'would call secretsmanager PutSecretValue {"SecretId":"<secret>","SecretString":"[secret]","VersionStages":["NEXT"]}',
        "would show the new public key and the lines for Pulumi.prod.yaml",
      ],
    ],
    [
      "activate",
      [
        'would call secretsmanager GetSecretValue {"SecretId":"<secret>","VersionStage":"AWSCURRENT"}',
        'would call secretsmanager GetSecretValue {"SecretId":"<secret>","VersionStage":"NEXT"}',
        'would call cloudfront GetPublicKey {"Id":"<K1>"}',
        'would call secretsmanager UpdateSecretVersionStage {"SecretId":"<secret>","VersionStage":"AWSCURRENT","MoveToVersionId":"<next version>","RemoveFromVersionId":"<current version>"}',
        'would call secretsmanager UpdateSecretVersionStage {"SecretId":"<secret>","VersionStage":"NEXT","RemoveFromVersionId":"<next version>"}',
        "Only if CloudFront has the prepared key's public half; otherwise nothing is changed.",
      ],
    ],
    [
      "retire",
      [
        'would call secretsmanager GetSecretValue {"SecretId":"<secret>","VersionStage":"AWSCURRENT"}',
        'would call secretsmanager GetSecretValue {"SecretId":"<secret>","VersionStage":"NEXT"}',
        'would call cloudfront GetPublicKey {"Id":"<K1>"}',
        "would show which of <K1> to take out of Pulumi.prod.yaml",
      ],
    ],
  ] as const)
    it(`shows the calls of --${step} in a dry run, and makes none`, async () => {
      assert.deepEqual(await run({ [step]: true }, true), calls);
      assert.deepEqual(await videos.labels(), []);
    });

  for (const [what, step, said] of [
    ["no step", {}, /Choose one step/],
    ["two steps", { prepare: true, activate: true }, /Choose one step/],
    ["a name for a key that exists", { activate: true, name: "2026-b" }, /--name: goes with --prepare/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await refuses(run(step), said);
    });

  it("refuses a name that the settings would refuse", async () => {
    await refuses(
      Promise.resolve(["--prepare", "--name", "A B"]).then(rotateVideoKey.run),
      /--name.*is not a name for a key/,
    );
  });
});
