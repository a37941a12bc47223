import type { Outcomes } from "../engine/outcome";
import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";
import { DISTRIBUTION } from "../shared/cacheBehaviors";

const REALTIME = "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig";
const TELLTALE = /^(cs-uri-query|cs\(Cookie\)|cs-cookie|cs\(Referer\)|cs-referer|cs-headers)$/i;

export const cloudfrontLogContent = rule({
  id: "cloudfront-log-content",
  title: "CloudFront logs contain no cookies and no URL signatures",
  family: "phi-in-logs",
  severity: "high",
  controls: ["164.312(b)", "164.312(a)(1)"],
  remediation:
    "Leave cs-uri-query, cookies, referrers and headers out: anyone who reads them can fetch the record itself",
  types: [DISTRIBUTION, REALTIME, "aws:cloudwatch/logDelivery:LogDelivery"],
  check: (resource): Outcomes => {
    if (resource.type === DISTRIBUTION)
      return isNotTrue(resource.at("loggingConfig", "includeCookies"), "cookies, and with them sessions, are logged");
    const fields = resource.at(resource.type === REALTIME ? "fields" : "recordFields");
    return fields.items.map((each) => {
      if (each.unknown) return each.later();
      return TELLTALE.test(each.text ?? "")
        ? each.refuse(`${each.text ?? ""} contains what gives access to a record`)
        : undefined;
    });
  },
});
