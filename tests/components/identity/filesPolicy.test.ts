import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { filesStatements } from "../../../components/identity/filesPolicy";
import { policyDocument } from "../../../components/shared/policyDocument";
import { promiseOf } from "../../harness";

const BUCKET = "arn:aws:s3:::files";
const KEY = "arn:aws:kms:us-east-1:111122223333:key/files";
const ME = "us-east-1:11111111-2222-3333-4444-555555555555";

type Keys = Record<string, string | undefined>;
const statements = async () => {
  const access = { filesBucketArn: pulumi.output(BUCKET), filesKmsKeyArn: pulumi.output(KEY), region: "us-east-1" };
  return JSON.parse(await promiseOf(policyDocument(filesStatements(access)))).Statement as any[];
};

/** As much of IAM as the policy uses: variables, wildcards, StringEquals and StringLike; a missing key matches nothing. */
async function allows(action: string, resource: string, keys: Keys): Promise<boolean> {
  const listed = (value: string | string[]) => [value].flat();
  const filled = (pattern: string) => {
    const text = pattern.replace(/\$\{([^}]+)\}/g, (_, key: string) => keys[key] ?? "\u0000");
    return text.includes("\u0000") ? undefined : text;
  };
  const like = (value: string, pattern: string) => {
    const text = filled(pattern)?.replace(/[.+^$()|[\]\\{}]/g, "\\$&");
    return text !== undefined && new RegExp(`^${text.replace(/\*/g, ".*").replace(/\?/g, ".")}$`).test(value);
  };
  const holds = (operator: string, key: string, wanted: string | string[]) => {
    const value = keys[key];
    if (value === undefined) return false;
    return listed(wanted).some((each) => (operator === "StringLike" ? like(value, each) : value === each));
  };
  return (await statements()).some(
    ({ Action, Resource, Condition = {} }) =>
      listed(Action).includes(action) &&
      listed(Resource).some((each) => like(resource, each)) &&
      Object.entries<any>(Condition).every(([operator, keyed]) =>
        Object.entries<any>(keyed).every(([key, wanted]) => holds(operator, key, wanted)),
      ),
  );
}

function session(role?: string, organizationId?: string, more: Keys = {}): Keys {
  return {
    "cognito-identity.amazonaws.com:sub": ME,
    "aws:PrincipalTag/role": role,
    "aws:PrincipalTag/organizationId": organizationId,
    ...more,
  };
}

const CASES: [verdict: "may" | "may not", what: string, action: string, path: string, keys: Keys][] = [
  ["may", "a patient, store an own file", "s3:PutObject", `/files/${ME}/scan.pdf`, session("patient", "north")],
  ["may", "a user without tags, read an own file", "s3:GetObject", `/files/${ME}/scan.pdf`, session()],
  ["may not", "anybody, read another's file", "s3:GetObject", "/files/us-east-1:other/scan.pdf", session("admin", "n")],
  ["may not", "anybody, delete an own file", "s3:DeleteObject", `/files/${ME}/scan.pdf`, session("admin", "north")],
  [
    "may",
    "a therapist, read in the organization",
    "s3:GetObject",
    "/organizations/north/a",
    session("therapist", "north"),
  ],
  ["may", "an administrator, store there", "s3:PutObject", "/organizations/north/a", session("admin", "north")],
  ["may not", "a patient, read there", "s3:GetObject", "/organizations/north/a", session("patient", "north")],
  [
    "may not",
    "a user without a role, read there",
    "s3:GetObject",
    "/organizations/north/a",
    session(undefined, "north"),
  ],
  ["may not", "a therapist, read elsewhere", "s3:GetObject", "/organizations/south/a", session("therapist", "north")],
  [
    "may not",
    "a therapist, read a namesake's",
    "s3:GetObject",
    "/organizations/north2/a",
    session("therapist", "north"),
  ],
  ["may not", "staff of no organization, read //", "s3:GetObject", "/organizations//a", session("therapist", "")],
  ["may not", "staff without the tag, read //", "s3:GetObject", "/organizations//a", session("therapist")],
  ["may", "a user, list own files", "s3:ListBucket", "", session("patient", "n", { "s3:prefix": `files/${ME}/` })],
  ["may not", "a user, list all files", "s3:ListBucket", "", session("admin", "north", { "s3:prefix": "files/" })],
  ["may not", "a user, list without a prefix", "s3:ListBucket", "", session("admin", "north")],
  [
    "may",
    "a therapist, list the organization",
    "s3:ListBucket",
    "",
    session("therapist", "north", { "s3:prefix": "organizations/north/" }),
  ],
  [
    "may not",
    "a therapist, list another organization",
    "s3:ListBucket",
    "",
    session("therapist", "north", { "s3:prefix": "organizations/south/" }),
  ],
  [
    "may not",
    "a patient, list the organization",
    "s3:ListBucket",
    "",
    session("patient", "north", { "s3:prefix": "organizations/north/" }),
  ],
  [
    "may not",
    "staff of no organization, list //",
    "s3:ListBucket",
    "",
    session("therapist", "", { "s3:prefix": "organizations//" }),
  ],
];

describe("files policy", () => {
  for (const [verdict, what, action, path, keys] of CASES)
    it(`${verdict} ${what}`, async () => {
      assert.equal(await allows(action, `${BUCKET}${path}`, keys), verdict === "may");
    });

  it("uses the key through S3 of this region only", async () => {
    const through = (service: string) => session("admin", "north", { "kms:ViaService": service });
    for (const action of ["kms:Decrypt", "kms:GenerateDataKey"]) {
      assert.equal(await allows(action, KEY, through("s3.us-east-1.amazonaws.com")), true);
      assert.equal(await allows(action, KEY, through("rds.us-east-1.amazonaws.com")), false);
      assert.equal(await allows(action, KEY, session("admin", "north")), false);
    }
  });

  it("names what it allows, without wildcards", async () => {
    for (const { Effect, Action, Resource } of await statements()) {
      assert.equal(Effect, "Allow");
      assert.doesNotMatch(JSON.stringify(Action), /\*/);
      assert.match(Resource, /^arn:aws:(s3:::files|kms:us-east-1:111122223333:key\/files)/);
    }
  });
});
