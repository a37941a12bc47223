import type * as aws from "@pulumi/aws";

/** What a user may be. The value of `custom:role`, and the name of the group that says the same to the API. */
export const ROLES = ["admin", "therapist", "patient"] as const;
export type Role = (typeof ROLES)[number];

/** Who works for a practice. Patients belong to it too, and may not see each other's files for it. */
export const STAFF: readonly Role[] = ["admin", "therapist"];

/** Who a user is to the platform. Only an administrator writes these: a user who could would choose role and tenant. */
const TENANCY = ["role", "organizationId", "practiceId"];
const CUSTOM_TENANCY = TENANCY.map((attribute) => `custom:${attribute}`);

/** What users keep up to date themselves. */
export const WRITABLE = ["email", "name", "given_name", "family_name", "phone_number", "locale", "zoneinfo"];

/** What tokens may carry. Spelled out, because without a list AWS leaves all custom attributes out. */
export const READABLE = [...WRITABLE, "email_verified", "phone_number_verified", ...CUSTOM_TENANCY];

/**
 * Custom attributes, which AWS never changes nor removes. Their length is given because AWS fills it in, and an update
 * without it reads as "modify or remove schema items". 256 characters is also the most a session tag can carry.
 */
export const SCHEMAS: aws.types.input.cognito.UserPoolSchema[] = TENANCY.map((name) => ({
  name,
  attributeDataType: "String",
  mutable: true,
  required: false,
  // Would name it dev:custom:..., which no token carries.
  developerOnlyAttribute: false,
  stringAttributeConstraints: { minLength: "0", maxLength: "256" },
}));
