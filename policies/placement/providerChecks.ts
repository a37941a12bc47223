import { isNotTrue } from "../engine/expect";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { parsed } from "../shared/parsed";
import { AWS_PROVIDER } from "../shared/providers";

const OFF: Readonly<Record<string, string>> = {
  insecure: "AWS's certificates are not verified, so anyone on the network path can read and change everything",
  skipCredentialsValidation: "the owner of the credentials is not verified",
  skipRequestingAccountId: "the account is not looked up, so allowedAccountIds has no effect",
};
const ELSEWHERE = ["httpProxy", "httpsProxy"];
/** A file of somebody's can name other addresses, and other certificates that they are believed with. */
const FILES: Readonly<Record<string, string>> = {
  sharedConfigFiles: "may redirect AWS calls to other addresses",
  customCaBundle: "trusts certificates that are not AWS's",
  ec2MetadataServiceEndpoint: "fetches credentials from another address",
};
/** Which program the provider is. Its version is among its settings always, whoever has asked for it. */
const OTHER_PLUGIN = ["pluginDownloadURL", "parameterization"];
const AWS_ADDRESS = /^https:\/\/[\w.-]+\.(amazonaws\.com|amazonaws\.com\.cn|api\.aws)(\/|$)/;

export const providerChecks = rule({
  id: "provider-checks",
  title: "Providers call AWS directly, over TLS, and verify the account",
  family: "placement",
  severity: "high",
  controls: ["164.312(e)(1)", "164.312(d)"],
  remediation: "Leave it out",
  types: ["pulumi:providers:*"],
  check: (provider) => {
    const endpoints = parsed(provider.at("endpoints"));
    const plugin = OTHER_PLUGIN.map((each) => provider.at(each)).map((each) =>
      each.unknown
        ? each.later()
        : each.given
          ? each.refuse("has another program take the place of Pulumi's own plugin")
          : undefined,
    );
    if (provider.type !== AWS_PROVIDER) return plugin;
    return [
      plugin,
      Object.entries(OFF).map(([property, problem]) => isNotTrue(provider.at(property), problem)),
      ELSEWHERE.map((property) => provider.at(property)).map((each) =>
        each.unknown
          ? each.later()
          : /^\s*http:/i.test(each.text ?? "")
            ? each.refuse("calls to AWS go through a proxy in clear text")
            : undefined,
      ),
      Object.entries(FILES).map(([property, problem]) => {
        // Lists come as text, an empty one too.
        const field = property === "sharedConfigFiles" ? parsed(provider.at(property)) : provider.at(property);
        return field.unknown ? field.later() : field.given ? field.refuse(problem) : undefined;
      }),
      endpoints.items.map((each): Outcomes =>
        each.unknown
          ? each.later()
          : each.keys
              .map((service) => each.at(service))
              .filter((address) => address.given && !AWS_ADDRESS.test(address.text ?? ""))
              .map((address) => address.refuse(`calls go to ${address.text ?? "another address"}, which is not AWS`)),
      ),
    ];
  },
});
