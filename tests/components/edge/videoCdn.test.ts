import { strict as assert } from "node:assert";
import { VideoCdn, type VideoCdnArgs } from "../../../components/edge/videoCdn";
import { deploy, promiseOf } from "../../harness";

const PEM = "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A\n-----END PUBLIC KEY-----\n";
const UNNAMED: VideoCdnArgs = {
  logGroupName: "/aws/vendedlogs/telehealth-test/recordings",
  logDeliveryPolicy: "telehealth-test-log-delivery",
  bucketRegionalDomainName: "videos.s3.us-west-2.amazonaws.com",
  signingKeys: [{ name: "2026-10", pem: PEM }],
  allowedCountries: ["US"],
  corsOrigins: ["https://app.example.com"],
  waitForDeployment: true,
  logKmsKeyArn: "arn:us-east-1-key",
  logRetentionDays: 365,
  deletionProtection: true,
};
const ARGS: VideoCdnArgs = {
  ...UNNAMED,
  domain: { name: "videos.example.com", certificateArn: "arn:validated", hostedZoneId: "Z111" },
};
const build = (args: VideoCdnArgs) => deploy((opts) => new VideoCdn("videos", args, opts));
const cdn = (changes: Partial<VideoCdnArgs> = {}) => build({ ...ARGS, ...changes });
const distribution = async (changes: Partial<VideoCdnArgs> = {}) =>
  (await cdn(changes)).one("cloudfront/distribution:Distribution");

