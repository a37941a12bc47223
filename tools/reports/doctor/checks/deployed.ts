import { HOLDS_DATA } from "../../../../policies/facts";
import { type Check, good, link, type Outcome, unknown, warning, wrong } from "../finding";
import type { Facts } from "../facts/facts";
import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { pendingCertificates } from "../graph/certificates";
import { isTrue, textAt, textsAt } from "../graph/read";
import { ofType } from "../../../shared/snapshot/find";
import { apiOf } from "../graph/service";
import { fileOf } from "./configuration";

const refresh = (stack: string) => `npm run pulumi -- refresh --stack ${stack}, so that the state sees it`;

/** Facts of a stack that is deployed. */
export interface DeployedFacts extends Facts {
  readonly deployed: Snapshot;
}

/** All that can be said of a stack that is not. */
export const notDeployed: Check<Facts> = {
  id: "state",
  title: "what is deployed",
  run: ({ stack, real }) =>
    real
      ? unknown(`${stack} is not deployed, or its state cannot be read.`, `npm run up -- --stack ${stack}`)
      : unknown(
          `${stack} is not deployed on the offline AWS.`,
          `npm start -- up --stack ${stack} --yes, which deploys it there`,
          `npm run doctor -- --stack ${stack} --real, which looks at the one on AWS`,
        ),
};

const of = (
  id: string,
  title: string,
  run: (facts: DeployedFacts, snapshot: Snapshot) => Outcome,
): Check<DeployedFacts> => ({ id, title, run: (facts) => run(facts, facts.deployed) });

/** Nothing is confirmed, approved or filled on the offline AWS; on the real one somebody has to. */
const open = (real: boolean, says: string, ...fix: readonly string[]) =>
  real ? wrong(says, ...fix) : warning(`${says} On AWS, somebody has to.`, ...fix);

