import { strict as assert } from "node:assert";
import { parse } from "yaml";
import { buildspecText } from "../../../components/delivery/buildspec";
import { type ImageRecipe, imageBuildspec } from "../../../components/delivery/imageBuildspec";
import { SCANNERS } from "../../../components/delivery/scannerPackages";
import { runBuild } from "./buildRunner";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";
const REPOSITORY = "111122223333.dkr.ecr.us-east-1.amazonaws.com/api";
const NOT_THERE = { "aws ecr describe-images": "exit 254" };
const build = (answers: Record<string, string> = {}, recipe: ImageRecipe = {}, skipInstall = true) =>
  runBuild(
    imageBuildspec(recipe),
    { REPOSITORY_URL: REPOSITORY, CODEBUILD_RESOLVED_SOURCE_VERSION: COMMIT },
    { ...NOT_THERE, ...answers },
    skipInstall,
  );
const pushed = (calls: readonly string[]) => calls.filter((each) => each.startsWith("docker push"));

describe("imageBuildspec", () => {
  it("is YAML that CodeBuild takes, and stops at the first phase that fails", () => {
    const { version, env, phases, artifacts } = parse(buildspecText(imageBuildspec({})));
    assert.equal(version, 0.2);
    assert.deepEqual(env, { shell: "bash", "exported-variables": ["IMAGE_TAG"] });
    assert.deepEqual(Object.keys(phases), ["install", "pre_build", "build"]);
    for (const phase of Object.values<any>(phases)) {
      assert.equal(phase["on-failure"], "ABORT");
      assert.ok(phase.commands.every((each: unknown) => typeof each === "string" && each !== ""));
    }
    assert.deepEqual(phases.install["runtime-versions"], { python: "3.12" });
    assert.deepEqual(artifacts, { files: ["reports/**/*"] });
  });

  it("tests, scans the source, builds, lists what is inside, scans that, and only then pushes it by its commit", () => {
    const { code, calls, output } = build();
    assert.equal(code, 0, output);
    const order = [
      "python -m pytest --junitxml=reports/tests.xml",
      "pip-audit --strict",
      "semgrep scan",
      "trivy fs --scanners vuln,secret,misconfig",
      "docker build",
      "trivy image --format cyclonedx --output reports/sbom.cdx.json",
      "trivy image --scanners vuln,secret",
      "docker login",
      "docker push",
    ].map((begin) => calls.findIndex((each) => each.startsWith(begin)));
    assert.ok(!order.includes(-1), calls.join("\n"));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
    );
    assert.deepEqual(pushed(calls), [`docker push ${REPOSITORY}:${COMMIT}`]);
  });

  for (const gate of [
    "python -m pytest",
    "pip-audit",
    "semgrep scan",
    "trivy fs",
    "docker build",
    "trivy image --format",
    "trivy image --scanners",
    "docker login",
  ])
    it(`fails and pushes nothing when "${gate}" fails`, () => {
      const { code, calls } = build({ [gate]: "exit 1" });
      assert.equal(code, 1);
      assert.deepEqual(pushed(calls), []);
    });

  it("asks each scanner to fail on findings", () => {
    const { calls } = build();
    for (const each of calls.filter((call) => /^trivy (fs|image --scanners)/.test(call)))
      assert.match(each, /--severity HIGH,CRITICAL --exit-code 1/);
    assert.match(calls.find((each) => each.startsWith("semgrep")) ?? "", / --error( |$)/);
    assert.match(calls.find((each) => each.startsWith("semgrep")) ?? "", /--metrics off/);
  });

  it("keeps the image that is there when the run of a commit is repeated", () => {
    const { code, calls } = build({ "aws ecr describe-images": "exit 0" });
    assert.equal(code, 0);
    assert.deepEqual(pushed(calls), []);
    assert.ok(calls.includes(`aws ecr describe-images --repository-name api --image-ids imageTag=${COMMIT}`));
  });

  it("logs in to the registry's host with a password that is on no command line", () => {
    const login = build().calls.find((each) => each.startsWith("docker login"));
    assert.equal(login, "docker login --username AWS --password-stdin 111122223333.dkr.ecr.us-east-1.amazonaws.com");
  });

  it("refuses a scanner that is not the file it was pinned to", () => {
    const wrong = { curl: 'while [ "$1" != --output ]; do shift; done; echo tampered > "$2"' };
    const { code, calls } = build(wrong, {}, false);
    assert.equal(code, 1);
    assert.ok(calls.some((each) => each.startsWith("curl")));
    assert.ok(!calls.some((each) => each.startsWith("tar")), "unpacked it all the same");
  });

  it("pins each scanner and all that it needs to one file", () => {
    const { phases } = parse(buildspecText(imageBuildspec({})));
    const install: string[] = phases.install.commands;
    const [list = ""] = install.filter((each) => each.includes("scanners.txt <<"));
    const pins = list.split("\n").slice(1, -1);
    assert.equal(pins.length, SCANNERS.length);
    for (const pin of pins) assert.match(pin, /^[\w-]+==[\w.]+ --hash=sha256:[0-9a-f]{64}$/);
    assert.deepEqual(
      ["semgrep", "pip-audit"].filter((each) => !pins.some((pin) => pin.startsWith(`${each}==`))),
      [],
    );
    assert.ok(install.some((each) => /pip install --require-hashes --only-binary=:all:/.test(each)));
    assert.ok(install.some((each) => /^echo "[0-9a-f]{64} {2}\/tmp\/trivy.*\| sha256sum --check$/.test(each)));
  });

  it("takes other files, tests and grades, and cannot be tricked by their names", () => {
    const recipe: ImageRecipe = {
      dockerfile: "deploy/it's one",
      requirements: "requirements/base.txt",
      testRequirements: "requirements/test.txt",
      tests: ["tests/unit", "-k", "not slow"],
      severities: ["CRITICAL"],
    };
    const { code, calls } = build({}, recipe);
    assert.equal(code, 0);
    assert.ok(calls.includes("pip install --requirement requirements/base.txt --requirement requirements/test.txt"));
    assert.ok(calls.includes("python -m pytest --junitxml=reports/tests.xml tests/unit -k not slow"));
    assert.ok(calls.includes("pip-audit --strict --requirement requirements/base.txt"));
    assert.ok(calls.some((each) => each.startsWith("docker build --pull --file deploy/it's one --tag")));
    assert.ok(
      calls.filter((each) => each.includes("--exit-code 1")).every((each) => each.includes("severity CRITICAL ")),
    );
  });
});
