import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { SPA_RULE, VITE_BUILD } from "./webAppBuild";
import { associateDomain, dnsRecords, domainOrigins, refuseDomain, type WebAppDomain } from "./webAppDomain";
import { type FrontendEnvironment, leakedName } from "./webAppEnvironment";
import { customHeaders, type PageOrigins, wrongOrigin } from "./webAppHeaders";

/** A repository on GitHub, GitLab or Bitbucket. They need no IAM role, so the build has none: it touches nothing in AWS. */
export interface GitSource {
  readonly repositoryUrl: string;
  /** Lets Amplify read the repository and add its webhook. Used once, at creation: later ones are ignored. */
  readonly accessToken: pulumi.Input<string>;
}

/** One name and password in front of the whole app, for environments that are not for patients. */
export interface BasicAuth {
  readonly username: string;
  /** Seven characters or more: AWS, "Restricting access to an Amplify application's branches". */
  readonly password: pulumi.Input<string>;
}

export interface WebAppArgs {
  /** Where the code comes from; "manual" means that a pipeline or a person uploads a build. */
  readonly source: GitSource | "manual";
  /** The branch of this environment, and the first part of its address: lowercase letters, digits and -. */
  readonly branchName: string;
  readonly stage: "PRODUCTION" | "BETA" | "DEVELOPMENT";
  /** For the build. It may come late, and hold what was made for the app's own address. */
  readonly environment: FrontendEnvironment;
  /** The hosts that pages may use. They must not depend on this app's outputs. */
  readonly origins: PageOrigins;
  /** Required: forgotten, it would open an environment that is not meant for the public. */
  readonly basicAuth: BasicAuth | "off";
  /** @default Amplify's own address only */
  readonly domain?: WebAppDomain;
  /** Amplify's build specification (YAML); an `amplify.yml` in the repository wins. @default npm and Vite, from `dist` */
  readonly buildSpec?: string;
}

/**
 * The React app on Amplify Hosting, built from one branch for one environment, with security headers on every answer. A
 * `customHttp.yml` in the repository would replace the headers: keep none. A firewall attaches itself to `appArn`.
 */
export class WebApp extends pulumi.ComponentResource {
  public readonly appId: pulumi.Output<string>;
  public readonly appArn: pulumi.Output<string>;
  public readonly defaultDomain: pulumi.Output<string>;
  /** Known before the branch exists, so that sign-in can return to it and the branch be given the client's id. */
  public readonly branchUrl: pulumi.Output<string>;
  /** Every origin a browser may name: for CORS of the API and the buckets, and for callback URLs. */
  public readonly originUrls: pulumi.Output<string[]>;
  /** Records to create by hand in DNS, unless Amplify finds the zone in Route 53 of this account. */
  public readonly dnsRecords: pulumi.Output<string[]>;

  constructor(name: string, args: WebAppArgs, opts?: pulumi.ComponentResourceOptions) {
    // The environment waits for Cognito, which waits for this app's address; credentials are nobody else's business.
    const { environment, origins, source, basicAuth, ...early } = args;
    super("telehealth:edge:WebApp", name, early, opts);
    const { branchName, stage, domain, buildSpec = VITE_BUILD } = args;
    refuse(this, args);

    const mine = { parent: this };
    const app = new aws.amplify.App(
      `${name}-app`,
      {
        platform: "WEB",
        customRules: [SPA_RULE],
        customHeaders: customHeaders(origins),
        // Only the branch below is ever shown: others would share its backend.
        enableAutoBranchCreation: false,
        enableBranchAutoDeletion: false,
        ...gitSource(source, buildSpec),
        ...basicAuthentication(basicAuth),
      },
      {
        ...mine,
        // AWS does not keep the token and never returns it.
        ignoreChanges: ["accessToken"],
      },
    );
    const branch = new aws.amplify.Branch(
      `${name}-branch`,
      {
        appId: app.id,
        branchName,
        stage,
        framework: "React",
        enableAutoBuild: source !== "manual",
        // It keeps an old release, with its headers, at the edge for up to ten minutes.
        enablePerformanceMode: false,
        // A preview is a public address for code that nobody has reviewed.
        enablePullRequestPreview: false,
        environmentVariables: { ...environment },
      },
      mine,
    );
    const association = domain && associateDomain(this, name, branch, domain);

    this.appId = app.id;
    this.appArn = app.arn;
    this.defaultDomain = app.defaultDomain;
    this.branchUrl = pulumi.interpolate`https://${branchName}.${app.defaultDomain}`;
    this.originUrls = this.branchUrl.apply((url) => [url, ...(domain ? domainOrigins(domain) : [])]);
    this.dnsRecords = association
      ? pulumi
          .all([association.certificateVerificationDnsRecord, association.subDomains])
          .apply(([proof, subDomains]) => dnsRecords(proof, subDomains))
      : pulumi.output<string[]>([]);
    this.registerOutputs({ appId: this.appId, appArn: this.appArn, branchUrl: this.branchUrl });
  }
}

function gitSource(source: WebAppArgs["source"], buildSpec: string): Partial<aws.amplify.AppArgs> {
  if (source === "manual") return {};
  return { repository: source.repositoryUrl, accessToken: source.accessToken, buildSpec };
}

function basicAuthentication(access: WebAppArgs["basicAuth"]): Partial<aws.amplify.AppArgs> {
  if (access === "off") return { enableBasicAuth: false };
  const { username, password } = access;
  // The SDK itself marks these credentials, and the token, as secrets.
  const credentials = pulumi.output(password).apply((text) => Buffer.from(`${username}:${text}`).toString("base64"));
  return { enableBasicAuth: true, basicAuthCredentials: credentials };
}

function refuse(app: WebApp, { source, branchName, environment, origins, basicAuth, domain }: WebAppArgs): void {
  if (source !== "manual" && !/^https:\/\/[a-z0-9.-]+(\/[\w.-]+){2,}$/.test(source.repositoryUrl))
    invalid(
      app,
      "source.repositoryUrl",
      "it is not the https address of a repository without a name or a password in it",
      "Write it like https://github.com/example/app",
    );
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(branchName))
    invalid(
      app,
      "branchName",
      `"${branchName}" would not be the name in its address`,
      "Use lowercase letters, digits and -",
    );
  const leaked = leakedName(environment);
  if (leaked !== undefined)
    invalid(
      app,
      "environment",
      `${leaked} would be readable in every browser`,
      "Give the app public VITE_ values only",
    );
  const wrong = wrongOrigin(origins);
  if (wrong !== undefined)
    invalid(
      app,
      `origins.${wrong.list}`,
      `"${wrong.origin}" is not one origin`,
      "Write it like https://api.example.com",
    );
  if (basicAuth !== "off" && !/^[^:\s]+$/.test(basicAuth.username))
    invalid(app, "basicAuth.username", "it contains a colon or a space", "Use letters and digits");
  if (domain) refuseDomain(app, domain);
}
