import type * as pulumi from "@pulumi/pulumi";

/** What the build of the frontend is given. All of it ends up in every visitor's browser. */
export interface FrontendEnvironment {
  readonly VITE_AWS_REGION: pulumi.Input<string>;
  readonly VITE_COGNITO_USER_POOL_ID: pulumi.Input<string>;
  readonly VITE_COGNITO_CLIENT_ID: pulumi.Input<string>;
  readonly VITE_COGNITO_IDENTITY_POOL_ID: pulumi.Input<string>;
  readonly VITE_API_ENDPOINT: pulumi.Input<string>;
  readonly VITE_FILES_BUCKET: pulumi.Input<string>;
  readonly VITE_VIDEOS_BUCKET: pulumi.Input<string>;
  readonly VITE_VIDEO_CDN: pulumi.Input<string>;
  /** Further public values, such as a publishable key of a payment provider. */
  readonly [more: `VITE_${string}`]: pulumi.Input<string>;
}

const PUBLIC = /^VITE_[A-Z0-9_]+$/;
const SECRET = /DATABASE|SECRET|PASSWORD|PRIVATE|CREDENTIAL/;

/** The first name that must not be in a browser; undefined when all may. The compiler cannot see a wider object. */
export function leakedName(environment: FrontendEnvironment): string | undefined {
  return Object.keys(environment).find((name) => !PUBLIC.test(name) || SECRET.test(name));
}
