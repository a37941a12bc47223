import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";

/** Two years, as browsers' preload lists ask for. */
const HSTS_SECONDS = 63072000;
const override = true;

/** Headers of every response: who may read it, and that it is never framed, sniffed, sent as referrer or cached. */
export function cdnHeaders(
  component: pulumi.Resource,
  name: string,
  origins: readonly string[],
): aws.cloudfront.ResponseHeadersPolicy {
  refuse(component, origins);
  return new aws.cloudfront.ResponseHeadersPolicy(
    `${name}-headers`,
    {
      corsConfig: {
        // The signature in the URL is the credential; cookies are not.
        accessControlAllowCredentials: false,
        accessControlAllowOrigins: { items: [...origins] },
        accessControlAllowMethods: { items: ["GET", "HEAD", "OPTIONS"] },
        accessControlAllowHeaders: { items: ["Range"] },
        accessControlExposeHeaders: { items: ["Accept-Ranges", "Content-Length", "Content-Range", "ETag"] },
        accessControlMaxAgeSec: 600,
        originOverride: override,
      },
      securityHeadersConfig: {
        strictTransportSecurity: { accessControlMaxAgeSec: HSTS_SECONDS, includeSubdomains: true, override },
        contentTypeOptions: { override },
        frameOptions: { frameOption: "DENY", override },
        // A referrer would carry the signed URL to another site.
        referrerPolicy: { referrerPolicy: "no-referrer", override },
        contentSecurityPolicy: {
          contentSecurityPolicy: "default-src 'none'; media-src 'self'; frame-ancestors 'none'",
          override,
        },
      },
      // For the viewer only; CloudFront goes by the cache policy. A recording must not stay on a shared computer.
      customHeadersConfig: { items: [{ header: "Cache-Control", value: "private, no-store", override }] },
    },
    { parent: component },
  );
}

function refuse(component: pulumi.Resource, origins: readonly string[]): void {
  if (origins.length === 0)
    invalid(component, "corsOrigins", "no site could play the recordings", "Write the origin of the app");
  const wrong = origins.find((origin) => !/^(https:\/\/[a-z0-9.-]+(:\d+)?|http:\/\/localhost(:\d+)?)$/.test(origin));
  if (wrong !== undefined)
    invalid(component, "corsOrigins", `"${wrong}" is not one origin`, "Write it like https://app.example.com");
}
