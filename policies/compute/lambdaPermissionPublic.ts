import { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import { UNKNOWN, type Value } from "../engine/value";
import { rule } from "../rule";
import { noPublicGrant } from "../shared/publicGrant";

const LAYER = "aws:lambda/layerVersionPermission:LayerVersionPermission";
const POLICY = "aws:lambda/resourcePolicy:ResourcePolicy";

export const lambdaPermissionPublic = rule({
  id: "lambda-permission-public",
  title: "Functions and layers grant nothing to unnamed principals",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)"],
  remediation: "Name the caller; for a service, set sourceArn or sourceAccount",
  types: ["aws:lambda/permission:Permission", LAYER, POLICY],
  check: (permission) =>
    permission.type === POLICY
      ? noPublicGrant(permission.at("policy"), "invoke")
      : noPublicGrant(asPolicy(permission), "invoke"),
});

/** A permission is one statement of the function's policy, written in pieces. */
function asPolicy(permission: Resource): Field {
  const organisation = permission.at(permission.type === LAYER ? "organizationId" : "principalOrgId");
  const statement: Value = {
    Sid: permission.at("statementId").text ?? "",
    Effect: "Allow",
    Principal: principalOf(permission.at("principal")),
    Condition: {
      ArnLike: { "aws:SourceArn": permission.at("sourceArn").value ?? null },
      StringEquals: {
        "aws:SourceAccount": permission.at("sourceAccount").value ?? null,
        "aws:PrincipalOrgID": organisation.value ?? null,
      },
    },
  };
  return new Field({ Statement: [statement] }, "principal");
}

function principalOf(principal: Field): Value {
  const { text = "" } = principal;
  if (principal.unknown) return UNKNOWN;
  return text.endsWith(".amazonaws.com") ? { Service: text } : { AWS: text };
}
