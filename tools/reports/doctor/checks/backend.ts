import { type Check, good, unknown, warning, wrong } from "../finding";
import type { Facts } from "../facts/facts";
import { fileOf } from "./configuration";

const LOGIN = "npm run pulumi -- login '<stateUrl>': an output of the stack account (docs/account.md)";

const isPhi = (facts: Facts) => fileOf(facts)?.settings["dataClass"] === "phi";

export const backendChecks: readonly Check<Facts>[] = [
  {
    id: "login",
    title: "where state is kept",
    run: ({ backend: { url, from }, real }) => {
      if (url !== undefined) return good(`${url}, says ${from}.`);
      return real
        ? wrong("Nobody has logged in, so there is no state.", LOGIN)
        : good("Nobody has logged in; the offline AWS keeps its own.");
    },
  },
  {
    id: "durable",
    title: "state survives this machine",
    run: (facts) => {
      const { url } = facts.backend;
      if (url === undefined) return good("There is none here.");
      if (!url.startsWith("file://")) return good("It is not on this machine.");
      return isPhi(facts)
        ? warning(
            `${url} is a folder of this machine: nobody else can deploy ${facts.stack}, and a lost disk loses its state.`,
            `npm run pulumi -- stack export --stack ${facts.stack} --file state.json, then ${LOGIN}, then stack init and stack import`,
          )
        : good(`${url} is a folder of this machine, which will do for ${facts.stack}.`);
    },
  },
  {
    id: "secrets-provider",
    title: "the key of the stack's secrets",
    run: (facts) => {
      const provider = fileOf(facts)?.secretsProvider;
      const change = `npm run pulumi -- stack change-secrets-provider --stack ${facts.stack} '<secretsProviders.${facts.stack}>': from an output of the stack account`;
      if (provider?.startsWith("awskms://") === true) return good("A KMS key of the account.");
      if (provider !== undefined && provider !== "passphrase" && provider !== "default")
        return unknown(`It is ${provider.split(":")[0] ?? ""}, which this does not know.`, "Ask who chose it");
      if (!facts.real) return good("The offline AWS needs none.");
      return isPhi(facts)
        ? wrong("A passphrase. It cannot be withdrawn from who knows it, and no log says who used it.", change)
        : warning("A passphrase.", change);
    },
  },
];
