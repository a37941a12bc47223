import { type Block, code, commands, type Section, text } from "../block";
import { outputText } from "../facts";
import type { ReportInput } from "../input";

/** How to see that it works, from outside inwards. */
export function tryOut({ snapshot, real }: ReportInput): Section {
  const out = (name: string) => outputText(snapshot, name);
  const stack = `--stack ${snapshot.stack}${real ? " --real" : ""}`;
  const parts: readonly (readonly [needs: string, ...blocks: Block[]])[] = [
    [
      "apiUrl",
      text(
        "The API answers anybody on ",
        code("/health"),
        " with 200, and nobody without a token on ",
        code("/patients"),
        ": 401.",
      ),
      commands(
        `curl -si ${out("apiUrl") ?? ""}/health`,
        `curl -si ${out("apiUrl") ?? ""}/patients`,
        `curl -si -H "Authorization: Bearer $TOKEN" ${out("apiUrl") ?? ""}/patients`,
      ),
    ],
    [
      "userPoolId",
      text("Somebody can sign in. The invitation comes by mail; the second factor is set up at the first sign-in."),
      commands(`npm run ops -- create-admin ${stack} --email admin@example.com --organization <organization>`),
    ],
    [
      "databaseEndpoint",
      text("The database answers, through a task that is there for as long as the tunnel is."),
      commands(`npm run ops -- tunnel ${stack}`),
    ],
    [
      "videosBucket",
      text("A recording plays by a signed link and by no other: the second command answers 403."),
      commands(
        `npm run ops -- sign-video ${stack} --key <key of a recording>`,
        `curl -sI ${out("videoUrl") ?? ""}/<key of a recording>`,
      ),
    ],
    ["apiUrl", text("What was logged meanwhile:"), commands(`npm run ops -- logs ${stack} --of api --since 15m`)],
    [
      "backupVault",
      text("The database can be restored, and how long it takes:"),
      commands(`npm run ops -- restore-drill ${stack}`),
    ],
  ];
  const shown = parts.filter(([needs]) => out(needs) !== undefined).flatMap(([, ...blocks]) => blocks);
  const nothing = text("Nothing to try before the first update, or in a stack without an application.");
  return { id: "try", title: "Try it", blocks: shown.length > 0 ? shown : [nothing] };
}
