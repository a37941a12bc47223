import { type Check, good, link, unknown, warning, wrong } from "../finding";
import type { Facts } from "../facts/facts";
import { textOf } from "../../../shared/fields";
import { fileOf } from "./configuration";

const NOT_ASKED = "The offline AWS needs no credentials, so AWS was not asked.";
const SIGN_IN = "aws sso login --profile <profile>, then export AWS_PROFILE=<profile>";

const asking = ({ stack }: Facts) => `npm run doctor -- --stack ${stack} --real`;

export const credentialsChecks: readonly Check<Facts>[] = [
  {
    id: "caller",
    title: "AWS knows you",
    run: (facts) => {
      const { identity } = facts;
      if (identity === undefined) return unknown(NOT_ASKED, asking(facts));
      return "problem" in identity ? wrong(`It does not (${identity.problem}).`, SIGN_IN) : good(identity.arn);
    },
  },
  {
    id: "account",
    title: "the account",
    run: (facts) => {
      const { identity, stack } = facts;
      if (identity === undefined || "problem" in identity)
        return unknown("AWS did not say which it is.", asking(facts));
      const wanted = fileOf(facts)?.settings["accountId"];
      return link(
        identity.account === wanted,
        `${identity.account}, as Pulumi.${stack}.yaml says.`,
        `The credentials are of ${identity.account}, and Pulumi.${stack}.yaml is for ${textOf(wanted) ?? "none"}.`,
        SIGN_IN,
        `Or correct telehealth:accountId in Pulumi.${stack}.yaml`,
      );
    },
  },
  {
    id: "kind",
    title: "the kind of credentials",
    run: (facts) => {
      const { identity } = facts;
      if (identity === undefined || "problem" in identity)
        return unknown("AWS did not say which they are.", asking(facts));
      if (identity.arn.endsWith(":root"))
        return wrong(
          "They are the root user's, which no policy limits.",
          "Delete its access keys and sign in as a person or a role",
          SIGN_IN,
        );
      return identity.arn.includes(":user/")
        ? warning("They are a user's access keys, which never expire.", SIGN_IN)
        : good("They expire by themselves.");
    },
  },
];
