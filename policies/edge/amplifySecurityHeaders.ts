import { rule } from "../rule";

export const amplifySecurityHeaders = rule({
  id: "amplify-security-headers",
  title: "The web application tells browsers to use HTTPS and never to frame it",
  family: "encryption-in-transit",
  severity: "low",
  level: "advisory",
  controls: ["164.312(e)(1)"],
  remediation: "Set customHeaders with Strict-Transport-Security, Content-Security-Policy and X-Content-Type-Options",
  types: ["aws:amplify/app:App"],
  check: (app) => {
    const headers = app.at("customHeaders");
    if (headers.unknown) return headers.later();
    return /strict-transport-security/i.test(headers.text ?? "")
      ? undefined
      : headers.refuse("no Strict-Transport-Security header is sent");
  },
});
