import { rule } from "../rule";
import { environmentsOf } from "../shared/environments";

/** Settings by which clients are told not to encrypt, or not to look whom they talk to. */
const SWITCHED_OFF: readonly (readonly [RegExp, RegExp])[] = [
  [/^(PGSSLMODE|DB_?SSL_?MODE|DATABASE_?SSL_?MODE)$/i, /^(disable|allow|prefer)$/i],
  [/^NODE_TLS_REJECT_UNAUTHORIZED$/i, /^0$/],
  [/^PYTHONHTTPSVERIFY$/i, /^0$/],
  [/^(GIT_SSL_NO_VERIFY|CURL_INSECURE)$/i, /^(1|true)$/i],
  [/^(DB|DATABASE|POSTGRES|MYSQL|REDIS)_(USE_)?(SSL|TLS)$/i, /^(0|false|off|no|disabled?)$/i],
];
const IN_ADDRESS =
  /[?&](sslmode=(disable|allow|prefer)|ssl=(false|0)|tls=(false|skip-verify)|useSSL=false|ssl-mode=DISABLED)\b/i;
const PLAIN_ADDRESS = /^(http|redis|amqp|mqtt|ldap|ftp|smtp):\/\/(?!localhost\b|127\.|\[::1\]|169\.254\.)/i;

export const connectionTls = rule({
  id: "connection-tls",
  title: "No environment variable switches TLS off",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Remove the setting, or use sslmode=verify-full, https and rediss",
  types: [
    "aws:ecs/taskDefinition:TaskDefinition",
    "aws:lambda/function:Function",
    "aws:codebuild/project:Project",
    "aws:apprunner/service:Service",
    "aws:batch/jobDefinition:JobDefinition",
    "aws:amplify/app:App",
    "aws:amplify/branch:Branch",
  ],
  check: (resource) =>
    environmentsOf(resource).map(({ name, value }) => {
      if (value.unknown) return value.later();
      const text = value.text ?? String(value.number ?? value.flag ?? "");
      if (SWITCHED_OFF.some(([key, off]) => key.test(name) && off.test(text)) || IN_ADDRESS.test(text))
        return value.refuse(`${name} lets the program connect without TLS, or without verifying the server`);
      return PLAIN_ADDRESS.test(text) ? value.refuse(`${name} is a URL without TLS`) : undefined;
    }),
});
