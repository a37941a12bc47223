import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

export const amplifyRewriteTls = rule({
  id: "amplify-rewrite-tls",
  title: "The web application forwards requests over HTTPS",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Use an https:// target, or a path on the site itself",
  types: ["aws:amplify/app:App"],
  check: (app): Outcomes =>
    app.at("customRules").items.map((each) => {
      const target = each.at("target");
      if (target.unknown) return target.later();
      return /^http:/i.test(target.text ?? "") ? target.refuse("requests are forwarded in clear text") : undefined;
    }),
});
