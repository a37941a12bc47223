import { made, others } from "./entry";
import { free } from "./reasons";

export const MADE = made({
  "amplify/app:App": {
    price: "priced",
    seconds: [1, 3, 15],
    outputs: {
      id: "d{alnum13}",
      arn: "{arn:amplify}apps/{id}",
      defaultDomain: "{id}.amplifyapp.com",
      platform: "WEB",
    },
    drawn: "box",
    alarms: "service",
  },
  "amplify/branch:Branch": {
    price: free("counted at the app"),
    seconds: [1, 2, 10],
    outputs: {
      id: "{.appId}/{.branchName}",
      arn: "{arn:amplify}apps/{.appId}/branches/{.branchName}",
      associatedResources: [],
      customDomains: [],
      displayName: "{.branchName}",
      ttl: "5",
    },
    replacedBy: "appId branchName",
    partOf: "amplify/app:App",
  },
  "amplify/domainAssociation:DomainAssociation": {
    price: free("counted at the app"),
    seconds: [60, 300, 1800],
    // What Amplify does after the call goes on behind the update's back.
    variants: [
      { name: "not waited for", when: (inputs) => inputs["waitForVerification"] === false, seconds: [2, 10, 60] },
    ],
    outputs: {
      id: "{.appId}/{.domainName}",
      arn: "{arn:amplify}apps/{.appId}/domains/{.domainName}",
      certificateVerificationDnsRecord: "_{hex32:host}.{.domainName}. CNAME _{hex32:value}.acm-validations.aws.",
    },
    replacedBy: "appId domainName",
    partOf: "amplify/app:App",
  },
});

export const OTHERS = others({
  "amplify/webhook:Webhook": {
    outputs: {
      id: "{uuid}",
      arn: "{arn:amplify}apps/{.appId}/webhooks/{id}",
      url: "https://webhooks.amplify.{region}.{domain}/prod/webhooks?id={id}&token={mixed32}&operation=startbuild",
    },
  },
});
