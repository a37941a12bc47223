import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { isBlock, parseJson } from "../shared/document";
import { isGiven } from "../shared/isGiven";

const SECURITY = "aws:emr/securityConfiguration:SecurityConfiguration";
/** What has no encryption of its own, and takes it from a security configuration. */
const USERS = [
  "aws:emr/cluster:Cluster",
  "aws:glue/job:Job",
  "aws:glue/crawler:Crawler",
  "aws:glue/devEndpoint:DevEndpoint",
];

export const analyticsSecurityConfiguration = rule({
  id: "analytics-security-configuration",
  title: "Clusters and jobs of EMR and Glue run under a security configuration that encrypts",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.312(e)(1)"],
  remediation:
    "Set securityConfiguration to one with EnableAtRestEncryption and EnableInTransitEncryption true and keys of this project",
  types: [SECURITY, ...USERS],
  check: (resource) =>
    resource.type === SECURITY
      ? encrypts(resource.at("configuration"))
      : isGiven(resource.at("securityConfiguration"), "what it writes is not encrypted"),
});

function encrypts(configuration: Field): Outcomes {
  if (configuration.unknown) return configuration.later();
  const document = configuration.text === undefined ? configuration.value : parseJson(configuration.text);
  const encryption = isBlock(document) ? document["EncryptionConfiguration"] : undefined;
  const rest = isBlock(encryption) ? encryption["AtRestEncryptionConfiguration"] : undefined;
  const s3 = isBlock(rest) ? rest["S3EncryptionConfiguration"] : undefined;
  const mode = isBlock(s3) ? s3["EncryptionMode"] : undefined;
  const is = (flag: string) => isBlock(encryption) && encryption[flag] === true;
  const wrong = (problem: string): Outcome => configuration.refuse(problem);
  return [
    is("EnableAtRestEncryption") ? undefined : wrong("what is stored is not encrypted"),
    is("EnableInTransitEncryption") ? undefined : wrong("traffic between the nodes is not encrypted"),
    mode === "SSE-S3" ? wrong("SSE-S3 uses a key that AWS owns") : undefined,
  ];
}