export const deployedChecks: readonly Check<DeployedFacts>[] = [
  of("pending", "the last update ended", ({ stack }, { pending }) =>
    link(
      pending.length === 0,
      "Nothing is half done.",
      `It was interrupted at ${pending.map(({ urn, operation }) => `${urn.split("::").at(-1) ?? urn} (${operation})`).join(", ")}.`,
      `npm run pulumi -- refresh --stack ${stack}, which asks for each what became of it (docs/runbooks/failed-deployment.md)`,
    ),
  ),
  of("protect", "what holds data is protected", (facts, snapshot) => {
    if (fileOf(facts)?.settings["deletionProtection"] === false)
      return good(`${facts.stack} may vanish, so nothing is.`);
    const bare = snapshot.resources.filter(
      ({ type, external, options }) => HOLDS_DATA.includes(type) && !external && !options.protect,
    );
    const names = bare.map(({ name }) => name).join(", ");
    return link(
      bare.length === 0,
      "All of it is.",
      `Pulumi would delete ${names} without a question.`,
      `npm run up -- --stack ${facts.stack}, which protects it again`,
    );
  }),
  of("ignored", "settings that Pulumi does not watch", ({ stack }, snapshot) => {
    const ignored = snapshot.resources.filter(({ options }) => options.ignoreChanges.length > 0);
    if (ignored.length === 0) return good("None.");
    const list = ignored.map(({ name, options }) => `${name}: ${options.ignoreChanges.join(", ")}`);
    return unknown(
      `Others change them by design, and whether they still are as meant no preview tells: ${list.join("; ")}.`,
      `npm run pulumi -- refresh --stack ${stack} --preview-only, which shows what they are now`,
    );
  }),
  of("provider", "one version of the provider", ({ stack, providerVersion }, snapshot) => {
    const others = ofType(snapshot, "pulumi:providers:aws").filter((each) => {
      const version = each.inputs["version"];
      return typeof version === "string" && version !== providerVersion;
    });
    const list = others.map(({ name, inputs }) => `${name} ${String(inputs["version"])}`).join(", ");
    return link(
      others.length === 0,
      `${providerVersion}, as in package.json.`,
      `The state was written by ${list}, and package.json has ${providerVersion}.`,
      `npm run preview -- --stack ${stack}: read what the other version would change`,
    );
  }),
  of("secrets", "secrets that are yours to write", ({ real }, snapshot) => {
    const empty = ofType(snapshot, "aws:secretsmanager/secretVersion:SecretVersion").filter(
      (each) => each.name.endsWith("-placeholder") && textsAt(each, "versionStages").includes("AWSCURRENT"),
    );
    if (empty.length === 0) return good("No placeholder is known to be in use.");
    const names = empty.map(({ name }) => name.replace(/-placeholder$/, "")).join(", ");
    const look = empty.map(
      (each) =>
        `aws secretsmanager describe-secret --secret-id ${textAt(each, "secretId") ?? ""} --query VersionIdsToStages`,
    );
    const says = `When they were made, ${names} held a placeholder. The state does not see what is written later.`;
    return real
      ? unknown(says, ...look, "docs/integrations.md says what to write")
      : warning(says, "docs/integrations.md says what to write");
  }),
  of("image", "the image that runs", ({ stack, real }, snapshot) => {
    const { image, service } = apiOf(snapshot);
    if (service === undefined) return good("This stack runs no service.");
    const isStandIn = image?.startsWith("public.ecr.aws/docker/library/") === true;
    const steps = [
      `Push an image and set telehealth:service.imageTag in Pulumi.${stack}.yaml (docs/real-aws.md, part 4)`,
    ];
    return isStandIn
      ? warning(`A stand-in that only answers /health${real ? "" : ", as is right on the offline AWS"}.`, ...steps)
      : good(image ?? "");
  }),
  of("subscriptions", "alarms reach somebody", ({ stack, real }, snapshot) => {
    const waiting = ofType(snapshot, "aws:sns/topicSubscription:TopicSubscription").filter((each) =>
      isTrue(each, "pendingConfirmation"),
    );
    if (waiting.length === 0) return good("Every address has confirmed.");
    return open(
      real,
      `${waiting.map((each) => textAt(each, "endpoint") ?? each.name).join(", ")} has not confirmed (PendingConfirmation), so no alarm arrives.`,
      "Open the mail from AWS Notifications and follow its link",
      refresh(stack),
    );
  }),
  of("certificates", "certificates are issued", (_, snapshot) => {
    const waiting = pendingCertificates(snapshot);
    return link(
      waiting.length === 0,
      "All of them.",
      `${waiting.join(", ")} is not.`,
      "dig +short NS <telehealth:domain.name>: the zone has to be delegated to Route 53, or ACM waits forever",
    );
  }),
  of("connection", "the pipeline may read the repository", ({ stack, real }, snapshot) => {
    const [connection] = ofType(snapshot, "aws:codeconnections/connection:Connection");
    if (connection === undefined) return good("This stack has no pipeline.");
    const status = textAt(connection, "connectionStatus") ?? "unknown";
    return status === "AVAILABLE"
      ? good("Somebody has approved it.")
      : open(
          real,
          `The connection is ${status}.`,
          "Approve it in the console: Developer Tools, Settings, Connections (docs/delivery.md)",
          refresh(stack),
        );
  }),
  of("signing-keys", "keys that sign links to recordings", ({ stack }, snapshot) => {
    const groups = ofType(snapshot, "aws:cloudfront/keyGroup:KeyGroup");
    if (groups.length === 0) return good("This stack has no recordings.");
    const count = Math.max(...groups.map((group) => textsAt(group, "items").length));
    if (count === 0)
      return wrong(
        "None, so every link is refused.",
        `Write telehealth:cdn.signingKeys in Pulumi.${stack}.yaml (docs/video-signing.md)`,
      );
    return count === 1
      ? good("One.")
      : warning(
          `${count}. More than one is right during a rotation only: links signed with any of them open.`,
          `Finish the rotation: remove the old key from telehealth:cdn.signingKeys in Pulumi.${stack}.yaml`,
        );
  }),
];
