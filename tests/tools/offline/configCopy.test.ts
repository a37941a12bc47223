import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { copyConfig } from "../../../tools/offline/configCopy";

describe("the offline copy of a stack's configuration", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "telehealth-config-"))));
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const write = (text: string) => {
    writeFileSync(join(folder, "Pulumi.prod.yaml"), text);
  };
  const copy = () => parse(readFileSync(copyConfig(folder, join(folder, "offline"), "prod"), "utf8"));

  it("keeps the values and leaves the committed file alone", () => {
    const text =
      'config:\n  telehealth:accountId: "111122223333" # comment\n  telehealth:network:\n    cidr: 10.0.0.0/16\n';
    write(text);
    assert.deepEqual(copy(), {
      config: { "telehealth:accountId": "111122223333", "telehealth:network": { cidr: "10.0.0.0/16" } },
    });
    assert.equal(readFileSync(join(folder, "Pulumi.prod.yaml"), "utf8"), text);
  });

  it("drops the real stack's encryption and stands in for what only its key opens, at any depth", () => {
    write(
      "secretsprovider: awskms://alias/x\nencryptedkey: abc\nconfig:\n  a:b:\n    secure: v1:xyz\n  a:c:\n    list:\n      - secure: v1:zzz\n      - plain\n",
    );
    assert.deepEqual(copy(), {
      config: { "a:b": "offline-placeholder", "a:c": { list: ["offline-placeholder", "plain"] } },
    });
  });

  it("keeps the salt that an earlier offline run wrote into the copy", () => {
    write("config: {}\n");
    writeFileSync(copyConfig(folder, join(folder, "offline"), "prod"), "config: {}\nencryptionsalt: v1:salt\n");
    assert.deepEqual(copy(), { config: {}, encryptionsalt: "v1:salt" });
  });

  it("starts from nothing for a stack without a file", () => {
    assert.deepEqual(copy(), {});
  });
});
