import { type Check, good, link, type Outcome, unknown, warning, wrong } from "../finding";
import { examplesIn } from "../facts/examples";
import type { Facts } from "../facts/facts";
import type { StackFile } from "../../../shared/stackFiles";
import { listOf, textOf } from "../../../shared/fields";
import { valueAt } from "../../../shared/snapshot/valueAt";

const EXPLAINED = "docs/configuration.md explains every key";

/** The file of the stack that the command is about. */
export const fileOf = ({ stack, stackFiles }: Facts): StackFile | undefined =>
  stackFiles.find((each) => each.stack === stack);

export const configurationChecks: readonly Check<Facts>[] = [
  {
    id: "settings",
    title: "settings of every stack",
    run: ({ stackFiles }) => {
      const lines = stackFiles.flatMap(({ stack, problems }) =>
        problems.map((each) => `Pulumi.${stack}.yaml: ${each}`),
      );
      const names = stackFiles.map(({ stack }) => stack).join(", ");
      return link(lines.length === 0, `The program accepts ${names}.`, "The program refuses:", ...lines, EXPLAINED);
    },
  },
  {
    id: "stack-file",
    title: "the stack's file",
    run: (facts) =>
      link(
        fileOf(facts) !== undefined,
        `Pulumi.${facts.stack}.yaml.`,
        `There is no Pulumi.${facts.stack}.yaml.`,
        `Write --stack with one of ${facts.stackFiles.map(({ stack }) => stack).join(", ")}`,
      ),
  },
  {
    id: "examples",
    title: "examples that are left",
    run: (facts) => {
      const left = examplesIn(fileOf(facts)?.settings ?? {});
      if (left.length === 0) return good("None.");
      const steps = [
        ...left.map((each) => `telehealth:${each}`),
        "docs/real-aws.md, part 3, says what to write; docs/video-signing.md for the key",
      ];
      return facts.real
        ? wrong(`Pulumi.${facts.stack}.yaml still has:`, ...steps)
        : warning(
            `Right for the offline AWS, and to be replaced before a real deployment of ${facts.stack}:`,
            ...steps,
          );
    },
  },
  {
    id: "baa",
    title: "the Business Associate Addendum",
    run: (facts) => {
      const { dataClass, baaSigned } = fileOf(facts)?.settings ?? {};
      if (dataClass !== "phi")
        return good(`Not needed: the data of ${facts.stack} is ${textOf(dataClass) ?? "not named"}.`);
      return baaSigned === true
        ? unknown(
            "The settings say that it is accepted. Only AWS Artifact can show it.",
            "Open https://console.aws.amazon.com/artifact, Agreements, and keep the PDF (45 CFR 164.308(b)(3))",
          )
        : wrong(
            "The stack is for patients' data, and baaSigned is not true (45 CFR 164.308(b)(1)).",
            "Accept it in AWS Artifact, then write telehealth:baaSigned: true",
          );
    },
  },
  { id: "budget", title: "the budget", run: budget },
];

function budget(facts: Facts): Outcome {
  const settings = fileOf(facts)?.settings ?? {};
  const monthly = textOf(valueAt(settings["budget"], "monthlyUsd"));
  if (monthly === undefined)
    return facts.stack === "account"
      ? good("Environments have one each.")
      : wrong(
          "There is none, so nobody is warned about costs.",
          `Write telehealth:budget in Pulumi.${facts.stack}.yaml`,
          EXPLAINED,
        );
  const people = [...listOf(valueAt(settings["alerts"], "emails")), ...listOf(valueAt(settings["budget"], "emails"))];
  return link(
    people.length > 0,
    `USD ${monthly} a month; ${people.map(String).join(", ")} ${people.length === 1 ? "is notified" : "are notified"}.`,
    `USD ${monthly} a month, and nobody is notified.`,
    `Write telehealth:budget.emails in Pulumi.${facts.stack}.yaml`,
  );
}
