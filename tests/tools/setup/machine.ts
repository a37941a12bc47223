import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CLI_VERSION } from "../../../tools/setup/findCli";

/** A machine of our making: its own PATH, PULUMI_HOME and clone, with stand-ins for the programs set-up calls. */
export class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), "telehealth-setup-"));
  readonly root = join(this.folder, "clone");
  readonly versionFolder = join(this.folder, "home", "versions", CLI_VERSION);
  readonly cli = join(this.versionFolder, "bin", "pulumi");
  readonly env: NodeJS.ProcessEnv = {
    PATH: `${join(this.folder, "bin")}:/usr/bin:/bin`,
    PULUMI_HOME: join(this.folder, "home"),
    BUILDS: join(this.folder, "builds"),
  };

  constructor() {
    this.program("node_modules/pulumi/run.js", "process.exit(1)", this.root);
  }

  /** A shell script on the PATH (or a file elsewhere). */
  program(name: string, text: string, under = join(this.folder, "bin")): string {
    const file = join(under, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    chmodSync(file, 0o755);
    return file;
  }

  /** A `go` that "builds" a CLI which answers with the given version, after the given seconds. */
  go({ version = "go1.26.0", answers = `v${CLI_VERSION}`, seconds = 0, list = "exit 0" } = {}): void {
    this.program(
      "go",
      `#!/bin/sh
case "$1" in
  version) echo "go version ${version} linux/amd64" ;;
  list) ${list} ;;
  build)
    echo built >> "$BUILDS"
    while [ "$1" != "-o" ]; do shift; done
    mkdir -p "$(dirname "$2")"
    printf '#!/bin/sh\\nech' > "$2"
    sleep ${seconds}
    printf '#!/bin/sh\\necho ${answers}\\n' > "$2"
    chmod +x "$2" ;;
esac
`,
    );
  }

  /** How many builds were begun. */
  get builds(): number {
    const { BUILDS: log = "" } = this.env;
    return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").length : 0;
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
