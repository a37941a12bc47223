import type { Federation } from "../../../components/identity/federation";
import { UserPool, type UserPoolArgs } from "../../../components/identity/userPool";
import { deploy } from "../../harness";

export const LOG_KEY = "arn:aws:kms:us-east-1:111122223333:key/logs";

/** Deploys a user pool whose arguments are fine, so that a test says only what it is about. */
export function deployUserPool(over: Partial<UserPoolArgs> = {}) {
  const args: UserPoolArgs = {
    location: { accountId: "111122223333", region: "us-east-1" },
    deletionProtection: true,
    logKmsKeyArn: LOG_KEY,
    logRetentionDays: 2192,
    ...over,
  };
  return deploy((opts) => new UserPool("users", args, opts));
}

export const FEDERATION: Federation = {
  domainPrefix: "telehealth-test",
  callbackUrls: ["https://app.example.com/", "http://localhost:5173/"],
  logoutUrls: ["https://app.example.com/bye"],
  providers: [
    { name: "Workspace", issuer: "https://id.example.com", clientId: "our-id", clientSecret: "not-a-real-secret" },
  ],
};
