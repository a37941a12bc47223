import { strict as assert } from "node:assert";
import { BackupVault, type BackupVaultArgs } from "../../../components/resilience/backupVault";
import { deploy, waitsFor } from "../../harness";

const ARGS: BackupVaultArgs = {
  vaultName: "telehealth-prod",
  kmsKeyArn: "arn:key",
  lock: { mode: "governance", minDays: 7, maxDays: 400 },
  location: { accountId: "111122223333", region: "us-east-1" },
  deletionProtection: true,
};
const vault = (changes: Partial<BackupVaultArgs> = {}) =>
  deploy((opts) => new BackupVault("backups", { ...ARGS, ...changes }, opts));
const VAULT = "backup/vault:Vault";
const LOCK = "backup/vaultLockConfiguration:VaultLockConfiguration";
const EVENTS = "backup/vaultNotifications:VaultNotifications";
const policyOf = async (changes: Partial<BackupVaultArgs> = {}) =>
  JSON.parse((await vault(changes)).one("backup/vaultPolicy:VaultPolicy").inputs["policy"]);

describe("BackupVault", () => {
  it("encrypts with our key", async () => {
    const { inputs } = (await vault()).one(VAULT);
    assert.equal(inputs["kmsKeyArn"], "arn:key");
    assert.equal(inputs["name"], "telehealth-prod");
  });

  for (const keep of [true, false])
    it(`${keep ? "is kept, with what is in it," : "may vanish"} with deletion protection ${keep ? "on" : "off"}`, async () => {
      const { inputs, opts } = (await vault({ deletionProtection: keep })).one(VAULT);
      assert.equal(inputs["forceDestroy"], !keep);
      assert.equal(opts.protect, keep);
    });

  it("locks in governance mode without a word of days to change it, which would make it final", async () => {
    const { inputs } = (await vault()).one(LOCK);
    assert.deepEqual(inputs, { backupVaultName: "telehealth-prod", minRetentionDays: 7, maxRetentionDays: 400 });
  });

  it("locks for ever only when told", async () => {
    const lock = { mode: "compliance", minDays: 7, maxDays: 400, changeableForDays: 30 } as const;
    assert.equal((await vault({ lock })).one(LOCK).inputs["changeableForDays"], 30);
  });

  it("has no lock when told so", async () => {
    assert.deepEqual((await vault({ lock: "none" })).all(LOCK), []);
  });

  it("replaces lock and notifications by taking the old one off first: second, it would take the new one off", async () => {
    const deployed = await vault({ alertsTopicArn: "arn:topic" });
    assert.equal(deployed.one(LOCK).opts.deleteBeforeReplace, true);
    assert.equal(deployed.one(EVENTS).opts.deleteBeforeReplace, true);
  });

  it("is used only once it is guarded", async () => {
    const { result } = await vault();
    const guard = ["backups-lock", "backups-policy", "backups-vault"];
    assert.deepEqual(await waitsFor(result.name), guard);
    assert.deepEqual(await waitsFor(result.arn), guard);
    const open = (await vault({ lock: "none" })).result;
    assert.deepEqual(await waitsFor(open.name), ["backups-policy", "backups-vault"]);
  });

  it("lets nobody delete backups or shorten their life", async () => {
    const [stay] = (await policyOf()).Statement;
    assert.deepEqual(stay, {
      Sid: "BackupsStay",
      Effect: "Deny",
      Principal: "*",
      Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
      Resource: "*",
    });
  });

  it("lets the break-glass role delete, and nobody else", async () => {
    const [stay] = (await policyOf({ breakGlassRoleArn: "arn:aws:iam::111122223333:role/glass" })).Statement;
    assert.deepEqual(stay.Condition, {
      ArnNotEquals: { "aws:PrincipalArn": ["arn:aws:iam::111122223333:role/glass"] },
    });
  });

  it("lets no copy leave the account, in any region", async () => {
    const [, copies, ...more] = (await policyOf()).Statement;
    assert.deepEqual(copies, {
      Sid: "CopiesStayInAccount",
      Effect: "Deny",
      Principal: "*",
      Action: ["backup:CopyFromBackupVault"],
      Resource: "*",
      Condition: {
        "ForAnyValue:ArnNotLike": { "backup:CopyTargets": ["arn:aws:backup:*:111122223333:backup-vault:*"] },
      },
    });
    assert.deepEqual(more, []);
  });

  it("tells of failed copies and begun restores, by events that AWS still sends and that name no patient's file", async () => {
    const { inputs } = (await vault({ alertsTopicArn: "arn:topic" })).one(EVENTS);
    assert.equal(inputs["snsTopicArn"], "arn:topic");
    assert.equal(inputs["backupVaultName"], "telehealth-prod");
    const events: string[] = inputs["backupVaultEvents"];
    assert.ok(events.includes("COPY_JOB_FAILED") && events.includes("RESTORE_JOB_STARTED"));
    assert.ok(!events.some((each) => /^S3_|BACKUP_JOB_(FAILED|EXPIRED)|RESTORE_JOB_FAILED/.test(each)));
  });

  it("tells nobody without a topic", async () => {
    assert.deepEqual((await vault()).all(EVENTS), []);
  });

  it("is wholly in the second region when told", async () => {
    const deployed = await vault({ region: "us-west-2", alertsTopicArn: "arn:topic" });
    const made = deployed.resources.filter(({ type }) => type.startsWith("aws:"));
    assert.equal(made.length, 4);
    for (const { inputs, name } of made) assert.equal(inputs["region"], "us-west-2", name);
  });

  it("is made before a break-glass role that comes late", async () => {
    const deployed = await deploy((opts) => {
      let known: (arn: string) => void = () => undefined;
      const breakGlassRoleArn = new Promise<string>((resolve) => (known = resolve));
      const made = new BackupVault("backups", { ...ARGS, breakGlassRoleArn }, opts);
      made.urn.apply(() => {
        known("arn:late");
      });
      return made;
    });
    assert.match(deployed.one("backup/vaultPolicy:VaultPolicy").inputs["policy"], /arn:late/);
  });

  for (const [what, changes, said] of [
    ["a name with a dot", { vaultName: "a.b" }, /vaultName: "a.b" is refused/],
    ["a name of 51 letters", { vaultName: "a".repeat(51) }, /vaultName: "a+" is refused/],
    [
      "to lock for ever what may vanish",
      { deletionProtection: false, lock: { mode: "compliance", minDays: 1, maxDays: 9, changeableForDays: 3 } },
      /lock: compliance mode cannot be undone/,
    ],
    ["a lock that AWS refuses", { lock: { mode: "governance", minDays: 9, maxDays: 8 } }, /lock: minDays 9 is over/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => vault(changes), said);
    });
});
