import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importCdk } from "../../tools/ops/importCdk";
import { readSnapshot } from "../../tools/shared/snapshot/readSnapshot";
import { fixture, migration, quietly, ROOT } from "../tools/ops/cdk/given";

describe("the file for `pulumi import`", function () {
  this.timeout(180_000);

  it("is taken by the engine, which then has what the program would have made", async () => {
    const folder = mkdtempSync(join(tmpdir(), "import-cdk-"));
    const offline = (...words: string[]) =>
      new Promise<{ code: number; output: string }>((resolve) => {
        const env = { ...process.env, TELEHEALTH_OFFLINE_DIR: folder, INIT_CWD: folder };
        const child = execFile(
          process.execPath,
          [join(ROOT, "tools/run"), "start", ...words],
          { env, maxBuffer: 1e9 },
          (_, out, error) => {
            resolve({ code: child.exitCode ?? -1, output: out + error });
          },
        );
      });
    try {
      const file = join(folder, "import.json");
      const words = ["--resources", fixture("resources.json"), "--template", fixture("template.json"), "--out", file];
      assert.equal(
        await quietly(() => importCdk.run([...words, "--stack", "prod", "--file", fixture("preview.json")])),
        1,
      );
      const { code, output } = await offline(
        "import",
        "--stack",
        "prod",
        "--file",
        file,
        "--generate-code=false",
        "--yes",
      );
      assert.equal(code, 0, output);
      const state = readSnapshot((await offline("stack", "export", "--stack", "prod")).output);
      const ids = new Map(state.resources.map(({ urn, id }) => [urn, id]));
      for (const { resource, id } of migration().imported) assert.equal(ids.get(resource.urn), id, resource.urn);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
