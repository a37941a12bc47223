import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { parsed } from "../../../shared/parsed";

/** Where Pulumi keeps state. */
export interface Backend {
  /** Without user, password and query; undefined if nobody has logged in. */
  readonly url: string | undefined;
  /** Who says so. */
  readonly from: "PULUMI_BACKEND_URL" | "Pulumi.yaml" | "pulumi login" | "nothing";
}

const credentials = z.object({ current: z.string().optional() });
const project = z.object({ backend: z.object({ url: z.string() }).optional() });

/** In Pulumi's own order: the environment, then the project, then the last login. Tokens in that file are not read. */
export function readBackend(env: NodeJS.ProcessEnv, projectFile: unknown): Backend {
  const fromEnv = env["PULUMI_BACKEND_URL"] ?? "";
  if (fromEnv !== "") return { url: plain(fromEnv), from: "PULUMI_BACKEND_URL" };
  const fromProject = project.safeParse(projectFile).data?.backend?.url;
  if (fromProject !== undefined) return { url: plain(fromProject), from: "Pulumi.yaml" };
  const home = env["PULUMI_HOME"] ?? "";
  const file = join(home === "" ? join(homedir(), ".pulumi") : home, "credentials.json");
  const current = existsSync(file)
    ? credentials.safeParse(parsed(readFileSync(file, "utf8"))).data?.current
    : undefined;
  return current === undefined || current === ""
    ? { url: undefined, from: "nothing" }
    : { url: plain(current), from: "pulumi login" };
}

/** The address without what may be a secret in it. */
const plain = (url: string) => url.replace(/\?.*$/s, "").replace(/^([a-z0-9+.-]+:\/\/)[^/]*@/i, "$1");
