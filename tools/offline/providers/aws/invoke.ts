import * as grpc from "@grpc/grpc-js";
import { Refusal } from "../serve";
import type { WireMap } from "../wire";
import { text } from "../wire";
import { policyJson } from "./policyJson";
import type { Account } from "./session";
import { partitionOf } from "./session";

type Answer = (account: Account, args: WireMap) => WireMap;

/** us-east-1 has six zones, other regions are taken to have three. */
const LETTERS: Readonly<Record<string, readonly string[]>> = { "us-east-1": ["a", "b", "c", "d", "e", "f"] };

const FUNCTIONS: Readonly<Record<string, Answer>> = {
  "aws:index/getCallerIdentity:getCallerIdentity": ({ accountId, partition }) => ({
    accountId,
    arn: `arn:${partition}:iam::${accountId}:user/offline`,
    id: accountId,
    userId: "AIDAOFFLINEOFFLINE000",
  }),
  "aws:index/getRegion:getRegion": (account, args) => {
    const region = text(args, "region") ?? account.region;
    const { domain } = partitionOf(region);
    return { region, name: region, id: region, description: region, endpoint: `ec2.${region}.${domain}` };
  },
  "aws:index/getPartition:getPartition": ({ partition, domain }) => ({
    partition,
    id: partition,
    dnsSuffix: domain,
    reverseDnsPrefix: domain.split(".").reverse().join("."),
  }),
  "aws:index/getAvailabilityZones:getAvailabilityZones": (account, args) => {
    const region = text(args, "region") ?? account.region;
    const letters = LETTERS[region] ?? ["a", "b", "c"];
    return {
      id: region,
      region,
      names: letters.map((letter) => `${region}${letter}`),
      zoneIds: letters.map((_, index) => `${region}-az${index + 1}`),
      groupNames: [region],
    };
  },
  "aws:iam/getPolicyDocument:getPolicyDocument": (_, args) => {
    const json = policyJson(args);
    return { ...args, id: "offline", json, minifiedJson: JSON.stringify(JSON.parse(json)) };
  },
};

/** Answers the functions that need no AWS. All others would read what nobody has created. */
export function invoke(token: string, account: Account, args: WireMap): WireMap {
  const answer = FUNCTIONS[token];
  if (answer) return answer(account, args);
  throw new Refusal(
    `${token} asks AWS for something that exists there, which is impossible offline. Take the value from the stack's ` +
      "configuration instead: a preview should not depend on what AWS answers.",
    grpc.status.UNIMPLEMENTED,
  );
}
