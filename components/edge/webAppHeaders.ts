import * as pulumi from "@pulumi/pulumi";

/** Two years, as browsers' preload lists ask for. */
const HSTS_SECONDS = 63072000;
/** One origin, or all hosts below a domain: `https://api.example.com`, `wss://*.example.com`. */
const ORIGIN = /^(https|wss):\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/;

/** Other hosts that pages may use. Whatever is not named here the browser refuses. */
export interface PageOrigins {
  /** API, Cognito, upload buckets, video sessions: what the app's own code calls. */
  readonly connect: readonly pulumi.Input<string>[];
  /** Recordings and images. @default none */
  readonly media?: readonly pulumi.Input<string>[];
  /** Scripts that a provider serves itself, such as a payment form's. @default none */
  readonly scripts?: readonly pulumi.Input<string>[];
  /** Pages shown inside ours, such as that payment form. @default none */
  readonly frames?: readonly pulumi.Input<string>[];
}

/** The first text that is not an origin, with its list. Outputs are ours, and known too late to refuse. */
export function wrongOrigin(origins: PageOrigins): { readonly list: string; readonly origin: string } | undefined {
  const named = Object.entries({ ...origins }).flatMap(([list, all]: [string, readonly pulumi.Input<string>[]]) =>
    all.flatMap((origin) => (typeof origin === "string" ? [{ list, origin }] : [])),
  );
  return named.find(({ origin }) => !ORIGIN.test(origin));
}

/** The headers of every answer, as the YAML that Amplify takes: AWS, "Custom header YAML reference". */
export function customHeaders(origins: PageOrigins): pulumi.Output<string> {
  const { connect, media = [], scripts = [], frames = [] } = origins;
  return pulumi.all([connect, media, scripts, frames].map((list) => pulumi.all([...list]))).apply((lists) => {
    const [toConnect = [], toMedia = [], toScripts = [], toFrames = []] = lists;
    const headers = {
      "Strict-Transport-Security": `max-age=${HSTS_SECONDS}; includeSubDomains`,
      "X-Content-Type-Options": "nosniff",
      "X-Frame-Options": "DENY",
      // A path may name a patient.
      "Referrer-Policy": "no-referrer",
      // Sessions are held in the page itself; nothing embedded gets the camera.
      "Permissions-Policy": "camera=(self), microphone=(self), display-capture=(self), geolocation=()",
      "Content-Security-Policy": [
        "default-src 'self'",
        directive("connect-src", toConnect),
        directive("img-src", ["data:", "blob:", ...toMedia]),
        directive("media-src", ["blob:", ...toMedia]),
        directive("script-src", toScripts),
        // Component libraries write style attributes; those cannot run code.
        "style-src 'self' 'unsafe-inline'",
        toFrames.length === 0 ? "frame-src 'none'" : `frame-src ${toFrames.join(" ")}`,
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
      ].join("; "),
    };
    // A JSON string is a YAML string, whatever quotes the value holds.
    const lines = Object.entries(headers).flatMap(([key, value]) => [
      `      - key: ${JSON.stringify(key)}`,
      `        value: ${JSON.stringify(value)}`,
    ]);
    return ["customHeaders:", '  - pattern: "**/*"', "    headers:", ...lines, ""].join("\n");
  });
}

const directive = (name: string, sources: readonly string[]) => [name, "'self'", ...sources].join(" ");
