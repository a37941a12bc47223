import { getStack } from "@pulumi/pulumi";
import { createAccount } from "./stacks/account";
import { guardEveryResource } from "./stacks/guard";
import { createPlatform } from "./stacks/platform";
import { readAccountSettings, readSettings } from "./stacks/settings";
import { skipTracesOffline } from "./stacks/traces";

skipTracesOffline();
guardEveryResource();

export = getStack() === "account" ? createAccount(readAccountSettings()) : createPlatform(readSettings());
