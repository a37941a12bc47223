import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";

const ROOT = join(__dirname, "..", "..", "..");
const read = (path: string): any => parse(readFileSync(join(ROOT, path), "utf8"));
const workflow = read(".github/workflows/infrastructure.yml");
const weekly = read(".github/workflows/supply-chain.yml");
const prepare = read(".github/actions/prepare/action.yml");
const jobs: [string, any][] = Object.entries({ ...workflow.jobs, ...weekly.jobs });
const steps: any[] = [...jobs.flatMap(([, job]) => job.steps), ...prepare.runs.steps];
const scripts: string[] = steps.flatMap(({ run }) => (typeof run === "string" ? [run] : []));
const OWN = "./.github/actions/prepare";

describe("the workflows", () => {
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

  it("gives jobs no rights but reading the source, an identity where AWS is reached, and a comment where nothing else is", () => {
    assert.deepEqual([workflow.permissions, weekly.permissions], [{}, {}]);
    assert.deepEqual(Object.fromEntries(jobs.map(([name, { permissions }]) => [name, permissions])), {
      target: undefined,
      test: { contents: "read" },
      preview: { contents: "read", "id-token": "write" },
      comment: { "pull-requests": "write" },
      apply: { contents: "read", "id-token": "write" },
      check: { contents: "read" },
    });
  });

  it("never leaves GitHub's token in the checkout", () => {
    const checkouts = steps.filter(({ uses }) => String(uses).startsWith("actions/checkout@"));
    assert.equal(checkouts.length, 4);
    for (const each of checkouts) assert.equal(each.with["persist-credentials"], false);
  });

  it("calls only npm scripts that exist, and previews and applies with the policy pack", () => {
    const known = Object.keys(read("package.json").scripts);
    const called = scripts.flatMap((run) =>
      [...run.matchAll(/npm (?:run )?([\w-]+)/g)].map(([, script]) => script ?? ""),
    );
    for (const script of called) assert.ok(known.includes(script), script);
    assert.deepEqual([...new Set(called)].sort(), ["preview", "pulumi", "supply-chain", "up"]);
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

  it("fail when the command fails, although they write the summary first", () => {
    const summaries = scripts.filter((each) => each.includes("GITHUB_STEP_SUMMARY"));
    assert.equal(summaries.length, 3);
    for (const run of summaries) {
      assert.match(run, /\|\| result=\$\?/);
      assert.match(run.trim(), /exit "\$result"$/);
    }
  });

  it("install once, by set-up, and test by what every other CI runs", () => {
    for (const run of scripts) assert.doesNotMatch(run, /npm (ci|install|test)/);
    assert.deepEqual(
      prepare.runs.steps.filter(({ run = "" }) => run.includes("setup")).map(({ run }: any) => run),
      ["node tools/setup"],
    );
    assert.equal(workflow.jobs.test.steps.at(-1).run, ".ci/run");
    assert.match(readFileSync(join(ROOT, ".ci/run"), "utf8"), /^npm test$/m);
  });

  it("take nothing from a cache where there is an identity of AWS", () => {
    const cached = jobs.filter(([, job]) => job.steps.some(({ uses = "" }) => uses.startsWith("actions/cache")));
    assert.deepEqual(
      cached.map(([name]) => name),
      ["test"],
    );
    for (const { uses = "", with: given = {} } of steps)
      if (uses.startsWith("actions/setup-node")) assert.equal(given["package-manager-cache"], false);
    assert.ok(!prepare.runs.steps.some(({ uses = "" }) => uses.startsWith("actions/cache")));
  });

  it("run on the oldest Node that users are asked for, and on a newer one", () => {
    const oldest = readFileSync(join(ROOT, ".nvmrc"), "utf8").trim();
    const { node } = workflow.jobs.test.strategy.matrix;
    assert.equal(node[0], oldest);
    assert.ok(node.length > 1 && node.slice(1).every((each: string) => Number(each) > Number(oldest)));
  });

  it("comment a preview, failed ones too, without its account's number and within what a comment may hold", () => {
    const { preview, comment } = workflow.jobs;
    assert.equal(comment.if, "${{ !cancelled() && needs.preview.outputs.text != '' }}");
    assert.ok(!comment.steps.some(({ uses }: any) => uses !== undefined), "no foreign code beside the right to write");
    const { run } = preview.steps.find(({ id }: any) => id === "preview");
    const [, bytes = ""] = /tail --bytes (\d+) preview\.txt \| iconv/.exec(run) ?? [];
    assert.ok(Number(bytes) > 10_000 && Number(bytes) < 60_000);
    assert.ok(run.indexOf("GITHUB_OUTPUT") < run.indexOf('exit "$result"'));
    const [, program = ""] = /sed -E '([^']+)'/.exec(run) ?? [];
    const shown = execFileSync("sed", ["-E", program], {
      input: "arn:aws:iam::111122223333:role/x ~~~~ y\n",
      encoding: "utf8",
    });
    assert.equal(shown, "arn:aws:iam::************:role/x ~ ~ y\n");
  });

  for (const [what, known, call] of [
    ["writes the first one", "", ["POST", "repos/o/r/issues/7/comments"]],
    ["replaces its own, and leaves other comments alone", "42", ["PATCH", "repos/o/r/issues/comments/42"]],
  ] as const)
    it(`comment a preview: ${what}`, () => {
      const folder = mkdtempSync(join(tmpdir(), "telehealth-comment-"));
      const [{ run }] = workflow.jobs.comment.steps;
      const gh = `#!/bin/sh\ncase "$*" in *--paginate*) echo "${known}" ;; *) echo "$@" > call.txt ;; esac\n`;
      writeFileSync(join(folder, "gh"), gh, { mode: 0o755 });
      const env = { STACK: "dev", RESULT: "success", RUN: "https://example.com/1", TEXT: "+ 3 to create\nmore" };
      const where = { COMMENTS: "repos/o/r/issues/7/comments", COMMENT: "repos/o/r/issues/comments" };
      const path = `${folder}:${process.env["PATH"] ?? ""}`;
      execFileSync("bash", ["--norc", "-e", "-c", run], { cwd: folder, env: { ...env, ...where, PATH: path } });
      const words = readFileSync(join(folder, "call.txt"), "utf8").trim().split(" ");
      assert.deepEqual([words[words.indexOf("--method") + 1], words[words.indexOf("--method") + 2]], call);
      const comment = readFileSync(join(folder, "comment.md"), "utf8");
      assert.equal(
        comment,
        "### Preview of dev: success\n\n~~~\n+ 3 to create\nmore\n~~~\n\n[The whole run](https://example.com/1)\n",
      );
      rmSync(folder, { recursive: true });
    });

  it("ask every week what became known", () => {
    assert.match(weekly.on.schedule[0].cron, /^\d+ \d+ \* \* [0-6]$/);
    assert.match(weekly.jobs.check.steps.at(-1).run, /npm run supply-chain > /);
  });
});
