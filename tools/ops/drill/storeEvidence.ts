import { writeFileSync } from "node:fs";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { here } from "../../shared/input";
import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";
import { newsOf } from "../tasks/news";
import type { DrillEvidence } from "./evidence";

/** Where the evidence goes: a file or the screen, and an object. */
export interface EvidencePlaces {
  readonly evidence?: string | undefined;
  /** `s3://bucket/key`. */
  readonly upload?: string | undefined;
}

/** Writes the evidence. The bucket encrypts the object by its own settings. */
export async function storeEvidence(scene: Scene, found: DrillEvidence, places: EvidencePlaces): Promise<void> {
  const { calls, client } = scene;
  const say = newsOf(scene);
  const text = `${JSON.stringify(found, null, 2)}\n`;
  if (places.evidence === undefined) say(text.trimEnd());
  else if (!calls.isDryRun) write(places.evidence, text, say);
  if (places.upload === undefined) return;
  const [Bucket, ...key] = places.upload.replace("s3://", "").split("/");
  const target = { Bucket, Key: key.join("/"), ContentType: "application/json" };
  const s3 = new S3Client(client);
  const send = () => s3.send(new PutObjectCommand({ ...target, Body: text }));
  await calls.send("s3", new PutObjectCommand(target), send, { $metadata: {} });
}

/** The drill's result for who waited for it. */
export function summaryOf({
  verdict,
  measured,
  objectives,
  meets,
  checks,
  temporaryCluster,
  drill,
}: DrillEvidence): string[] {
  const line = (name: string, is: number, may: number, isMet: boolean) =>
    `${name}  ${is} minutes of ${may}: ${isMet ? "met" : "MISSED"}`;
  const remove = `npm run ops -- restore-drill --remove ${drill}`;
  return [
    line("RTO", measured.rtoMinutes, objectives.rtoMinutes, meets.rto),
    line("RPO", measured.rpoMinutes, objectives.rpoMinutes, meets.rpo),
    ...checks
      .filter(({ passed }) => !passed)
      .map(({ what, expected, found }) => `WRONG ${what}: ${found} instead of ${expected}`),
    ...(temporaryCluster === "removed" ? [] : [`${drill} is still there and costs money. Remove it with: ${remove}`]),
    `The drill has ${verdict}.`,
  ];
}

/** A drill takes an hour: what it found out is not lost with a file that cannot be written. */
function write(file: string, text: string, say: (line: string) => void): void {
  try {
    writeFileSync(here(file), text);
    say(`Evidence: ${file}`);
  } catch (error) {
    say(text.trimEnd());
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
