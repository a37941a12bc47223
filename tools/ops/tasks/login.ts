import type { Scene } from "../shared/operation";

/** The database user of operators, by IAM, which a migration creates: `OPERATOR_USER` in stacks/access.ts. */
const USER = "operator";
const CERTIFICATES = "https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem";

/** How to log in through the tunnel so that no password is ever on the screen or in the shell's history. */
export function howToLogIn(given: { readonly host: string; readonly port: number; readonly scene: Scene }): string[] {
  const { host, port, scene } = given;
  const { outputs, client } = scene;
  const region = `--region ${client.region}`;
  const databasePort = outputs.text("databasePort");
  const token = `aws rds generate-db-auth-token --hostname ${host} --port ${databasePort} --username ${USER} ${region}`;
  const secret = `aws secretsmanager get-secret-value --secret-id '${outputs.text("databaseSecretArn")}' ${region}`;
  // `hostaddr` is where psql connects, `host` whose certificate it expects there.
  const where = `host=${host} hostaddr=127.0.0.1 port=${port} dbname=${outputs.text("databaseName")}`;
  const tls = "sslmode=verify-full sslrootcert=global-bundle.pem";
  return [
    `Once it waits for connections, in another terminal, with the certificates of RDS (curl -O ${CERTIFICATES}):`,
    `  export PGPASSWORD="$(${token})"`,
    `  psql "${where} user=${USER} ${tls}"`,
    `The token is good for 15 minutes to log in with. The user ${USER} has to be made by a migration: CREATE USER ${USER};`,
    `GRANT rds_iam TO ${USER}. As the master user, where you may read its secret (.username has its name):`,
    `  export PGPASSWORD="$(${secret} --query SecretString --output text | jq -r .password)"`,
  ];
}
