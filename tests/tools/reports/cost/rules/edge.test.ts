import { priced } from "../priced";
import { part } from "../stack";

const acl = (...rules: object[]) => part("wafv2/webAcl:WebAcl", "acl", { rules });
const bots = { statement: { managedRuleGroupStatement: { name: "AWSManagedRulesBotControlRuleSet" } } };
const pool = (more: object = {}) => part("cognito/userPool:UserPool", "users", more);

const guards = (type: string) => [
  part(type, "guarded"),
  part("wafv2/webAclAssociation:WebAclAssociation", "guard", {}, { webAclArn: ["acl"], resourceArn: ["guarded"] }),
];

priced("Firewalls", [
  ["an ACL", [acl()], {}, "web ACL", 5],
  ["each rule", [acl({}, {}, {})], {}, "rules and rule groups", 3],
  ["bot control", [acl(bots)], {}, "bot control", 10],
  ["no bot control", [acl({})], {}, "bot control", 0],
  [
    "requests of the API",
    [acl(), ...guards("apigateway/stage:Stage")],
    { apiRequestsMillions: 10 },
    "requests judged",
    6,
  ],
  ["requests of the web app", [acl(), ...guards("amplify/app:App")], { webRequestsMillions: 5 }, "requests judged", 3],
  ["an ACL that guards nothing", [acl()], { apiRequestsMillions: 10 }, "requests judged", 0],
  ["Amplify's own price of a firewall", [acl(), ...guards("amplify/app:App")], {}, "firewall in front of the app", 15],
  ["Amplify without a firewall", [part("amplify/app:App", "app")], {}, "firewall in front of the app", 0],
]);
priced("Users", [
  ["10,000 users of Essentials are free", [pool()], { users: 10_000 }, "active users, tier ESSENTIALS", 0],
  ["the next one is not", [pool()], { users: 11_000 }, "active users, tier ESSENTIALS", 15],
  ["Plus costs from the first", [pool({ userPoolTier: "PLUS" })], { users: 1000 }, "active users, tier PLUS", 20],
  ["no texts without a set-up for them", [pool()], { textMessages: 1000 }, "codes by text message", 0],
  ["texts", [pool({ smsConfiguration: {} })], { textMessages: 1000 }, "codes by text message", 6.45],
]);
