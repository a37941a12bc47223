import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { METRIC_DIMENSIONS } from "../../../components/audit/alarmDimensions";
import { ALARM_SUBJECTS, collected, factsOf } from "../../../policies/facts";
import { facts } from "../../../policies/facts/facts";
import { entries } from "../../../tools/catalogue";

const FOLDER = join(__dirname, "../../../policies/facts");

describe("what the pack believes of types", () => {
  it("is collected from every file of its folder", () => {
    const index = readFileSync(join(FOLDER, "index.ts"), "utf8");
    const services = readdirSync(FOLDER).filter((file) => !["databaseName.ts", "facts.ts", "index.ts"].includes(file));
    const missing = services.filter((file) => !index.includes(`from "./${file.replace(".ts", "")}"`));
    assert.deepEqual(missing, [], "Add them to SERVICES in policies/facts/index.ts");
  });

  it("stands once for each", () => {
    const service = facts({}, ["aws:sqs/queue:Queue"]);
    assert.throws(() => collected([service, service]), /sqs\/queue:Queue twice/);
  });

  it("counts secrets and images among the data", () => {
    for (const type of ["aws:secretsmanager/secret:Secret", "aws:ecr/repository:Repository", "aws:s3/bucket:Bucket"])
      assert.equal(factsOf(type)?.holdsData, true, type);
    assert.equal(factsOf("aws:sqs/queuePolicy:QueuePolicy")?.holdsData, false);
  });

  it("knows the dimensions that our alarms watch under, from the same guides but not from our list", () => {
    const unknown = METRIC_DIMENSIONS.flatMap(({ namespace, names }) =>
      names.filter((name) => ALARM_SUBJECTS[namespace]?.[name] === undefined).map((name) => `${namespace} ${name}`),
    );
    assert.deepEqual(unknown, [], "Write them under METRICS of policies/facts/<service>.ts");
  });

  it("agrees with the catalogue on what is watched: its alarms lead somewhere, or it says why it has none", () => {
    const watched = METRIC_DIMENSIONS.flatMap(({ namespace, names }) =>
      names.flatMap((name) => ALARM_SUBJECTS[namespace]?.[name]?.types ?? []),
    );
    const alarmed = (type: string): boolean => {
      const entry = entries().get(type);
      return entry?.partOf === undefined ? typeof entry?.alarms === "string" : alarmed(entry.partOf);
    };
    const made = [...new Set(watched)].map((type) => type.slice("aws:".length)).filter((type) => entries().has(type));
    assert.deepEqual(
      made.filter((type) => !alarmed(type)),
      [],
    );
  });
});
