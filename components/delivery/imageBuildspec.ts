import { type Buildspec } from "./buildspec";
import { SCANNERS } from "./scannerPackages";

/** Of the release files at aquasecurity/trivy; the hash is that of the ARM64 archive. */
const TRIVY = { version: "0.69.3", sha256: "7e3924a974e912e57b4a99f65ece7931f8079584dae12eb7845024f97087bdfd" };
const TRIVY_FILE = `trivy_${TRIVY.version}_Linux-ARM64.tar.gz`;
/** GitHub's registry, the default, refuses many callers behind one address. */
const TRIVY_DATA = "--db-repository public.ecr.aws/aquasecurity/trivy-db:2";
/** The one that `scannerPackages.ts` holds the files for. */
const PYTHON = "3.12";

/** How an image is made from a checkout of the application, and what stops it. */
export interface ImageRecipe {
  /** @default "Dockerfile" */
  readonly dockerfile?: string;
  /** What the image installs; audited against known vulnerabilities. @default "requirements.txt" */
  readonly requirements?: string;
  /** Installed besides for the tests. @default none */
  readonly testRequirements?: string;
  /** Arguments for pytest. @default none: all tests */
  readonly tests?: readonly string[];
  /** Findings of these grades stop the build. @default HIGH and CRITICAL */
  readonly severities?: readonly ("LOW" | "MEDIUM" | "HIGH" | "CRITICAL")[];
}

/**
 * Tests and checks the source, builds the image, checks that, and only then pushes it under the commit's name. Expects
 * REPOSITORY_URL; exports IMAGE_TAG. Versions of the scanners are pinned by hash; what they look for is always the newest.
 */
export function imageBuildspec(recipe: ImageRecipe): Buildspec {
  const { dockerfile = "Dockerfile", requirements = "requirements.txt", testRequirements, tests = [] } = recipe;
  const { severities = ["HIGH", "CRITICAL"] } = recipe;
  const gate = `${TRIVY_DATA} --severity ${severities.join(",")} --exit-code 1 --no-progress`;
  const image = '"$REPOSITORY_URL:$IMAGE_TAG"';
  const wanted = [requirements, ...(testRequirements === undefined ? [] : [testRequirements])];
  return {
    runtimes: { python: PYTHON },
    exports: ["IMAGE_TAG"],
    install: [...installTrivy(), ...installScanners()],
    before: [
      "mkdir -p reports",
      "python -m venv /tmp/application",
      `/tmp/application/bin/pip install ${wanted.map((file) => `--requirement ${quoted(file)}`).join(" ")}`,
      `/tmp/application/bin/python -m pytest --junitxml=reports/tests.xml ${tests.map(quoted).join(" ")}`.trim(),
      `/tmp/scanners/bin/pip-audit --strict --requirement ${quoted(requirements)}`,
      "/tmp/scanners/bin/semgrep scan --config p/python --config p/owasp-top-ten --metrics off --error .",
      `trivy fs --scanners vuln,secret,misconfig ${gate} .`,
    ],
    build: [
      'export IMAGE_TAG="$CODEBUILD_RESOLVED_SOURCE_VERSION"',
      `docker build --pull --file ${quoted(dockerfile)} --tag ${image} .`,
      // A list of what is inside is wanted for images that are refused, too.
      `trivy image --format cyclonedx --output reports/sbom.cdx.json ${image}`,
      // A distribution's flaw without a fix would stop every release and nobody could do anything about it.
      `trivy image --scanners vuln,secret --ignore-unfixed ${gate} ${image}`,
      'aws ecr get-login-password | docker login --username AWS --password-stdin "${REPOSITORY_URL%%/*}"',
      // Tags are immutable: a run repeated for the same commit finds its image there and keeps it.
      `aws ecr describe-images --repository-name "\${REPOSITORY_URL#*/}" --image-ids imageTag="$IMAGE_TAG" || docker push ${image}`,
    ],
    artifacts: ["reports/**/*"],
  };
}

function installTrivy(): string[] {
  const url = `https://github.com/aquasecurity/trivy/releases/download/v${TRIVY.version}/${TRIVY_FILE}`;
  return [
    `curl --fail --silent --show-error --location --proto '=https' --output /tmp/${TRIVY_FILE} ${url}`,
    `echo "${TRIVY.sha256}  /tmp/${TRIVY_FILE}" | sha256sum --check`,
    `tar --extract --gzip --file /tmp/${TRIVY_FILE} --directory /usr/local/bin trivy`,
  ];
}

/** In an environment of their own, so that they and the application do not choose each other's versions. */
function installScanners(): string[] {
  const pins = SCANNERS.map(([name, version, sha256]) => `${name}==${version} --hash=sha256:${sha256}`);
  return [
    `cat > /tmp/scanners.txt <<'END'\n${pins.join("\n")}\nEND`,
    "python -m venv /tmp/scanners",
    "/tmp/scanners/bin/pip install --require-hashes --only-binary=:all: --requirement /tmp/scanners.txt",
  ];
}

/** One word of bash, whatever is in it. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
