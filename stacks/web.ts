import * as pulumi from "@pulumi/pulumi";
import { WebApp } from "../components/edge/webApp";
import type { IdentityPool } from "../components/identity/identityPool";
import type { UserPool } from "../components/identity/userPool";
import type { Firewall } from "../components/security/firewall";
import type { Context } from "./context";
import { createFirewall } from "./firewalls";
import type { Keys } from "./keys";
import type { LogDeliveries } from "./logDelivery";
import type { Profile } from "./profile";
import type { Storage } from "./storage";

export interface WebParts {
  readonly keys: Keys;
  readonly deliveries: LogDeliveries;
  readonly storage: Storage;
  readonly users: UserPool;
  readonly identities: IdentityPool;
  readonly apiHost: string;
  readonly videoHost: string;
}

export interface Web {
  readonly app: WebApp;
  readonly firewall: Firewall;
}

/** The browser's application in front of it all, with its own firewall. Undefined where the settings have none. */
export function createWeb(context: Context, parts: WebParts, profile: Profile): Web | undefined {
  const { web, domain } = profile;
  if (web === undefined) return undefined;
  const { location, opts } = context;
  const { storage, users, identities, apiHost, videoHost } = parts;
  const { region } = location;
  // Secrets are read where they are used and nowhere kept: a profile is plain data.
  const secrets = new pulumi.Config();
  const { repositoryUrl, basicAuthUser } = web;
  const app = new WebApp(
    "web",
    {
      source:
        repositoryUrl === undefined
          ? "manual"
          : { repositoryUrl, accessToken: secrets.requireSecret("webAccessToken") },
      branchName: web.branch,
      stage: web.stage,
      basicAuth:
        basicAuthUser === undefined
          ? "off"
          : { username: basicAuthUser, password: secrets.requireSecret("webPassword") },
      domain: { name: domain.name, prefixes: ["", "app"] },
      origins: {
        connect: [
          `https://${apiHost}`,
          `https://cognito-idp.${region}.amazonaws.com`,
          `https://cognito-identity.${region}.amazonaws.com`,
          `https://${context.prefix}-files-${location.accountId}.s3.${region}.amazonaws.com`,
          `https://${context.prefix}-videos-${location.accountId}.s3.${region}.amazonaws.com`,
        ],
        media: [`https://${videoHost}`],
      },
      environment: {
        VITE_AWS_REGION: region,
        VITE_COGNITO_USER_POOL_ID: users.userPoolId,
        VITE_COGNITO_CLIENT_ID: users.clientId,
        VITE_COGNITO_IDENTITY_POOL_ID: identities.identityPoolId,
        VITE_API_ENDPOINT: `https://${apiHost}`,
        VITE_FILES_BUCKET: storage.files.name,
        VITE_VIDEOS_BUCKET: storage.videos.name,
        VITE_VIDEO_CDN: videoHost,
      },
    },
    opts,
  );
  const firewall = createFirewall(context, parts, profile, { purpose: "web" }, { app: app.appArn });
  return { app, firewall };
}
