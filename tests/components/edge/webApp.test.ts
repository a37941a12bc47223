import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { WebApp, type WebAppArgs } from "../../../components/edge/webApp";
import { dnsRecords } from "../../../components/edge/webAppDomain";
import type { FrontendEnvironment } from "../../../components/edge/webAppEnvironment";
import { deploy, promiseOf } from "../../harness";

const ENVIRONMENT: FrontendEnvironment = {
  VITE_AWS_REGION: "us-east-1",
  VITE_COGNITO_USER_POOL_ID: "us-east-1_example",
  VITE_COGNITO_CLIENT_ID: "client",
  VITE_COGNITO_IDENTITY_POOL_ID: "us-east-1:pool",
  VITE_API_ENDPOINT: "https://api.example.com",
  VITE_FILES_BUCKET: "files",
  VITE_VIDEOS_BUCKET: "videos",
  VITE_VIDEO_CDN: "https://videos.example.com",
};
const GIT = { repositoryUrl: "https://github.com/example/app", accessToken: "token" };
const ARGS: WebAppArgs = {
  source: GIT,
  branchName: "release",
  stage: "BETA",
  environment: ENVIRONMENT,
  origins: { connect: ["https://api.example.com"] },
  basicAuth: "off",
};
const APP = "amplify/app:App";
const BRANCH = "amplify/branch:Branch";
const DOMAIN = "amplify/domainAssociation:DomainAssociation";

/** How the engine is handed a secret; a plain value would be one that anybody reads in the state. */
const secretly = (value: string) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });
/** Gives the resources the outputs that only AWS knows. */
const aws: pulumi.ResourceTransformation = ({ type, props, opts }) => {
  if (type === `aws:${DOMAIN}`) {
    const subDomains = props.subDomains.map((each: object) => ({ ...each, dnsRecord: " app CNAME d2.example.net" }));
    return { props: { ...props, subDomains, certificateVerificationDnsRecord: "_x CNAME _y" }, opts };
  }
  if (type !== `aws:${APP}`) return undefined;
  return { props: { ...props, defaultDomain: "d111.amplifyapp.com" }, opts };
};
const app = (changes: Partial<WebAppArgs> = {}) =>
  deploy(
    (opts) =>
      new WebApp("web", { ...ARGS, ...changes }, { ...opts, transformations: [...(opts.transformations ?? []), aws] }),
  );

