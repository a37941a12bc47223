import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one, written } from "./case";

const POOL = "cognito/userPool:UserPool";
const pool = (props: Given["props"]) => one(POOL, props);
const four = { requireLowercase: true, requireUppercase: true, requireNumbers: true, requireSymbols: true };
const passwords = (passwordPolicy: unknown) => pool({ passwordPolicy });
const withRisk = (userPoolAddOns: unknown): Given[] => [
  { type: `aws:${POOL}`, name: "it", props: { userPoolTier: "ESSENTIALS", userPoolAddOns } },
  {
    type: "aws:cognito/riskConfiguration:RiskConfiguration",
    name: "risk",
    props: { userPoolId: LATER },
    from: { userPoolId: ["it"] },
  },
];

export const userPools: CaseTable = {
  "user-pool-mfa": {
    accepts: [ok("on", pool({ mfaConfiguration: "ON" }))],
    rejects: ["OFF", "OPTIONAL", undefined, null, "", true].map((mfaConfiguration) =>
      bad(written(mfaConfiguration), /a stolen password is enough/, pool({ mfaConfiguration })),
    ),
    defers: [ok("unknown", pool({ mfaConfiguration: LATER }))],
  },
  "user-pool-authenticator-app": {
    accepts: [
      ok("an app", pool({ mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: true } })),
      ok("no second factor, which is another rule's", pool({ mfaConfiguration: "OFF" })),
    ],
    rejects: [
      bad(
        "text messages only",
        /text message/,
        pool({ mfaConfiguration: "ON", smsConfiguration: { externalId: "x" } }),
      ),
      bad(
        "an app that is off",
        /text message/,
        pool({ mfaConfiguration: "OPTIONAL", softwareTokenMfaConfiguration: { enabled: false } }),
      ),
    ],
    defers: [ok("unknown", pool({ mfaConfiguration: "ON", softwareTokenMfaConfiguration: { enabled: LATER } }))],
  },
  "user-pool-password-policy": {
    accepts: [
      ok("twelve of four classes", passwords({ minimumLength: 12, ...four, temporaryPasswordValidityDays: 3 })),
      ok("a list of one block", passwords([{ minimumLength: 14, ...four }])),
      ok("a passphrase", passwords({ minimumLength: 20 })),
    ],
    rejects: [
      ...[8, 6, 0, undefined, "8"].map((minimumLength) =>
        bad(written(minimumLength), /minimumLength: shorter/, passwords({ ...four, minimumLength })),
      ),
      ...Object.keys(four).map((each) =>
        bad(`no ${each}`, new RegExp(`${each}: short`), passwords({ minimumLength: 12, ...four, [each]: false })),
      ),
      bad("nothing", /guessed/, pool({})),
      bad(
        "temporary passwords for months",
        /too long/,
        passwords({ minimumLength: 12, ...four, temporaryPasswordValidityDays: 90 }),
      ),
    ],
    defers: [ok("unknown", passwords({ ...four, minimumLength: LATER }))],
  },
  "user-pool-self-sign-up": {
    accepts: [ok("by administrators", pool({ adminCreateUserConfig: { allowAdminCreateUserOnly: true } }))],
    rejects: [undefined, null, {}, { allowAdminCreateUserOnly: false }].map((adminCreateUserConfig) =>
      bad(written(adminCreateUserConfig), /anyone on the internet/, pool({ adminCreateUserConfig })),
    ),
    defers: [ok("unknown", pool({ adminCreateUserConfig: LATER }))],
  },
  "user-pool-threat-protection": {
    accepts: [
      ok("none, and none paid for", pool({ userPoolTier: "ESSENTIALS" })),
      ok("enforced", withRisk({ advancedSecurityMode: "ENFORCED" })),
      ok(
        "watched, where nothing says what to do",
        pool({ userPoolTier: "PLUS", userPoolAddOns: { advancedSecurityMode: "AUDIT" } }),
      ),
    ],
    rejects: [
      bad("off", /are accepted|let in/, pool({ userPoolAddOns: { advancedSecurityMode: "OFF" } })),
      bad("paid for and not used", /paid for/, pool({ userPoolTier: "PLUS" })),
      bad("answers to risks that are only watched", /has no effect/, withRisk({ advancedSecurityMode: "AUDIT" })),
      bad("answers to risks that nobody sees", /has no effect/, withRisk(undefined)),
    ],
    defers: [ok("unknown", pool({ userPoolAddOns: { advancedSecurityMode: LATER } }))],
  },
  "user-pool-recovery": {
    accepts: [
      ok(
        "by e-mail",
        pool({ accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_email", priority: 1 }] } }),
      ),
      ok("nothing", pool({})),
    ],
    rejects: [
      bad(
        "by phone",
        /anyone who has the phone/,
        pool({ accountRecoverySetting: { recoveryMechanisms: [{ name: "verified_phone_number", priority: 1 }] } }),
      ),
      bad(
        "remembered devices",
        /remembered device/,
        pool({ deviceConfiguration: { challengeRequiredOnNewDevice: true } }),
      ),
    ],
    defers: [ok("unknown", pool({ accountRecoverySetting: LATER }))],
  },
  "user-pool-risk-response": {
    accepts: [
      ok(
        "a block",
        one("cognito/riskConfiguration:RiskConfiguration", {
          accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: "BLOCK" } } },
        }),
      ),
    ],
    rejects: [
      bad(
        "nothing about a high risk",
        /nothing is done/,
        one("cognito/riskConfiguration:RiskConfiguration", {
          accountTakeoverRiskConfiguration: { actions: { highAction: { eventAction: "NO_ACTION" } } },
        }),
      ),
      bad(
        "nothing about leaked passwords",
        /nothing is done/,
        one("cognito/riskConfiguration:RiskConfiguration", {
          compromisedCredentialsRiskConfiguration: { actions: { eventAction: "NO_ACTION" } },
        }),
      ),
    ],
    defers: [
      ok("unknown", one("cognito/riskConfiguration:RiskConfiguration", { accountTakeoverRiskConfiguration: LATER })),
    ],
  },
  "iam-password-policy": {
    accepts: [
      ok(
        "a strong one",
        one("iam/accountPasswordPolicy:AccountPasswordPolicy", {
          minimumPasswordLength: 14,
          requireLowercaseCharacters: true,
          requireUppercaseCharacters: true,
          requireNumbers: true,
          requireSymbols: true,
          passwordReusePrevention: 24,
        }),
      ),
    ],
    rejects: [bad("AWS's default", /guessed/, one("iam/accountPasswordPolicy:AccountPasswordPolicy", {}))],
  },
};
