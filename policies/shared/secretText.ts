import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";

/** Texts that are credentials whatever they are called, and what they are. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/, "a private key"],
  [/\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/, "an AWS access key"],
  [/\b(?:sk|rk)_(?:live|test)_[0-9A-Za-z]{10}/, "a Stripe secret key"],
  [/\bwhsec_[0-9A-Za-z+/=]{16}/, "a Stripe webhook secret"],
  [/\bgh[pousr]_[0-9A-Za-z]{30}|\bgithub_pat_\w{30}/, "a GitHub token"],
  [/\bglpat-[\w-]{16}/, "a GitLab token"],
  [/\bxox[abeoprs]-[0-9A-Za-z-]{10}|hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/, "a Slack token"],
  [/\bSG\.[\w-]{16,64}\.[\w-]{16}/, "a SendGrid API key"],
  [/\bAIza[\w-]{35}\b/, "a Google API key"],
  [/\bsk-(?:proj-|ant-|svcacct-)?[\w-]{20}/, "an API key of a model provider"],
  [/\bnpm_[0-9A-Za-z]{30}/, "an npm token"],
  [/\bdop_v1_[0-9a-f]{40}|\bpul-[0-9a-f]{40}\b|\bhvs\.[\w-]{20}/, "a token"],
  [/(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10}/, "a signed token"],
  [
    /(?<=[a-z0-9]):\/\/[^\s/:@"'{}<>$*]*:(?![{$<*]|password@|pass@|secret@)[^\s/@"'{}<>$]{3,}@[\w.[-]/i,
    "a URL with a password",
  ],
  [/\b(?:AccountKey|SharedAccessKey)=[\w+/=]{20}/, "a connection string with a key"],
  [/(?:^|;|\s)(?:password|pwd)\s*=\s*(?![{$<*]|REPLACE|CHANGE)[^;\s"']{4,};/i, "a connection string with a password"],
];
/** The secret half of an access key, and Twilio's token, have no mark of their own: only their name tells. */
const SECRET_NAME =
  /passw(or)?d|passphrase|(^|[_.\-/])(pwd|pw|pass|secrets?|tokens?|dsn|salt|pepper|credentials?|creds|authkey)($|[_.\-/]|\d)|secret|api[_-]?key|access[_-]?key|private[_-]?key|signing[_-]?key|encryption[_-]?key|master[_-]?key|fernet[_-]?key|cipher[_-]?key|jwt[_-]?key|hmac|auth[_-]?token|bearer|connection[_-]?string|(database|db|redis|mongo(db)?|postgres(ql)?|amqp|broker)[_-]?(url|uri)$|token$/i;
/** What such a word is only about: where it is, how long it lasts, what it is called. */
const ABOUT =
  /([_.\-/]|(?<=[a-z]))(arns?|names?|ids?|path|file|dir|prefix|suffix|header|issuer|audience|url|uri|endpoint|host|region|type|alg|algorithm|ttl|expiry|expires?(_in)?|expiration|seconds|minutes|hours|days|timeout|length|min|max|policy|enabled|required|version|stage|label|key_?id|rotation(_days)?|provider|store|mode|limit|size|count|scopes?|field|cookie|budget|per_\w{1,40}|usage|format|kind|backend|ref|reference|lifetime|validity|use|source|grace|window|rate|quota|class|group|role|service|domain|topic|address|port|user|username|email|hint|retries|attempts|alias|rounds|strategy|manager|extensions?)$|^(max|min|num|number_of|disable|enable|use|require|allow|skip|public|publishable)[_-]|publishable|public[_-]?key|^(token|secret|password)s?_(bucket|table|queue)|tokeniz|^(secretsmanager|secrets_manager|aws_secretsmanager)|csrf_trusted/i;
const ADDRESS_NAME = /(database|db|redis|mongo(db)?|postgres(ql)?|amqp|broker)[_-]?(url|uri)$|dsn$/i;
const PLACEHOLDER =
  /^$|^\W+$|^x+$|(?:^|[^a-z])(replace|placeholder|change_?me|changeit|todo|tbd|fixme|dummy|example|set[-_ ]?me|set[-_ ]by|fill[-_ ]?(me|in)|insert|not[-_ ]?set|unset|none|null|undefined|managed|external|rotated?|unused|empty|n\/a)(?=$|[^a-z])|^<.*>$/i;
const REFERENCE =
  /^arn:|^\{\{resolve:|^\$\{|^\$[A-Z_]+$|^%\w+%$|^(ssm|secretsmanager|aws-?sm|vault|op):|^\/[\w./-]+$|^[a-z][a-z0-9_-]*(\/[a-z0-9_.-]+)+$|^https?:\/\/[^@\s]*$/i;

export function secretIn(text: string): string | undefined {
  return FORMS.find(([form]) => form.test(text))?.[1];
}

/** Is a variable of this name a secret, and not just about one? */
export function isSecretName(name: string): boolean {
  // Nobody calls a variable longer than this; a text that somebody chose to be slow to read may be.
  const snake = name.slice(-NAME).replace(/([a-z0-9])([A-Z])/g, "$1_$2");
  return (SECRET_NAME.test(snake) && !ABOUT.test(snake)) || ADDRESS_NAME.test(snake);
}

export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}

/** Characters of a name that are looked at, from its end. */
const NAME = 128;

/** Says where a secret is, or nothing at all. */
function isHarmless(name: string, text: string): boolean {
  if (isPlaceholder(text) || REFERENCE.test(text.trim()) || /^(true|false|\d{1,5})$/i.test(text.trim())) return true;
  // The address of a database without a password says where it is.
  return ADDRESS_NAME.test(name) && secretIn(text) === undefined;
}

/** A variable that must not hold a secret, but may say where one is. */
export function noSecret(name: string, value: Field, write?: string): Outcome | undefined {
  if (value.unknown) return isSecretName(name) ? value.later() : undefined;
  const text = value.text ?? (value.number === undefined ? "" : String(value.number));
  const form = secretIn(text);
  if (form !== undefined) return value.refuse(`${name} holds ${form}`, write);
  return isSecretName(name) && !isHarmless(name, text)
    ? value.refuse(`${name} is a secret and its value is written here`, write)
    : undefined;
}

/** The same for a block of variables by name. */
export function noSecretsIn(variables: Field, write?: string): readonly (Outcome | undefined)[] {
  const { value } = variables;
  if (variables.unknown) return [variables.later()];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.keys(value).map((name) => noSecret(name, variables.at(name), write));
}

/** The same for a list of blocks with a name and a value. */
export function noSecretsAmong(list: Field, write?: string): readonly (Outcome | undefined)[] {
  return list.items.map((each) => {
    if (each.unknown || each.at("name").unknown) return each.at("name").later();
    return noSecret(
      each.at("name").text ?? each.at("Name").text ?? "",
      each.at("value").absent ? each.at("Value") : each.at("value"),
      write,
    );
  });
}
