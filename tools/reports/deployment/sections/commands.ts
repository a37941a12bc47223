import { type Row, code, type Section, text } from "../block";
import type { ReportInput } from "../input";

/** Every day's commands; docs/operations.md has them all. */
export function commandsSection({ snapshot: { stack }, real }: ReportInput): Section {
  const which = `--stack ${stack}${real ? " --real" : ""}`;
  const rows: readonly (readonly [what: string, command: string])[] = [
    ["what is deployed", `npm run pulumi -- stack --stack ${stack}`],
    ["what would change", `npm run preview -- --stack ${stack}`],
    ["whether that loses data", "npm run policy:gate -- plan.json"],
    ["change it", `npm run up -- --stack ${stack}`],
    [
      "go back to an earlier release",
      `set telehealth:service.imageTag in Pulumi.${stack}.yaml to its tag, then npm run up -- --stack ${stack}`,
    ],
    ["undo a change of the infrastructure", `git revert <commit>, then npm run up -- --stack ${stack}`],
    ["look whether AWS is still as Pulumi thinks", `npm run pulumi -- refresh --stack ${stack} --preview-only`],
    ["logs", `npm run ops -- logs ${which} --of api --follow`],
    ["what is wrong", `npm run doctor -- ${which}`],
    ["all operations", "npm run ops"],
    ["what to do at night", `npm run runbooks -- ${which} --out-dir runbooks/${stack}`],
    ["destroy it", "docs/real-aws.md, part 6: four locks hold on purpose"],
  ];
  return {
    id: "commands",
    title: "Commands",
    blocks: [
      text(
        "They work on the stack on AWS; ",
        code(`npm start -- preview --stack ${stack}`),
        " and its like work offline.",
      ),
      {
        kind: "table",
        title: "Commands",
        hasHeading: false,
        head: ["to", "type"],
        rows: rows.map(([what, command]): Row => [[what], [code(command)]]),
      },
    ],
  };
}
