import { dotenv } from "../../env/dotenv";
import { partsOf } from "../../env/main";
import { code, type Section, text } from "../block";
import type { ReportInput } from "../input";

/** What the browser's application is built with and what the API runs with. No secret is in either. */
export function environmentSection({ snapshot, real }: ReportInput): Section {
  const command = code(`npm run env -- --stack ${snapshot.stack}${real ? " --real" : ""} --out-dir .`);
  const head = { id: "environment", title: "Environment files" };
  const hasWeb = snapshot.resources.some(({ type }) => type === "aws:cognito/userPool:UserPool");
  if (snapshot.kind === "preview" || !hasWeb) {
    const why = hasWeb
      ? "AWS decides most of these values, so they are known after the first update. "
      : "This stack has no application. ";
    return { ...head, blocks: [hasWeb ? text(why, command, " writes them.") : text(why)] };
  }
  const { frontend = {}, backend } = partsOf(snapshot, { frontend: true, backend: true });
  return {
    ...head,
    blocks: [
      text(command, " writes them. What belongs to the API never stands in the browser's file."),
      { kind: "file", name: `.env.${snapshot.stack}, for the browser`, text: dotenv(frontend) },
      { kind: "file", name: `backend.${snapshot.stack}.env, for the API`, text: dotenv(backend?.values ?? {}) },
    ],
  };
}
