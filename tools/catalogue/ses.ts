import { others } from "./entry";

export const OTHERS = others({
  "ses/domainIdentity:DomainIdentity": {
    outputs: {
      id: "{.domain}",
      arn: "{arn:ses}identity/{.domain}",
      verificationToken: "{mixed43}=",
    },
  },
  "ses/domainDkim:DomainDkim": {
    outputs: {
      id: "{.domain}",
      dkimTokens: ["{alnum32:dkim1}", "{alnum32:dkim2}", "{alnum32:dkim3}"],
    },
  },
  "ses/emailIdentity:EmailIdentity": { outputs: { id: "{.email}", arn: "{arn:ses}identity/{.email}" } },
});
