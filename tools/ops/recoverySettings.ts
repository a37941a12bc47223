import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, parse, parseDocument } from "yaml";
import { z } from "zod";
import { HOST } from "../../stacks/fields";
import { SECRET_SETTINGS } from "../../stacks/secretSettings";
import { stackFile } from "../shared/stackFiles";
import { optionsUsage, readOptions } from "../shared/options";
import { UsageError } from "../shared/usageError";
import type { Operation } from "./shared/operation";

const ROOT = join(__dirname, "..", "..");
/** Where a recovery keeps its own copies: the first that is neither the lost region nor the new one. */
const REGIONS = ["us-east-2", "us-west-2", "us-east-1"];
/** Added to the second number of the VPC's range. */
const NETWORK_STEP = 100;

const stackName = z
  .string()
  .regex(/^[a-z][a-z0-9]{1,14}$/, "is not a stack name. Write 2 to 15 lowercase letters and digits");
const OPTIONS = {
  stack: stackName.default("prod").describe("the environment that is lost  [prod]"),
  name: stackName.optional().describe("the stack that takes its place  [its name and dr]"),
  zones: z
    .string()
    .regex(
      /^[a-z]{2}(-[a-z]+)+-\d[a-z](,[a-z]{2}(-[a-z]+)+-\d[a-z])+$/,
      "are not two zones. Write us-west-2a,us-west-2b",
    )
    .optional()
    .describe("zones of the second region, with a comma between them  [a and b]"),
  domain: z
    .string()
    .regex(HOST, "is not a lowercase domain. Write dr.telehealth.example.com")
    .optional()
    .describe("its domain: the old one stays bound to what is lost  [dr. and the old one]"),
  "copies-to": z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "is not a region. Write us-east-2")
    .optional()
    .describe("region for its own copies  [us-east-2, or the next that is neither of the two]"),
  "image-tag": z.string().optional().describe("the image to run, once it is in the new repository  [a stand-in]"),
  "dry-run": z.boolean().default(false).describe("shows the settings and writes nothing"),
};
const SUMMARY = "Writes the settings of the stack that takes the place of one whose region is lost.";
const USAGE = `npm run ops -- recovery-settings [options]

${SUMMARY}
Reads Pulumi.<stack>.yaml and asks nobody: neither AWS nor Pulumi's state has to be there.
${optionsUsage(OPTIONS)}`;

type Values = z.infer<z.ZodObject<typeof OPTIONS>>;

/** Unlike the other operations it must work when nothing can be reached. */
export const recoverySettings: Operation = {
  name: "recovery-settings",
  summary: SUMMARY,
  usage: USAGE,
  run: (words) => {
    const values = readOptions(words, OPTIONS, USAGE);
    const { stack, name = `${stack}dr` } = values;
    const [from, to] = [stack, name].map((each) => join(ROOT, `Pulumi.${each}.yaml`));
    if (from === undefined || !existsSync(from))
      throw new UsageError(`--stack ${stack}: there is no Pulumi.${stack}.yaml.`);
    if (to === undefined || (existsSync(to) && !values["dry-run"]))
      throw new UsageError(`Pulumi.${name}.yaml is there already. Remove it, or write another --name.`);
    const project = z.object({ name: z.string() }).parse(parse(readFileSync(join(ROOT, "Pulumi.yaml"), "utf8"))).name;
    const { text, left } = settingsFor(readFileSync(from, "utf8"), project, values);
    const { problems } = stackFile(name, text, project);
    if (problems.length > 0)
      throw new UsageError(`The program would refuse Pulumi.${name}.yaml:\n${problems.join("\n")}`);
    if (values["dry-run"]) console.log(text);
    else {
      writeFileSync(to, text);
      console.log(`Pulumi.${name}.yaml is written.`);
    }
    for (const each of left) console.log(`Still yours: ${each}`);
    return 0;
  },
};

