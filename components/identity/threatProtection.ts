import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/** Adaptive authentication and the search for leaked passwords: only counted, or acted upon. */
export type ThreatProtection = "off" | "audit" | "enforced";

/** AWS sells threat protection with the Plus plan only, and refuses the setting on any other ("Feature plans"). */
export function planSettings(
  mode: ThreatProtection,
): Pick<aws.cognito.UserPoolArgs, "userPoolTier" | "userPoolAddOns"> {
  if (mode === "off") return { userPoolTier: "ESSENTIALS" };
  return { userPoolTier: "PLUS", userPoolAddOns: { advancedSecurityMode: mode === "audit" ? "AUDIT" : "ENFORCED" } };
}

/**
 * What "enforced" does about a risk; without it the mode has nothing to enforce. Leaked passwords are only found with
 * password sign-in: over SRP, Cognito never sees one.
 */
export function createRiskResponse(parent: pulumi.Resource, name: string, userPoolId: pulumi.Input<string>): void {
  new aws.cognito.RiskConfiguration(
    `${name}-risk`,
    {
      userPoolId,
      compromisedCredentialsRiskConfiguration: { actions: { eventAction: "BLOCK" } },
      accountTakeoverRiskConfiguration: {
        actions: {
          mediumAction: { eventAction: "MFA_REQUIRED", notify: false },
          highAction: { eventAction: "BLOCK", notify: false },
        },
      },
    },
    { parent },
  );
}

/**
 * Event sources a pool of this mode can export, with the only level each of them has (API_LogConfigurationType). In the order
 * that Cognito most often answers them in: another one would show up as a change. Not ignored, since a change of the mode
 * must get through.
 */
export function exportedEvents(mode: ThreatProtection): { eventSource: string; logLevel: string }[] {
  const undelivered = { eventSource: "userNotification", logLevel: "ERROR" };
  return mode === "off" ? [undelivered] : [undelivered, { eventSource: "userAuthEvents", logLevel: "INFO" }];
}
