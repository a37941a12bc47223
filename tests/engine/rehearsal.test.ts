import { strict as assert } from "node:assert";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { countAll, type Use } from "../../tools/reports/quotas/count";
import { Fleet } from "../../tools/reports/quotas/fleet";
import { lineOf } from "../../tools/reports/quotas/render";
import { grantedIn } from "../../tools/reports/quotas/settings";
import { readSnapshot } from "../../tools/shared/snapshot/readSnapshot";
import type { Snapshot } from "../../tools/shared/snapshot/snapshot";
import { type Call, callsOf } from "../iam/deployCalls";
import { everyCallOn } from "../iam/everyCall";
import {
  allowedOf,
  boundaryOf,
  deniedOf,
  isAllowedTo,
  isUnbound,
  isWithheld,
  nameOf,
  rightsOf,
} from "../iam/deployRole";
import type { Existing } from "../iam/existing";
import { UNBOUND, WITHHELD } from "../iam/unbound";
import { Workspace } from "./workspace";

const ENVIRONMENTS = ["dev", "staging", "prod"] as const;
const ROOT = join(__dirname, "..", "..");

/** As it is in a real account: the account's stack first, then three environments beside each other. */
describe("account, dev, staging and prod in one account", function () {
  this.timeout(900_000);
  const workspace = new Workspace();
  const states = new Map<string, readonly Existing[]>();
  const snapshots: Snapshot[] = [];
  const calls = new Map<string, readonly Call[]>();
  const stateOf = (stack: string) => states.get(stack) ?? [];
  const callsOn = (stack: string) => calls.get(stack) ?? [];
  const run = async (...args: string[]) => {
    const { code, stdout, end } = await workspace.pulumi(...args);
    assert.equal(code, 0, end);
    return stdout;
  };

  after(() => {
    workspace.dispose();
  });

  for (const stack of ["account", ...ENVIRONMENTS])
    it(`${stack} goes up, and neither a refresh nor a preview then shows a change`, async () => {
      await workspace.adopt(stack);
      await run("refresh", "--stack", stack, "--yes", "--skip-preview", "--expect-no-changes");
      const { changeSummary } = JSON.parse(await run("preview", "--stack", stack, "--json"));
      assert.deepEqual(Object.keys(changeSummary), ["same"]);
      const exported = await run("stack", "export", "--stack", stack);
      states.set(stack, JSON.parse(exported).deployment.resources);
      snapshots.push(readSnapshot(exported));
    });

  describe("against AWS's quotas", () => {
    const granted = grantedIn(ROOT, "telehealth");
    const over = (uses: readonly Use[]) => uses.filter(({ verdict }) => verdict === "over");

    it("exceed none, with what the settings say that AWS has granted", () => {
      const uses = countAll(new Fleet(snapshots), granted);
      console.log(`        ${uses.length} quotas counted, ${over(uses).length} exceeded`);
      assert.deepEqual(over(uses).map(lineOf), []);
      assert.ok(uses.filter(({ most }) => most > 0).length > 100, "most quotas have something in them");
    });

    it("need those grants: AWS's defaults alone would be exceeded by exactly them", () => {
      const codes = new Set(over(countAll(new Fleet(snapshots))).map(({ quota }) => quota.code));
      assert.deepEqual([...codes].toSorted(), Object.keys(granted).toSorted());
    });

    it("with one more environment of prod's size exceed the addresses and Fargate's vCPU, and the check says so", () => {
      const [prod] = snapshots.filter(({ stack }) => stack === "prod");
      assert.ok(prod);
      const uses = countAll(new Fleet([...snapshots, { ...prod, stack: "another prod" }]), granted);
      assert.deepEqual(
        over(uses).map(({ quota }) => quota.key),
        ["elasticIpsPerRegion", "fargateVcpusDeploying"],
      );
    });
  });

  describe("the deploy role", () => {
    /** What some role was allowed on the things of another environment. */
    const notBound = new Set<string>();
    before(async () => {
      for (const stack of ENVIRONMENTS) calls.set(stack, await callsOf(stateOf(stack)));
    });

    for (const stack of ENVIRONMENTS)
      it(`of ${stack} is allowed every call that its stack needs`, () => {
        const needed = callsOn(stack).filter((each) => !isWithheld(each));
        const denied = deniedOf(rightsOf(stateOf("account"), stack), needed);
        console.log(`        ${stack}: ${denied.length} denied of ${needed.length}`);
        assert.deepEqual(denied, []);
        assert.ok(needed.length > 3000);
      });

    for (const stack of ENVIRONMENTS)
      it(`of ${stack} is denied everything that changes or deletes what another environment has`, () => {
        const theirs = ENVIRONMENTS.filter((each) => each !== stack)
          .flatMap(callsOn)
          .filter(({ destroys }) => destroys);
        const bound = theirs.filter((each) => !isUnbound(each));
        const allowed = allowedOf(rightsOf(stateOf("account"), stack), bound);
        console.log(
          `        ${stack}: ${allowed.length} allowed of ${bound.length}; ${theirs.length - bound.length} that IAM cannot bind`,
        );
        assert.deepEqual(allowed, []);
        assert.ok(bound.length > 2000);
      });

    for (const stack of ENVIRONMENTS)
      it(`of ${stack} is denied every action that AWS publishes on what others have, called its own or not`, async () => {
        const own = stateOf(stack).find(({ type }) => type === "aws:kms/key:Key") ?? assert.fail();
        const others = ["account", ...ENVIRONMENTS].filter((each) => each !== stack);
        const rights = rightsOf(stateOf("account"), stack);
        const questions = (await Promise.all(others.map((each) => everyCallOn(each, stateOf(each), own)))).flat();
        const allowed = questions.filter((each) => isAllowedTo(rights, each));
        const found = new Map(allowed.map(({ action, arn }) => [action, arn]));
        console.log(`        ${stack}: ${questions.length} asked, ${allowed.length} allowed`);
        for (const action of found.keys()) notBound.add(action);
        assert.deepEqual(
          [...found].filter(([action]) => UNBOUND[action] === undefined).map((each) => each.join(" ")),
          [],
        );
      });

    for (const stack of ENVIRONMENTS)
      it(`of ${stack} is left the keys of links to recordings neither of its own nor of others`, () => {
        const withheld = callsOn(stack).filter(isWithheld);
        assert.deepEqual([...new Set(withheld.map(({ action }) => action))].toSorted(), WITHHELD);
        assert.deepEqual(allowedOf(rightsOf(stateOf("account"), stack), withheld), []);
      });

    it("is bound wherever IAM can bind: what is not has no tags, and no name that begins with its environment's", () => {
      const seen = new Set(notBound);
      const free = new Set(notBound);
      for (const stack of ENVIRONMENTS)
        for (const call of callsOn(stack).filter((each) => each.destroys && isUnbound(each))) {
          seen.add(nameOf(call));
          // Of several things that a call names, one is enough that IAM can bind to nobody.
          const isFree = call.questions.some(
            ({ arn, context }) =>
              !arn.includes(`telehealth-${stack}`) && context["aws:resourcetag/environment"] === undefined,
          );
          if (isFree) free.add(nameOf(call));
        }
      assert.deepEqual([...free].toSorted(), [...seen].toSorted(), "none of them could be bound");
      assert.deepEqual([...seen].toSorted(), Object.keys(UNBOUND).toSorted());
      const page = readFileSync(join(ROOT, "docs", "delivery.md"), "utf8");
      for (const name of [...Object.keys(UNBOUND), ...WITHHELD])
        assert.ok(page.includes(`\`${name}\``), `docs/delivery.md names ${name}`);
    });
  });

  describe("a role that dev may make, with every right inside of its boundary", () => {
    it("reads, changes and deletes nothing with tags or a bucket's name of prod's", () => {
      const boundary = boundaryOf(stateOf("account"), "dev");
      const theirs = callsOn("prod").filter(({ questions }) =>
        questions.some(
          ({ arn, context }) =>
            context["aws:resourcetag/environment"] !== undefined || arn.startsWith("arn:aws:s3:::telehealth-prod-"),
        ),
      );
      const allowed = allowedOf(boundary, theirs);
      console.log(`        dev's boundary: ${allowed.length} allowed of ${theirs.length}`);
      assert.deepEqual(allowed, []);
    });
  });

  it("what takes prod's place when its region is lost goes up beside it, and shares no name with it", async () => {
    const { code, end } = await workspace.tool("ops", "recovery-settings", "--stack", "prod");
    assert.equal(code, 0, end);
    await run("up", "--stack", "proddr", "--yes", "--skip-preview");
    const { resources } = JSON.parse(await run("stack", "export", "--stack", "proddr")).deployment;
    const ofAws = (all: readonly Existing[]) => all.filter(({ type }) => type.startsWith("aws:"));
    const made = ofAws(resources);
    const home = made.filter(({ outputs }) => outputs["region"] === "us-east-1").map(({ type }) => type);
    // What AWS has in us-east-1 only belongs to a distribution: its certificate, firewall and logs, and their alarms.
    const services = [...new Set(home.map((type) => type.split(/[:/]/)[1]))].toSorted();
    assert.deepEqual(services, ["acm", "cloudwatch", "kms", "sns", "wafv2"]);
    const names = (each: Existing) => [
      ...(each.type === "aws:route53/record:Record" ? [each.inputs["name"]] : []),
      ...(each.type === "aws:s3/bucket:Bucket" ? [each.outputs["bucket"]] : []),
      ...(Array.isArray(each.inputs["aliases"]) ? each.inputs["aliases"] : []),
      ...(each.type.startsWith("aws:iam/") ? [each.inputs["name"] ?? each.urn] : []),
    ];
    const theirs = new Set(ofAws(stateOf("prod")).flatMap(names));
    assert.deepEqual(
      made.flatMap(names).filter((each) => theirs.has(each)),
      [],
    );
  });

  it("prod refuses to be destroyed while it is protected, and loses nothing", async () => {
    const { code, output } = await workspace.pulumi("destroy", "--stack", "prod", "--yes");
    assert.notEqual(code, 0);
    assert.match(output, /protect/);
    assert.equal(workspace.state("prod").length, stateOf("prod").length);
  });
});
