import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { cdnHeaders } from "../../../components/edge/cdnHeaders";
import { deploy } from "../../harness";

const headers = async (origins: readonly string[]) => {
  const deployed = await deploy((opts) => {
    const parent = new pulumi.ComponentResource("test:index:Parent", "parent", {}, opts);
    return cdnHeaders(parent, "videos", origins);
  });
  return deployed.one("cloudfront/responseHeadersPolicy:ResponseHeadersPolicy").inputs;
};

describe("the headers of VideoCdn", () => {
  it("let the app play and seek, and nobody else", async () => {
    const { corsConfig } = await headers(["https://app.example.com", "http://localhost:5173"]);
    assert.deepEqual(corsConfig.accessControlAllowOrigins.items, ["https://app.example.com", "http://localhost:5173"]);
    assert.ok(corsConfig.accessControlExposeHeaders.items.includes("Content-Range"));
    assert.ok(corsConfig.accessControlAllowHeaders.items.includes("Range"));
    assert.deepEqual(corsConfig.accessControlAllowMethods.items, ["GET", "HEAD", "OPTIONS"]);
    assert.equal(corsConfig.accessControlAllowCredentials, false);
    assert.equal(corsConfig.originOverride, true);
  });

  it("keep a recording from being framed, sniffed, referred to or stored", async () => {
    const { securityHeadersConfig: security, customHeadersConfig } = await headers(["https://app.example.com"]);
    assert.equal(security.strictTransportSecurity.accessControlMaxAgeSec, 63072000);
    assert.equal(security.frameOptions.frameOption, "DENY");
    assert.equal(security.referrerPolicy.referrerPolicy, "no-referrer");
    assert.match(security.contentSecurityPolicy.contentSecurityPolicy, /default-src 'none'.*frame-ancestors 'none'/);
    for (const each of Object.values<any>(security)) assert.equal(each.override, true);
    assert.ok("contentTypeOptions" in security);
    assert.deepEqual(customHeadersConfig.items, [
      { header: "Cache-Control", value: "private, no-store", override: true },
    ]);
  });

  for (const origin of ["*", "https://*.example.com", "http://app.example.com", "https://app.example.com/", "app"])
    it(`refuse the origin ${origin}`, async () => {
      await assert.rejects(headers([origin]), /corsOrigins: .*https:\/\/app\.example\.com/);
    });

  it("refuse an empty list", async () => {
    await assert.rejects(headers([]), /corsOrigins: no site/);
  });
});
