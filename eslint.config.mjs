import { readdirSync } from "node:fs";
import { join } from "node:path";
import pulumi from "@pulumi/eslint-plugin";
import regexp from "eslint-plugin-regexp";
import tseslint from "typescript-eslint";

/** Imports go one way: components/shared <- components/<domain> <- stacks <- index.ts. */
const domains = readdirSync(join(import.meta.dirname, "components")).filter((folder) => folder !== "shared");
const forbid = (files, ...groups) => ({
  files,
  rules: {
    "no-restricted-imports": ["error", { patterns: groups.map(([group, message]) => ({ group, message })) }],
  },
});
const anyOf = (...folders) => folders.flatMap((folder) => [`**/${folder}`, `**/${folder}/**`]);
const upward = [
  [...anyOf("stacks", "tools", "lab", "policies", "tests"), "**/index"],
  "Imports go one way: shared <- components <- stacks <- index.ts.",
];

/** The rooms of tools/, and which of the others each may not enter; lab/, what the project does to itself, enters all. */
const rooms = {
  shared: ["setup", "catalogue", "offline", "deploy", "reports", "ops"],
  setup: ["catalogue", "offline", "deploy", "reports", "ops"],
  offline: ["deploy", "reports", "ops"],
  reports: ["deploy", "ops"],
  ops: ["catalogue", "offline", "deploy", "reports"],
  deploy: ["catalogue", "reports", "ops"],
};
const ROOMS = "Rooms of tools/ meet in tools/shared, and none knows lab/ or tests/.";

const STATIC_IMPORTS = {
  selector: "ImportExpression",
  message: "Import statically: the direction of imports is checked there.",
};
const NO_TYPES = {
  selector: "Literal[value=/^aws:\\w+\\u002F\\w+:\\w+$/]",
  message: "What is so of one type of AWS stands in tools/catalogue, and what the pack believes in policies/facts.",
};
/** Where a type of AWS may be named: in what knows types, and where single resources are made, read or looked for. */
const NAME_TYPES = [
  "policies/**",
  "tools/catalogue/**",
  "tests/**",
  "lab/**",
  // Options of the engine go by type.
  "components/shared/boundedRoles.ts",
  "components/network/network.ts",
  "stacks/naming.ts",
  // What CloudFormation calls otherwise, what awsx makes, what programs ask AWS.
  "tools/ops/cdk/**",
  "tools/offline/providers/awsx/**",
  "tools/offline/providers/aws/invoke.ts",
  // Questions about this project's own stack: its API, its database, its vaults.
  "tools/reports/{deployment,doctor,env,runbooks}/**",
];

export default tseslint.config(
  { ignores: ["node_modules/", "policies/bin/", ".offline/", ".setup/", "**/*.mjs"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    plugins: { "@pulumi": pulumi },
    rules: {
      "@pulumi/no-output-in-template-literal": "error",
      "@pulumi/no-output-instance-in-template-literal": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // As a default, || also replaces 0, false and the empty string.
      "@typescript-eslint/prefer-nullish-coalescing": "error",
      "no-restricted-syntax": ["error", STATIC_IMPORTS, NO_TYPES],
    },
  },
  { files: NAME_TYPES, rules: { "no-restricted-syntax": ["error", STATIC_IMPORTS] } },
  forbid(["components/shared/**"], upward, [anyOf(...domains), "components/shared holds what several domains need."]),
  ...domains.map((domain) =>
    forbid([`components/${domain}/**`], upward, [
      anyOf(...domains.filter((each) => each !== domain)),
      "A domain does not import another domain: stacks/ wires them with ids and ARNs.",
    ]),
  ),
  forbid(
    ["stacks/**", "index.ts"],
    [anyOf("tools", "lab", "tests"), "Nothing that is deployed imports tools or tests."],
    [anyOf("policies/facts"), "An auditor that shares what it believes with the audited agrees with its mistakes."],
  ),
  forbid(
    ["policies/**"],
    [
      anyOf("components", "stacks", "tools", "lab", "tests"),
      "The pack imports nothing of ours: an auditor that shares code with the audited agrees with its bugs.",
    ],
  ),
  ...Object.entries(rooms).map(([room, others]) =>
    forbid([`tools/${room}/**`], [anyOf("lab", "tests", ...others), ROOMS]),
  ),
  // What the offline AWS loads, so that it loads no report; a type costs nothing.
  {
    files: ["tools/catalogue/**"],
    rules: {
      "@typescript-eslint/no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: anyOf("setup", "offline", "deploy", "reports", "ops", "lab", "tests"),
              allowTypeImports: true,
              message: ROOMS,
            },
          ],
        },
      ],
    },
  },
  forbid(["lab/**"], [anyOf("tests"), "Nothing imports tests."]),
  // A text of a program may be long and hostile: no expression that reads one may take more than a time proportional to it.
  {
    files: ["policies/**", "stacks/**", "components/**"],
    plugins: { regexp },
    rules: {
      "regexp/no-super-linear-backtracking": "error",
      "regexp/no-super-linear-move": ["error", { ignoreSticky: true }],
    },
  },
  // A test that needs a program which is not here says so by this.skip(); none is left out otherwise.
  {
    files: ["tests/**"],
    rules: {
      "no-restricted-properties": [
        "error",
        ...["it", "describe", "context"].map((object) => ({
          object,
          property: "skip",
          message: "Mend it, or delete it.",
        })),
        // Another program may be busy: count what is read, loaded or started, and leave seconds to lab/bench.
        ...[
          ["performance", "now"],
          ["process", "hrtime"],
          ["process", "cpuUsage"],
        ].map(([object, property]) => ({ object, property, message: "No test measures time: lab/bench does." })),
      ],
    },
  },
  // What a test reads is JSON that the engine recorded: it has no type, and an assertion on a wrong path fails by itself.
  {
    files: ["tests/**"],
    rules: Object.fromEntries(
      [
        "no-explicit-any",
        "no-unsafe-assignment",
        "no-unsafe-member-access",
        "no-unsafe-argument",
        "no-unsafe-call",
        "no-unsafe-return",
      ].map((rule) => [`@typescript-eslint/${rule}`, "off"]),
    ),
  },
  // What runs before the dependencies are there is CommonJS, and loads a command by its name.
  {
    files: ["**/*.js"],
    rules: {
      "@typescript-eslint/no-require-imports": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
    },
  },
);
