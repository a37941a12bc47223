import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { noSecretsIn } from "../shared/secretText";

const DATABASE =
  /(^|_)(DATABASE|DB|POSTGRES(QL)?|PG|AURORA|RDS|REDIS|MONGO)_(URL|URI|HOST|PORT|NAME|USER(NAME)?|PASS(WORD)?|DSN|SECRET\w{0,40}|CONNECTION\w{0,40})$|^PG(HOST|USER|PASSWORD|DATABASE)$/i;
const WRITE = "Use public VITE_ values only: all of them end up in every visitor's browser";

export const amplifySecretValue = rule({
  id: "amplify-secret-value",
  title: "Website builds get nothing that visitors must not read",
  family: "secrets",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: WRITE,
  types: ["aws:amplify/app:App", "aws:amplify/branch:Branch", "aws:amplify/backendEnvironment:BackendEnvironment"],
  check: (resource): Outcomes =>
    [resource.at("environmentVariables"), resource.at("autoBranchCreationConfig", "environmentVariables")].map(
      (variables): Outcomes => {
        const { value } = variables;
        const names = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
        return [
          noSecretsIn(variables),
          names
            .filter((each) => DATABASE.test(each))
            .map((each) => variables.at(each).refuse(`${each} would tell browsers how to reach the database`)),
        ];
      },
    ),
});
