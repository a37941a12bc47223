import { evaluate } from "../../../policies/engine/evaluate";
import { pack } from "../../../policies/pack";
import type { Report } from "../../../policies/report/report";
import { describedBy } from "../described";
import { type Given, LATER } from "../runner";

const IDS = ["sns-topic-encryption", "sqs-queue-encryption", "database-deletion-protection"];
export const rules = pack.filter(({ id }) => IDS.includes(id));
const topic = (name: string, kmsMasterKeyId?: string): Given => ({
  type: "aws:sns/topic:Topic",
  name,
  props: { kmsMasterKeyId },
});
export const urnOf = (type: string, name: string) => `urn:pulumi:prod::telehealth::${type}::${name}`;

const GIVEN: readonly Given[] = [
  topic("open"),
  topic("exempt"),
  topic("later", LATER),
  topic("good", "alias/ours"),
  { type: "aws:sqs/queue:Queue", name: 'jobs <"&\u0007>', props: {} },
  { type: "telehealth:storage:Store", name: "store", props: {} },
  { type: "aws:ec2/vpc:Vpc", name: "vpc", props: {} },
];

/** A stack in which each verdict occurs. */
export function reportOf(
  given: readonly Given[] = GIVEN,
  exemptions: unknown = [EXEMPTION, {}],
  stack = "prod",
): Report {
  const resources = describedBy(given, stack);
  return {
    version: "1.2.3",
    rules,
    stack,
    evaluation: evaluate({ rules, resources, settings: { exemptions }, today: "2027-01-01" }),
    sources: new Map([
      [urnOf("aws:sns/topic:Topic", "open"), { file: "components/a b/topic.ts", line: 12, column: 3 }],
    ]),
  };
}

export const EXEMPTION = {
  rule: "sns-topic-encryption",
  urn: urnOf("aws:sns/topic:Topic", "exempt"),
  owner: "platform@example.com",
  reason: "The publisher is being replaced",
  until: "2027-02-01",
};
