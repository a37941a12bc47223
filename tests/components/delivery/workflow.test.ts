import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const ROOT = join(__dirname, "..", "..", "..");
const read = (path: string): any => parse(readFileSync(join(ROOT, path), "utf8"));
const workflow = read(".github/workflows/infrastructure.yml");
const prepare = read(".github/actions/prepare/action.yml");
const jobs: [string, any][] = Object.entries(workflow.jobs);
const steps: any[] = [...jobs.flatMap(([, job]) => job.steps), ...prepare.runs.steps];
const scripts: string[] = steps.flatMap(({ run }) => (typeof run === "string" ? [run] : []));
const OWN = "./.github/actions/prepare";

describe("the infrastructure workflow", () => {
  it("runs foreign actions by full commit only", () => {
    const foreign = steps.flatMap(({ uses }) => (uses === undefined || uses === OWN ? [] : [uses]));
    assert.ok(foreign.length >= 5);
    for (const uses of foreign) assert.match(uses, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
    assert.ok(existsSync(join(ROOT, OWN, "action.yml")));
  });

  it("uses each action at one commit", () => {
    const commits = new Map<string, Set<string>>();
    for (const { uses } of steps) {
      const [action, commit] = String(uses ?? "").split("@");
      if (action && commit) commits.set(action, (commits.get(action) ?? new Set()).add(commit));
    }
    for (const [action, found] of commits) assert.equal(found.size, 1, action);
  });

  it("gives jobs no rights but reading the source, and an identity where AWS is reached", () => {
    assert.deepEqual(workflow.permissions, {});
    assert.deepEqual(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions])), {
      target: undefined,
      test: { contents: "read" },
      preview: { contents: "read", "id-token": "write" },
      apply: { contents: "read", "id-token": "write" },
    });
  });

  it("never leaves GitHub's token in the checkout", () => {
    const checkouts = steps.filter(({ uses }) => String(uses).startsWith("actions/checkout@"));
    assert.equal(checkouts.length, 3);
    for (const each of checkouts) assert.equal(each.with["persist-credentials"], false);
  });

  it("calls only npm scripts that exist, and previews and applies with the policy pack", () => {
    const known = Object.keys(read("package.json").scripts);
    const called = scripts.flatMap((run) => [...run.matchAll(/npm (?:run )?(\w+)/g)].map(([, script]) => script ?? ""));
    for (const script of called) assert.ok(script === "ci" || known.includes(script), script);
    assert.deepEqual([...new Set(called)].sort(), ["ci", "preview", "pulumi", "test", "up"]);
    for (const run of scripts) assert.doesNotMatch(run, /(^|[\s;|&])(npx )?pulumi (up|preview|destroy)/);
  });

  it("maps each branch to a stack that exists", () => {
    const [, { steps: found }] = jobs.find(([name]) => name === "target") ?? ["", { steps: [] }];
    const pairs = [...found[0].run.matchAll(/(\w+)\) echo name=(\w+)/g)].map(([, branch, stack]) => [branch, stack]);
    assert.deepEqual(pairs, [
      ["develop", "dev"],
      ["release", "staging"],
      ["main", "prod"],
    ]);
    for (const [, stack] of pairs) assert.ok(existsSync(join(ROOT, `Pulumi.${stack ?? ""}.yaml`)));
    for (const event of ["pull_request", "push"])
      assert.deepEqual(
        workflow.on[event].branches,
        pairs.map(([branch]) => branch),
      );
  });

  it("applies an environment once at a time, after the tests and after its approval", () => {
    const { apply, preview } = workflow.jobs;
    assert.deepEqual(apply.concurrency, {
      group: "apply-${{ needs.target.outputs.stack }}",
      "cancel-in-progress": false,
    });
    assert.equal(apply.environment, "${{ needs.target.outputs.stack }}");
    assert.deepEqual(apply.needs, ["target", "test"]);
    assert.equal(apply.if, "github.event_name == 'push'");
    assert.equal(preview.environment, undefined);
    assert.match(preview.concurrency.group, /needs\.target\.outputs\.stack/);
  });

  it("takes the role that fits: reading in pull requests, deploying after the merge", () => {
    const roleOf = (job: any) => job.steps.find(({ uses }: any) => uses === OWN).with.role;
    assert.equal(roleOf(workflow.jobs.preview), "preview");
    assert.equal(roleOf(workflow.jobs.apply), "deploy");
    const { with: asked } = prepare.runs.steps.find(({ uses }: any) => /configure-aws-credentials/.test(uses));
    assert.match(asked["role-to-assume"], /role\/\$\{\{ inputs\.role \}\}-telehealth-\$\{\{ inputs\.stack \}\}$/);
    assert.equal(asked["role-duration-seconds"], 3600);
    assert.equal(asked["allowed-account-ids"], "${{ steps.settings.outputs.account }}");
  });

  it("holds no key, prints no secret and pastes nothing from outside into a script", () => {
    const text = JSON.stringify([workflow, prepare]);
    assert.doesNotMatch(text, /secrets\.|aws-access-key|AKIA|--show-secrets/);
    for (const run of scripts) assert.doesNotMatch(run, /\$\{\{/);
  });

  it("fails when Pulumi fails, although it writes the summary first", () => {
    for (const run of scripts.filter((each) => each.includes("GITHUB_STEP_SUMMARY"))) {
      assert.match(run, /\|\| result=\$\?/);
      assert.match(run.trim(), /exit "\$result"$/);
    }
  });
});
