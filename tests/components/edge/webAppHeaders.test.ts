import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { customHeaders, type PageOrigins, wrongOrigin } from "../../../components/edge/webAppHeaders";
import { promiseOf } from "../../harness";

const API = "https://api.example.com";

/** Reads the two-level YAML that Amplify takes. */
async function headers(origins: PageOrigins): Promise<Record<string, string>> {
  const yaml = await promiseOf(customHeaders(origins));
  assert.match(yaml, /^customHeaders:\n {2}- pattern: "\*\*\/\*"\n {4}headers:\n/, "every path has them");
  const pairs = [...yaml.matchAll(/^ {6}- key: (".*")\n {8}value: (".*")$/gm)];
  return Object.fromEntries(pairs.map(([, key = "", value = ""]) => [JSON.parse(key), JSON.parse(value)]));
}

async function policy(origins: PageOrigins): Promise<Record<string, string[]>> {
  const directives = ((await headers(origins))["Content-Security-Policy"] ?? "").split("; ");
  return Object.fromEntries(directives.map((each) => each.split(" ")).map(([name, ...sources]) => [name, sources]));
}

describe("the headers of the web app", () => {
  it("keep the browser on HTTPS, out of frames, and quiet about where it was", async () => {
    const all = await headers({ connect: [] });
    assert.match(all["Content-Security-Policy"] ?? "", /^default-src 'self'; /);
    assert.deepEqual(all, {
      "Content-Security-Policy": all["Content-Security-Policy"],
      "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      "Referrer-Policy": "no-referrer",
      "Permissions-Policy": "camera=(self), microphone=(self), display-capture=(self), geolocation=()",
    });
  });

  it("let pages use the app itself and nothing else by default", async () => {
    assert.deepEqual(await policy({ connect: [] }), {
      "default-src": ["'self'"],
      "connect-src": ["'self'"],
      "img-src": ["'self'", "data:", "blob:"],
      "media-src": ["'self'", "blob:"],
      "script-src": ["'self'"],
      "style-src": ["'self'", "'unsafe-inline'"],
      "frame-src": ["'none'"],
      "object-src": ["'none'"],
      "base-uri": ["'self'"],
      "form-action": ["'self'"],
      "frame-ancestors": ["'none'"],
    });
  });

  it("open each kind of use to the hosts that are named for it, also those known late", async () => {
    const found = await policy({
      connect: [API, pulumi.output("https://files.s3.us-east-1.amazonaws.com")],
      media: ["https://videos.example.com"],
      scripts: ["https://js.example.com"],
      frames: ["https://pay.example.com"],
    });
    assert.deepEqual(found["connect-src"], ["'self'", API, "https://files.s3.us-east-1.amazonaws.com"]);
    assert.deepEqual(found["media-src"], ["'self'", "blob:", "https://videos.example.com"]);
    assert.deepEqual(found["img-src"], ["'self'", "data:", "blob:", "https://videos.example.com"]);
    assert.deepEqual(found["script-src"], ["'self'", "https://js.example.com"]);
    assert.deepEqual(found["frame-src"], ["https://pay.example.com"]);
  });

  for (const origin of [API, "wss://*.example.com", "https://api.example.com:8443"])
    it(`may name ${origin}`, () => {
      assert.equal(wrongOrigin({ connect: [origin] }), undefined);
    });

  for (const origin of ["*", "https:", "http://api.example.com", `${API}/`, `${API}; script-src *`, "https://*"])
    it(`must not name ${origin}`, () => {
      assert.deepEqual(wrongOrigin({ connect: [API], frames: [origin] }), { list: "frames", origin });
    });
});