describe("VideoCdn", () => {
  it("answers signed requests only", async () => {
    const deployed = await cdn();
    const { inputs } = deployed.one("cloudfront/distribution:Distribution");
    assert.deepEqual(inputs["defaultCacheBehavior"].trustedKeyGroups, ["videos-keys-id"]);
    assert.equal(inputs["orderedCacheBehaviors"], undefined);
    assert.deepEqual(deployed.one("cloudfront/keyGroup:KeyGroup").inputs["items"], ["videos-2026-10-id"]);
    assert.equal(deployed.one("cloudfront/publicKey:PublicKey").inputs["encodedKey"], PEM);
  });

  it("accepts two keys while one replaces the other, each known by its name", async () => {
    const deployed = await cdn({ signingKeys: [...ARGS.signingKeys, { name: "2027-04", pem: PEM }] });
    assert.deepEqual(deployed.one("cloudfront/keyGroup:KeyGroup").inputs["items"], [
      "videos-2026-10-id",
      "videos-2027-04-id",
    ]);
    const ids = await Promise.all(deployed.result.publicKeyIds.map((each) => promiseOf(each)));
    assert.deepEqual(ids, ["videos-2026-10-id", "videos-2027-04-id"]);
  });

  it("refuses plain HTTP instead of redirecting it with the signature in clear text", async () => {
    const { inputs } = await distribution();
    assert.equal(inputs["defaultCacheBehavior"].viewerProtocolPolicy, "https-only");
  });

  it("reads the bucket by OAC, at its regional name, with no older identity", async () => {
    const deployed = await cdn();
    const [origin] = deployed.one("cloudfront/distribution:Distribution").inputs["origins"];
    assert.equal(origin.domainName, "videos.s3.us-west-2.amazonaws.com");
    assert.equal(origin.originAccessControlId, "videos-access-id");
    assert.equal(origin.s3OriginConfig, undefined);
    const { inputs } = deployed.one("cloudfront/originAccessControl:OriginAccessControl");
    assert.deepEqual(
      [inputs["originAccessControlOriginType"], inputs["signingBehavior"], inputs["signingProtocol"]],
      ["s3", "always", "sigv4"],
    );
  });

  it("sends the behaviour to the origin that exists", async () => {
    const { inputs } = await distribution();
    assert.equal(inputs["defaultCacheBehavior"].targetOriginId, inputs["origins"][0].originId);
  });

  it("uses AWS's cache and CORS policies and none of the settings they exclude", async () => {
    const behaviour = (await distribution()).inputs["defaultCacheBehavior"];
    assert.equal(behaviour.cachePolicyId, "658327ea-f89d-4fab-a63d-7e88639e58f6");
    assert.equal(behaviour.originRequestPolicyId, "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf");
    assert.equal(behaviour.responseHeadersPolicyId, "videos-headers-id");
    for (const excluded of ["forwardedValues", "minTtl", "defaultTtl", "maxTtl"])
      assert.equal(behaviour[excluded], undefined);
  });

  it("has a name with TLS 1.2 and the validated certificate", async () => {
    const { inputs } = await distribution();
    assert.deepEqual(inputs["aliases"], ["videos.example.com"]);
    assert.deepEqual(inputs["viewerCertificate"], {
      acmCertificateArn: "arn:validated",
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2021",
    });
  });

  it("is in DNS for IPv4 and IPv6, never by the health that CloudFront does not report", async () => {
    const records = (await cdn()).all("route53/record:Record").map(({ inputs }) => inputs);
    assert.deepEqual(
      records.map((each) => each["type"]),
      ["A", "AAAA"],
    );
    for (const { aliases, name } of records as any[]) {
      assert.equal(name, "videos.example.com");
      assert.deepEqual(aliases, [
        { name: "d111111abcdef8.cloudfront.net", zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false },
      ]);
    }
    assert.equal((await distribution()).inputs["isIpv6Enabled"], true);
  });

  it("claims no TLS version without a name of its own, since AWS would ignore it", async () => {
    const deployed = await build(UNNAMED);
    const { inputs } = deployed.one("cloudfront/distribution:Distribution");
    assert.deepEqual(inputs["viewerCertificate"], { cloudfrontDefaultCertificate: true });
    assert.equal(inputs["aliases"], undefined);
    assert.equal(deployed.all("route53/record:Record").length, 0);
    assert.match(await promiseOf(deployed.result.domainName), /cloudfront\.net$/);
  });

  it("plays in the named countries, or everywhere when that was written", async () => {
    const restriction = async (allowedCountries: VideoCdnArgs["allowedCountries"]) =>
      (await distribution({ allowedCountries })).inputs["restrictions"].geoRestriction;
    assert.deepEqual(await restriction(["US", "CA"]), { restrictionType: "whitelist", locations: ["US", "CA"] });
    assert.deepEqual(await restriction("all"), { restrictionType: "none" });
  });

  it("takes price class, firewall and waiting from its arguments", async () => {
    const { inputs } = await distribution();
    assert.equal(inputs["priceClass"], "PriceClass_100");
    assert.equal(inputs["webAclId"], undefined);
    assert.equal(inputs["waitForDeployment"], true);
    const changed = await distribution({
      priceClass: "PriceClass_All",
      webAclArn: "arn:acl",
      waitForDeployment: false,
    });
    assert.equal(changed.inputs["priceClass"], "PriceClass_All");
    assert.equal(changed.inputs["webAclId"], "arn:acl");
    assert.equal(changed.inputs["waitForDeployment"], false);
  });

  it("only reads, by HTTP/3 where the viewer can, and lets browsers ask first", async () => {
    const { inputs } = await distribution();
    assert.deepEqual(inputs["defaultCacheBehavior"].allowedMethods, ["GET", "HEAD", "OPTIONS"]);
    assert.deepEqual(inputs["defaultCacheBehavior"].cachedMethods, ["GET", "HEAD"]);
    assert.deepEqual([inputs["enabled"], inputs["httpVersion"]], [true, "http2and3"]);
  });

  it("forgets an error soon, so that a new recording does not stay missing", async () => {
    const errors = (await distribution()).inputs["customErrorResponses"];
    assert.ok([403, 404].every((code) => errors.some((each: any) => each.errorCode === code)));
    for (const each of errors) assert.ok(each.errorCachingMinTtl < 10);
  });

  for (const deletionProtection of [true, false])
    it(`is ${deletionProtection ? "" : "not "}protected with deletionProtection ${deletionProtection}`, async () => {
      const deployed = await cdn({ deletionProtection });
      assert.equal(deployed.one("cloudfront/distribution:Distribution").opts.protect, deletionProtection);
      const { inputs, opts } = deployed.one("cloudwatch/logGroup:LogGroup");
      assert.deepEqual([inputs["deletionProtectionEnabled"], opts.protect], [deletionProtection, deletionProtection]);
    });

  for (const [what, changes, said] of [
    ["a country written out", { allowedCountries: ["USA"] }, /allowedCountries: "USA".*two capital letters/],
    ["a retention that CloudWatch does not offer", { logRetentionDays: 100 }, /logRetentionDays: 100/],
  ] as [string, Partial<VideoCdnArgs>, RegExp][])
    it(`refuses ${what}`, async () => {
      await assert.rejects(cdn(changes), said);
    });
});

describe("signing keys of VideoCdn", () => {
  const key = (pem: string, name = "k") => ({ signingKeys: [{ name, pem }] }) as const;
  for (const [what, changes, said] of [
    ["a private key", key(PEM.replaceAll("PUBLIC", "PRIVATE")), /signingKeys\.k: this is a private key.*leaked/],
    ["a key without the newline at its end", key(PEM.trimEnd()), /signingKeys\.k: .*newline/],
    ["a certificate", key(PEM.replaceAll("PUBLIC KEY", "CERTIFICATE")), /not a PEM public key/],
    ["an empty key", key(""), /not a PEM public key/],
    [
      "a name used twice",
      {
        signingKeys: [
          { name: "k", pem: PEM },
          { name: "k", pem: PEM },
        ],
      },
      /signingKeys\.k: two keys have this name/,
    ],
    [
      "more keys than a group holds",
      { signingKeys: ["a", "b", "c", "d", "e", "f"].map((name) => ({ name, pem: PEM })) },
      /signingKeys: a key group holds at most five/,
    ],
  ] as [string, Partial<VideoCdnArgs>, RegExp][])
    it(`do not include ${what}`, async () => {
      await assert.rejects(cdn(changes), said);
    });
});
