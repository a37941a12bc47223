import { strict as assert } from "node:assert";
import { createVerify } from "node:crypto";
import { signLink, signVideo, type Wish } from "../../../tools/ops/signVideo";
import { UsageError } from "../../../tools/shared/usageError";
import { useEmulator } from "./emulator";
import { deployedVideos, keyPair, type Videos } from "./video/deployed";

const WISH: Wish = { key: "visits/42.mp4", minutes: 15 };
/** Half a second past noon: CloudFront counts in whole ones. */
const CLOCK = { now: () => Date.UTC(2026, 10, 24, 12) + 500, wait: () => Promise.resolve() };
const pair = keyPair();
const other = keyPair();

/** What CloudFront does with a canned policy: rebuilds it from the link, and checks the signature of that. */
function isSigned(link: string, publicKey: string): boolean {
  const [base, query] = link.split("?");
  const values = new URLSearchParams(query);
  const expires = Number(values.get("Expires"));
  const policy = `{"Statement":[{"Resource":"${base}","Condition":{"DateLessThan":{"AWS:EpochTime":${expires}}}}]}`;
  const signature = (values.get("Signature") ?? "").replace(/[-_~]/g, (mark) => ({ "-": "+", _: "=" })[mark] ?? "/");
  assert.equal(values.get("Hash-Algorithm"), "SHA256");
  return createVerify("RSA-SHA256").update(policy).verify(publicKey, signature, "base64");
}

describe("npm run ops -- sign-video", () => {
  useEmulator();
  let videos: Videos;

  beforeEach(async () => {
    videos = await deployedVideos();
  });

  const sign = async (wish: Partial<Wish> = {}, isDryRun = false) => {
    const scene = videos.scene(isDryRun);
    await signLink({ ...WISH, ...wish }, scene, CLOCK);
    return scene.said;
  };
  const linkIn = (said: readonly string[]) => said.find((line) => line.startsWith("https://")) ?? "";

  describe("with a key that is deployed", () => {
    beforeEach(async () => {
      await videos.deploy("2026-a", pair.publicKey);
      await videos.fill(pair.privateKey);
    });

    it("makes a link that CloudFront accepts, for this recording and this long", async () => {
      const said = await sign();
      const link = new URL(linkIn(said));
      assert.equal(link.origin + link.pathname, "https://video.example.com/visits/42.mp4");
      assert.equal(link.searchParams.get("Key-Pair-Id"), videos.ids[0]);
      assert.equal(link.searchParams.get("Expires"), String(Date.UTC(2026, 10, 24, 12, 15) / 1000));
      assert.match(said.join("\n"), /It works until 2026-11-24T12:15:00Z \(15 min\)/);
      assert.ok(isSigned(link.href, pair.publicKey));
      assert.ok(!isSigned(link.href, other.publicKey));
      assert.ok(!isSigned(link.href.replace("42.mp4", "43.mp4"), pair.publicKey));
    });

    it("writes a key as an address has it, and signs that", async () => {
      const link = linkIn(await sign({ key: "größe/a b?c#d%2F+&'(1)'.mp4" }));
      const [base] = link.split("?");
      assert.equal(base, "https://video.example.com/gr%C3%B6%C3%9Fe/a%20b%3Fc%23d%252F%2B%26'(1)'.mp4");
      assert.equal(new URL(link).pathname, base.slice("https://video.example.com".length));
      assert.ok(isSigned(link, pair.publicKey));
    });

    it("never shows the private key", async () => {
      const [, body] = pair.privateKey.split("\n");
      assert.ok(!(await sign()).join("\n").includes(body ?? "PRIVATE"));
    });

    it("finds the key among several, and warns if the API signs under another one's name", async () => {
      await videos.deploy("2026-b", other.publicKey);
      await videos.fill(other.privateKey);
      const said = await sign();
      assert.equal(new URL(linkIn(said)).searchParams.get("Key-Pair-Id"), videos.ids[1]);
      assert.ok(isSigned(linkIn(said), other.publicKey));
      assert.match(
        videos.plain(said).join("\n"),
        /Warning: the API names <K1> in its links and signs with <K2>: CloudFront refuses them/,
      );
    });

    it("refuses to sign with a key that CloudFront does not know", async () => {
      await videos.fill(other.privateKey);
      await assert.rejects(sign(), { constructor: UsageError, message: /belongs to none of [A-Z0-9]+\./ });
    });

    it("says of a value that is no key that it is none, and not what it is", async () => {
      await videos.fill("hunter2");
      await assert.rejects(sign(), (error: Error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, /does not contain a private key/);
        assert.ok(!error.message.includes("hunter2"));
        return true;
      });
    });

    it("shows its calls in a dry run, and asks for no key", async () => {
      assert.deepEqual(videos.plain(await sign({}, true)), [
        'would call secretsmanager GetSecretValue {"SecretId":"<secret>","VersionStage":"AWSCURRENT"}',
        'would call cloudfront GetPublicKey {"Id":"<K1>"}',
        "would sign https://video.example.com/visits/42.mp4 for 15 minutes",
      ]);
    });
  });

  it("says how to make a key when there is none", async () => {
    await videos.deploy("2026-a", pair.publicKey);
    await assert.rejects(sign(), {
      constructor: UsageError,
      message: /is empty.*rotate-video-key --prepare --stack prod/,
    });
  });

  for (const [words, said] of [
    [[], /--key.*missing/],
    [["--key", ""], /--key.*is empty/],
    [["--key", "/a.mp4"], /--key.*begins with a slash/],
    [["--key", "a/../b.mp4"], /--key.*has a part \. or \.\./],
    [["--key", "a/*.mp4"], /--key.*has a \*/],
    [["--key", "a.mp4", "--minutes", "721"], /--minutes.*is not from 1 to 720/],
    [["--key", "a.mp4", "--minutes", "0"], /--minutes.*is not from 1 to 720/],
    [["--key", "a.mp4", "--minutes", "1h"], /--minutes.*is not a whole number/],
  ] as const)
    it(`refuses [${words.join(" ")}]`, async () => {
      await assert.rejects(Promise.resolve(words).then(signVideo.run), { constructor: UsageError, message: said });
    });
});
