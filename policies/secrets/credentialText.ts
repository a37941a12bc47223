import { Field } from "../engine/field";
import type { Finding, Outcomes } from "../engine/outcome";
import { UNKNOWN, type Value } from "../engine/value";
import { EVERY_TYPE, rule } from "../rule";
import { secretIn } from "../shared/secretText";

/** Resources whose very purpose is to be given a key, and which have rules of their own where there is another way. */
const MEANT = new Set([
  "aws:secretsmanager/secretVersion:SecretVersion",
  "aws:acm/certificate:Certificate",
  "aws:iam/serverCertificate:ServerCertificate",
  "aws:cognito/identityProvider:IdentityProvider",
  "aws:cloudwatch/eventConnection:EventConnection",
  "aws:codebuild/sourceCredential:SourceCredential",
  "aws:dms/certificate:Certificate",
  "aws:signer/signingProfile:SigningProfile",
]);
const MEANT_PROPERTIES =
  /^(accessToken|oauthToken|basicAuthCredentials|certificatePrivateKey|privateKey|value|webhookSecret|authenticationConfiguration)$/;
/** The rules for variables and scripts say more precisely what to do. */
const OTHERS = new Set([
  "containerDefinitions",
  "environment",
  "environmentVariables",
  "userData",
  "userDataBase64",
  "userDataReplaceOnChange",
]);
/** What AWS itself makes up: names of things, which are no secret. */
const IDENTIFIERS =
  /(ids?|arns?|names?|keys?|urls?|endpoints?|hosts?|api|stage|bucket|role|target|policy|triggers|deployment|clusters?|dns(?:names?|suffix|entries|records?)?)$/i;
const MAX_DEPTH = 8;

export const credentialText = rule({
  id: "credential-text",
  title: "No property, tag or description contains a key, a token or a URL with a password",
  family: "secrets",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation:
    "Keep it in Secrets Manager and pass the secret's ARN; treat the value that was here as compromised and rotate it",
  types: [EVERY_TYPE],
  check: (resource) => {
    const { value } = resource.at();
    if (MEANT.has(resource.type) || typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).map(([key, entry]: [string, Value]): Outcomes => {
      if (OTHERS.has(key) || MEANT_PROPERTIES.test(key)) return undefined;
      if (entry === UNKNOWN) return IDENTIFIERS.test(key) ? undefined : resource.at(key).later();
      return findings(entry, key, 0);
    });
  },
});

/** Inside a property an unknown part is left out: the whole is looked at again when it is known. */
function findings(value: Value, path: string, depth: number): readonly Finding[] {
  if (typeof value === "string") {
    const form = value.length < 12 ? undefined : secretIn(value);
    return form === undefined ? [] : [new Field(value, path).refuse(`holds ${form}`)];
  }
  if (typeof value !== "object" || value === null || depth > MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([key, entry]: [string, Value]) =>
    findings(entry, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, depth + 1),
  );
}
