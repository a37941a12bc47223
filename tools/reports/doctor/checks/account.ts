import { type Check, good, type Outcome, unknown, warning, wrong } from "../finding";
import type { Facts } from "../facts/facts";
import type { QuotaFacts } from "../facts/quotas";
import { hasPrivateLinks } from "../facts/zones";
import { listOf, textOf } from "../../../shared/fields";
import { lineOf, stepOf } from "../../quotas/render";
import { valueAt } from "../../../shared/snapshot/valueAt";
import { fileOf } from "./configuration";

const asking = ({ stack }: Facts) => `npm run doctor -- --stack ${stack} --real`;

const ofQuotas =
  (run: (quotas: QuotaFacts) => Outcome) =>
  (facts: Facts): Outcome => {
    const { quotas } = facts;
    if (quotas === undefined)
      return unknown("Nobody asked AWS for its limits.", asking(facts), "npm run quotas, for AWS's defaults");
    return "problem" in quotas
      ? unknown(
          `Service Quotas did not answer (${quotas.problem}).`,
          "Allow servicequotas:GetServiceQuota and servicequotas:GetAWSDefaultServiceQuota",
        )
      : run(quotas);
  };

/** What the account allows, whatever the settings ask for. */
export const accountChecks: readonly Check<Facts>[] = [
  {
    id: "quotas",
    title: "room for all stacks",
    run: ofQuotas(({ uses }) => {
      const over = uses.filter(({ verdict }) => verdict === "over");
      const near = uses.filter(({ verdict }) => verdict === "near");
      if (over.length > 0)
        return wrong(
          `AWS would refuse some of it: ${over.map(lineOf).join("; ")}.`,
          ...over.map(stepOf),
          "npm run quotas -- --real --all shows every quota",
        );
      return near.length > 0
        ? warning(`Nearly used up: ${near.map(lineOf).join("; ")}.`, ...near.map(stepOf))
        : good(`${String(uses.length)} quotas counted over all stacks, each below 80 %.`);
    }),
  },
  {
    id: "granted-quotas",
    title: "limits that AWS was asked for",
    run: ofQuotas(({ granted, limits }) => {
      const open = Object.entries(granted).filter(([code, wanted = 0]) => (limits[code] ?? 0) < wanted);
      if (open.length === 0) return good("As telehealth:grantedQuotas in Pulumi.account.yaml says.");
      return wrong(
        `telehealth:grantedQuotas in Pulumi.account.yaml names more than the account has: ${open
          .map(([code, wanted = 0]) => `${code} is ${String(limits[code] ?? "unknown")}, not ${String(wanted)}`)
          .join("; ")}.`,
        ...open.map(([code, wanted = 0]) => {
          const [service = "", quota = ""] = code.split("/");
          return `aws service-quotas request-service-quota-increase --service-code ${service} --quota-code ${quota} --desired-value ${String(wanted)}`;
        }),
      );
    }),
  },
  {
    id: "zones",
    title: "zones that have VPC links and RDS Proxy",
    run: (facts) => {
      const settings = fileOf(facts)?.settings ?? {};
      const letters = listOf(valueAt(settings["network"], "availabilityZones")).flatMap((each) => textOf(each) ?? []);
      if (letters.length === 0) return good("This stack names no zones.");
      const { zones } = facts;
      if (zones === undefined) return unknown("The letters of zones mean another zone in each account.", asking(facts));
      if ("problem" in zones)
        return unknown(`AWS did not name its zones (${zones.problem}).`, "Allow ec2:DescribeAvailabilityZones");
      return ofZones(textOf(settings["region"]) ?? "", letters, zones.ids);
    },
  },
];

function ofZones(region: string, letters: readonly string[], zones: Readonly<Record<string, string>>): Outcome {
  const named = letters.map((letter) => ({ letter, id: zones[letter] ?? "no zone of this account" }));
  const list = named.map(({ letter, id }) => `${letter} is ${id}`).join(", ");
  const isThere = (id: string) => hasPrivateLinks(region, id);
  if (named.some(({ id }) => isThere(id) === undefined))
    return unknown(
      `${list}; AWS's table of zones with VPC links V2 does not have ${region} here.`,
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html",
    );
  const without = named.filter(({ id }) => isThere(id) === false);
  if (without.length === 0) return good(`${list}.`);
  const others = Object.entries(zones).filter(([letter, id]) => isThere(id) === true && !letters.includes(letter));
  return wrong(
    `${list}. API Gateway's VPC links or RDS Proxy are not in ${without.map(({ id }) => id).join(", ")}, and the first \`up\` would fail there.`,
    `Write others in telehealth:network.availabilityZones: ${others.map(([letter]) => letter).join(", ")}`,
  );
}
