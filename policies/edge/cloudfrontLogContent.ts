import type { Outcomes } from "../engine/outcome";
import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";
import { DISTRIBUTION } from "../shared/cacheBehaviors";

const REALTIME = "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig";
const TELLTALE = /^(cs-uri-query|cs\(Cookie\)|cs-cookie|cs\(Referer\)|cs-referer|cs-headers)$/i;

export const cloudfrontLogContent = rule({
  id: "cloudfront-log-content",
  title: "Logs of CloudFront hold no cookies and no signatures of URLs",
  family: "phi-in-logs",
  severity: "high",
  controls: ["164.312(b)", "164.312(a)(1)"],
  remediation: "Leave cs-uri-query, cookies, referrers and headers out: whoever reads them can fetch the record itself",
  types: [DISTRIBUTION, REALTIME, "aws:cloudwatch/logDelivery:LogDelivery"],
  check: (resource): Outcomes => {
    if (resource.type === DISTRIBUTION)
      return isNotTrue(
        resource.at("loggingConfig", "includeCookies"),
        "cookies, and so sessions, are written into the log",
      );
    const fields = resource.at(resource.type === REALTIME ? "fields" : "recordFields");
    return fields.items.map((each) => {
      if (each.unknown) return each.later();
      return TELLTALE.test(each.text ?? "") ? each.refuse(`${each.text ?? ""} holds what opens a record`) : undefined;
    });
  },
});