/** The settings of the new stack, and what no setting of the old one can tell. */
export function settingsFor(
  text: string,
  project: string,
  values: Values,
): { readonly text: string; readonly left: readonly string[] } {
  const document = parseDocument(text);
  const settings = new Settings(document, project);
  const { stack, name = `${stack}dr` } = values;
  const lost = settings.text("region");
  const region = settings.text("recoveryRegion");
  const copiesTo = values["copies-to"] ?? REGIONS.find((each) => each !== lost && each !== region) ?? "us-east-2";
  if (copiesTo === region || copiesTo === lost)
    throw new UsageError(`--copies-to ${copiesTo}: is the lost region or the new one. Write a third one.`);
  const oldDomain = settings.text("domain", "name");
  const domain = values.domain ?? `dr.${oldDomain}`;
  const zones = values.zones?.split(",") ?? ["a", "b"].map((letter) => region + letter);
  const strange = zones.filter((each) => !each.startsWith(region));
  if (strange.length > 0)
    throw new UsageError(`--zones ${strange.join(",")}: not in ${region}, the recoveryRegion of ${stack}.`);

  for (const key of ["secretsprovider", "encryptedkey", "encryptionsalt"]) document.delete(key);
  const secrets = SECRET_SETTINGS.filter((key) => settings.has(key));
  for (const key of secrets) settings.remove(key);
  // An administrator applies it: the pipeline, the deploy role and its boundary are the old stack's.
  for (const key of ["delivery", "roleBoundary"]) settings.remove(key);

  settings.set(region, "region");
  settings.set(copiesTo, "recoveryRegion");
  settings.set(zones, "network", "availabilityZones");
  settings.set(otherNetwork(settings.text("network", "cidr")), "network", "cidr");
  settings.set(domain, "domain", "name");
  settings.set(
    settings.texts("domain", "browserOrigins").map((each) => each.replace(oldDomain, domain)),
    "domain",
    "browserOrigins",
  );
  settings.remove("database", "finalSnapshotSuffix");
  settings.set(false, "service", "replicateImages");
  settings.remove("service", "migrationTag");
  settings.remove("service", "imageTag");
  if (values["image-tag"] !== undefined) settings.set(values["image-tag"], "service", "imageTag");
  const left = [...secrets.map(sealed(project, name)), ...regional(settings, lost, region)];
  const written = document.toString({ lineWidth: 130, flowCollectionPadding: false });
  const head = `# ${name}: takes the place of ${stack}, whose region ${lost} is lost (docs/runbooks/region-loss.md).\n`;
  // The first line of a stack's file says which stack it is.
  return { text: head + written.replace(/^#.*\n/, ""), left };
}

/** Secrets are encrypted for the stack they are of. */
const sealed = (project: string, name: string) => (key: string) =>
  `${key}, a secret: npm run pulumi -- config set --secret ${project}:${key} --stack ${name}`;

/** What the settings name in the lost region and AWS has for each region. */
function regional(settings: Settings, lost: string, region: string): string[] {
  const found: string[] = [];
  const source = settings.find("identity", "email", "sourceArn");
  if (typeof source === "string" && source.includes(`:${lost}:`)) {
    settings.set(source.replace(`:${lost}:`, `:${region}:`), "identity", "email", "sourceArn");
    found.push(`SES in ${region}: the identity of identity.email has to be verified there, and out of the sandbox`);
  }
  const prefix = settings.find("identity", "oidc", "domainPrefix");
  if (typeof prefix === "string") {
    settings.set(`${prefix}-dr`, "identity", "oidc", "domainPrefix");
    found.push(`identity.oidc: its provider has to allow the sign-in page of ${prefix}-dr`);
  }
  if (settings.find("identity", "sms") === true)
    found.push(`SMS in ${region}: an origination number, or identity.sms: false`);
  return found;
}

/** Another range than the lost VPC's, so that both can be joined later. */
function otherNetwork(cidr: string): string {
  return cidr.replace(
    /^(\d+)\.(\d+)/,
    (_, first: string, second: string) => `${first}.${(Number(second) + NETWORK_STEP) % 256}`,
  );
}

/** The `<project>:` keys of a stack's file, with comments and order as they are. */
class Settings {
  constructor(
    private readonly document: Document,
    private readonly project: string,
  ) {}

  public find(section: string, ...rest: readonly string[]): unknown {
    return this.document.getIn(this.pathOf(section, rest));
  }

  public has(section: string): boolean {
    return this.document.hasIn(this.pathOf(section, []));
  }

  public text(section: string, ...rest: readonly string[]): string {
    const found = this.find(section, ...rest);
    if (typeof found === "string") return found;
    throw new UsageError(
      `${this.project}:${[section, ...rest].join(".")} is missing in the settings of the lost stack.`,
    );
  }

  public texts(section: string, ...rest: readonly string[]): readonly string[] {
    const found = this.document.getIn(this.pathOf(section, rest));
    const plain: unknown = isMap(found) || found === undefined ? [] : JSON.parse(JSON.stringify(found));
    return z.array(z.string()).parse(plain);
  }

  public set(value: unknown, section: string, ...rest: readonly string[]): void {
    this.document.setIn(this.pathOf(section, rest), value);
  }

  public remove(section: string, ...rest: readonly string[]): void {
    this.document.deleteIn(this.pathOf(section, rest));
  }

  private pathOf(section: string, rest: readonly string[]): string[] {
    return ["config", `${this.project}:${section}`, ...rest];
  }
}