describe("WebApp", () => {
  it("builds one branch from git whenever somebody pushes", async () => {
    const deployed = await app();
    const { inputs } = deployed.one(APP);
    assert.equal(inputs["repository"], "https://github.com/example/app");
    assert.equal(inputs["platform"], "WEB");
    assert.match(inputs["buildSpec"], /npm ci[\s\S]*npm run build[\s\S]*baseDirectory: dist/);
    assert.equal(inputs["enableAutoBranchCreation"], false);
    assert.equal(inputs["iamServiceRoleArn"], undefined);
    const branch = deployed.one(BRANCH).inputs;
    assert.deepEqual(
      [branch["appId"], branch["branchName"], branch["stage"], branch["enableAutoBuild"]],
      ["web-app-id", "release", "BETA", true],
    );
  });

  it("takes another build when told", async () => {
    assert.equal((await app({ buildSpec: "version: 1" })).one(APP).inputs["buildSpec"], "version: 1");
  });

  it("waits for uploads when there is no repository", async () => {
    const deployed = await app({ source: "manual" });
    const { inputs } = deployed.one(APP);
    for (const absent of ["repository", "accessToken", "buildSpec"]) assert.equal(inputs[absent], undefined, absent);
    assert.equal(deployed.one(BRANCH).inputs["enableAutoBuild"], false);
  });

  it("uses the token once and keeps it secret", async () => {
    const { opts, inputs } = (await app()).one(APP);
    assert.deepEqual(opts.ignoreChanges, ["accessToken"]);
    assert.deepEqual(inputs["accessToken"], secretly("token"));
  });

  it("shows no code of pull requests and serves no old release", async () => {
    const { inputs } = (await app()).one(BRANCH);
    assert.equal(inputs["enablePullRequestPreview"], false);
    assert.equal(inputs["enablePerformanceMode"], false);
  });

  it("gives the values to the branch and not to the app", async () => {
    const deployed = await app();
    assert.deepEqual(deployed.one(BRANCH).inputs["environmentVariables"], ENVIRONMENT);
    assert.equal(deployed.one(APP).inputs["environmentVariables"], undefined);
  });

  it("can be given what was made for its own address", async () => {
    const deployed = await deploy((opts) => {
      let signIn: (id: string) => void = () => undefined;
      const clientId = new Promise<string>((resolve) => (signIn = resolve));
      const environment = { ...ENVIRONMENT, VITE_COGNITO_CLIENT_ID: clientId };
      const web = new WebApp("web", { ...ARGS, environment }, opts);
      void promiseOf(web.branchUrl).then((url) => {
        signIn(`client-of-${url}`);
      });
      return web;
    });
    const { VITE_COGNITO_CLIENT_ID } = deployed.one(BRANCH).inputs["environmentVariables"];
    assert.match(VITE_COGNITO_CLIENT_ID, /^client-of-https:\/\/release\./);
  });

  it("answers every path that is not a file with the app itself", async () => {
    const [rule, ...more] = (await app()).one(APP).inputs["customRules"];
    assert.deepEqual(more, []);
    assert.deepEqual([rule.status, rule.target], ["200", "/index.html"]);
    const pattern = new RegExp(/^<\/(.*)\/>$/.exec(rule.source)?.[1] ?? "(?!)");
    for (const path of ["/", "/patients/17", "/files/report.pdf-view"]) assert.match(path, pattern);
    for (const file of ["/assets/index-1a2b.js", "/app.css", "/logo.webp", "/font.woff2"])
      assert.doesNotMatch(file, pattern);
  });

  it("asks for a name and a password, kept secret, where told", async () => {
    const deployed = await app({ basicAuth: { username: "tester", password: "correct-horse" } });
    const { inputs } = deployed.one(APP);
    assert.equal(inputs["enableBasicAuth"], true);
    const credentials = Buffer.from("tester:correct-horse").toString("base64");
    assert.deepEqual(inputs["basicAuthCredentials"], secretly(credentials));
  });

  it("keeps credentials out of what the engine records of the component", async () => {
    const deployed = await app({ basicAuth: { username: "tester", password: "correct-horse" } });
    const { inputs } = deployed.one("telehealth:edge:WebApp");
    assert.equal(inputs["branchName"], "release");
    assert.doesNotMatch(JSON.stringify(inputs), /correct-horse|token/);
  });

  it("is open to the public only when that was written", async () => {
    const { inputs } = (await app()).one(APP);
    assert.equal(inputs["enableBasicAuth"], false);
    assert.equal(inputs["basicAuthCredentials"], undefined);
  });

  it("is at Amplify's address, with nothing in the DNS, unless it has a domain", async () => {
    const deployed = await app();
    assert.equal(deployed.all(DOMAIN).length, 0);
    const { appId, appArn, defaultDomain, branchUrl, originUrls, dnsRecords } = deployed.result;
    assert.equal(await promiseOf(appId), "web-app-id");
    assert.equal(await promiseOf(appArn), "arn:aws:amplify:us-east-1:111122223333:web-app");
    assert.equal(await promiseOf(defaultDomain), "d111.amplifyapp.com");
    assert.equal(await promiseOf(branchUrl), "https://release.d111.amplifyapp.com");
    assert.deepEqual(await promiseOf(originUrls), ["https://release.d111.amplifyapp.com"]);
    assert.deepEqual(await promiseOf(dnsRecords), []);
  });

  it("is shown at its domain and below it, without waiting for the DNS", async () => {
    const deployed = await app({ domain: { name: "example.com", prefixes: ["", "app"] } });
    const { inputs } = deployed.one(DOMAIN);
    assert.equal(inputs["domainName"], "example.com");
    assert.equal(inputs["waitForVerification"], false);
    assert.equal(inputs["enableAutoSubDomain"], false);
    assert.deepEqual(
      inputs["subDomains"].map((each: any) => [each.branchName, each.prefix]),
      [
        ["release", ""],
        ["release", "app"],
      ],
    );
    assert.deepEqual(await promiseOf(deployed.result.originUrls), [
      "https://release.d111.amplifyapp.com",
      "https://example.com",
      "https://app.example.com",
    ]);
    const record = "app CNAME d2.example.net";
    assert.deepEqual(await promiseOf(deployed.result.dnsRecords), ["_x CNAME _y", record, record]);
  });

  it("leaves out the records that AWS does not know yet", () => {
    assert.deepEqual(dnsRecords("", [{ dnsRecord: " CNAME d2.example.net" }, {}]), ["CNAME d2.example.net"]);
    assert.deepEqual(dnsRecords(undefined, []), []);
  });

  const domain = (name: string, ...prefixes: string[]) => ({ domain: { name, prefixes } });
  const leak = (name: string) => ({ environment: { ...ENVIRONMENT, [name]: "x" } });
  const repository = (repositoryUrl: string) => ({ source: { ...GIT, repositoryUrl } });
  for (const [what, changes, said] of [
    ["the database's address in a browser", leak("DATABASE_ENDPOINT"), /environment: DATABASE_ENDPOINT would be/],
    ["the database's address under another name", leak("VITE_DATABASE_ENDPOINT"), /environment: VITE_DATABASE/],
    ["a secret in a browser", leak("VITE_STRIPE_SECRET_KEY"), /environment: VITE_STRIPE_SECRET_KEY/],
    ["a value that Vite would not pass on", leak("API_ENDPOINT"), /environment: API_ENDPOINT/],
    ["a repository over plain HTTP", repository("http://github.com/example/app"), /source.repositoryUrl/],
    ["a token inside the repository's address", repository("https://t@github.com/example/app"), /source.repositoryUrl/],
    ["a branch that Amplify would rename", { branchName: "feature/x" }, /branchName: "feature\/x"/],
    ["an origin with a path", { origins: { connect: ["https://api.example.com/prod"] } }, /origins.connect/],
    ["scripts from anywhere", { origins: { connect: [], scripts: ["*"] } }, /origins.scripts: "\*"/],
    ["a name with a colon", { basicAuth: { username: "a:b", password: "p" } }, /basicAuth.username/],
    ["something that is not a domain", domain("https://example.com", "app"), /domain: "https:\/\/example.com"/],
    ["a domain with no name in it", domain("example.com"), /domain: no prefix/],
    ["a prefix with a dot at its end", domain("example.com", "app."), /domain: "app." is not a prefix/],
    ["a prefix twice", domain("example.com", "app", "app"), /domain: a prefix is listed twice/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(async () => app(changes), said);
    });

  it("does not repeat a refused address, which may hold a token", async () => {
    await assert.rejects(
      async () => app(repository("https://s3cr3t@github.com/example/app")),
      (error: Error) => !error.message.includes("s3cr3t"),
    );
  });
});
