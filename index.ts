import { getStack } from "@pulumi/pulumi";
import { createAccount } from "./stacks/account";
import { createPlatform } from "./stacks/platform";
import { readAccountSettings, readSettings } from "./stacks/settings";

export = getStack() === "account" ? createAccount(readAccountSettings()) : createPlatform(readSettings());
