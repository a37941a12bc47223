import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { parsed } from "../shared/parsed";
import { isPlaceholder, isSecretName, secretIn } from "../shared/secretText";

const GENERATORS = /::(random|tls):index\//;

export const secretValueInProgram = rule({
  id: "secret-value-in-program",
  title: "The program creates secrets, and operators set their values",
  family: "secrets",
  severity: "high",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation:
    "Write REPLACE_ME, set ignoreChanges on secretString and let an operator enter the value; or use secretStringWo",
  types: ["aws:secretsmanager/secretVersion:SecretVersion"],
  checkInStack: (version, stack): Outcomes =>
    ["secretString", "secretBinary"].map((each): Outcomes => {
      const field = version.at(each);
      if (field.absent || stack.madeFrom(version, field).some((urn) => GENERATORS.test(urn))) return undefined;
      if (field.unknown) return field.later();
      return holdsSecret(field) ? field.refuse("the value is in the program or its state") : undefined;
    }),
});

/** A plain text is the secret itself; in a JSON object it is what has the name of one, while host and user may stand there. */
function holdsSecret(field: Field): boolean {
  const { value } = parsed(field);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return field.text !== undefined && !isPlaceholder(field.text);
  return Object.entries(value).some(([name, entry]: [string, unknown]) => {
    if (typeof entry !== "string" || isPlaceholder(entry)) return false;
    return secretIn(entry) !== undefined || isSecretName(name) || /sid$|key$/i.test(name);
  });
}
