import { strict as assert } from "node:assert";
import type * as pulumi from "@pulumi/pulumi";
import { Certificate, type CertificateArgs } from "../../../components/security/certificate";
import { deploy, promiseOf, waitsFor } from "../../harness";

/** Answers as ACM does: one proof per name, in an order of its own, and the same proof for a name and its wildcard. */
const acm: pulumi.ResourceTransformation = ({ type, name, props, opts }) => {
  if (type === "aws:route53/record:Record") return { props: { ...props, fqdn: `fqdn of ${name}` }, opts };
  if (type !== "aws:acm/certificate:Certificate") return undefined;
  const names: string[] = [props["domainName"], ...(props["subjectAlternativeNames"] ?? [])].reverse();
  const domainValidationOptions = names.map((domainName) => ({
    domainName,
    resourceRecordName: `_proof.${domainName.replace("*.", "")}`,
    resourceRecordType: "CNAME",
    resourceRecordValue: `_value.${domainName.replace("*.", "")}`,
  }));
  return { props: { ...props, domainValidationOptions }, opts };
};

const certificate = (changes: Partial<CertificateArgs> = {}) =>
  deploy((opts) => {
    const args = { domainName: "app.example.com", hostedZoneId: "Z1", ...changes };
    return new Certificate("web", args, { ...opts, transformations: [...(opts.transformations ?? []), acm] });
  });

describe("a certificate", () => {
  it("proves its domain by DNS", async () => {
    const deployed = await certificate();
    const { inputs } = deployed.one("acm/certificate:Certificate");
    assert.equal(inputs["domainName"], "app.example.com");
    assert.equal(inputs["validationMethod"], "DNS");
    assert.equal(inputs["subjectAlternativeNames"], undefined);
    assert.deepEqual(deployed.one("route53/record:Record").inputs, {
      fqdn: "fqdn of web-app.example.com",
      zoneId: "Z1",
      name: "_proof.app.example.com",
      type: "CNAME",
      records: ["_value.app.example.com"],
      ttl: 60,
      allowOverwrite: true,
    });
  });

  it("gives each domain its own proof, whatever order ACM answers in", async () => {
    const deployed = await certificate({ subjectAlternativeNames: ["api.example.com", "www.example.com"] });
    for (const domain of ["app", "api", "www"]) {
      const { inputs } = deployed.one("route53/record:Record", `web-${domain}.example.com`);
      assert.equal(inputs["name"], `_proof.${domain}.example.com`);
      assert.deepEqual(inputs["records"], [`_value.${domain}.example.com`]);
    }
  });

  for (const [domainName, other] of [
    ["example.com", "*.example.com"],
    ["*.example.com", "example.com"],
  ] as const)
    it(`writes one record for ${domainName} and ${other} together`, async () => {
      const deployed = await certificate({ domainName, subjectAlternativeNames: [other] });
      assert.deepEqual(deployed.one("acm/certificate:Certificate").inputs["subjectAlternativeNames"], [other]);
      assert.equal(deployed.one("route53/record:Record").inputs["name"], "_proof.example.com");
    });

  it("is only usable once it is issued", async () => {
    const deployed = await certificate({ subjectAlternativeNames: ["api.example.com"] });
    const { inputs } = deployed.one("acm/certificateValidation:CertificateValidation");
    assert.deepEqual(inputs["validationRecordFqdns"], ["fqdn of web-app.example.com", "fqdn of web-api.example.com"]);
    assert.deepEqual(await waitsFor(deployed.result.arn), ["web-issued"]);
    assert.equal(await promiseOf(deployed.result.arn), inputs["certificateArn"]);
  });

  it("for CloudFront is requested and awaited in us-east-1, wherever the stack is", async () => {
    const deployed = await certificate({ region: "us-east-1" });
    assert.equal(deployed.one("acm/certificate:Certificate").inputs["region"], "us-east-1");
    assert.equal(deployed.one("acm/certificateValidation:CertificateValidation").inputs["region"], "us-east-1");
  });

  it("is in the provider's region unless told", async () => {
    for (const { inputs } of (await certificate()).resources.filter(({ type }) => type.startsWith("aws:acm/")))
      assert.equal(inputs["region"], undefined);
  });

  for (const [what, changes, said] of [
    ["a domain in upper case", { domainName: "App.example.com" }, /domainName: "App\.example\.com".*lowercase/],
    ["a URL", { domainName: "https://app.example.com" }, /domainName: /],
    ["a domain with a final dot", { domainName: "app.example.com." }, /domainName: /],
    ["a wildcard in the middle", { subjectAlternativeNames: ["a.*.example.com"] }, /subjectAlternativeNames: /],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => certificate(changes), said);
    });
});
