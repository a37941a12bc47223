import { made, others } from "./entry";
import { FREE, as, quiet } from "./reasons";
import { CALL, UNTIL_STABLE } from "./seconds";

export const MADE = made({
  "kms/key:Key": {
    price: "priced",
    seconds: UNTIL_STABLE,
    outputs: {
      id: (key) => (key.value("multiRegion") === true ? `mrk-${key.random("hex", 32, "id")}` : key.uuid("id")),
      arn: "{arn:kms}key/{id}",
      keyId: "{id}",
      description: "",
      multiRegion: false,
      policy: (key) =>
        JSON.stringify({
          Version: "2012-10-17",
          Id: "key-default-1",
          Statement: [
            {
              Action: "kms:*",
              Effect: "Allow",
              Principal: { AWS: `arn:${key.account.partition}:iam::${key.account.accountId}:root` },
              Resource: "*",
              Sid: "Enable IAM User Permissions",
            },
          ],
        }),
      rotationPeriodInDays: 365,
    },
    replacedBy: "customerMasterKeySpec customKeyStoreId keyUsage multiRegion xksKeyId",
    drawn: as("the lock on what it encrypts"),
    alarms: quiet("its metrics are about imported key material, and ours is AWS's"),
  },
  "kms/replicaKey:ReplicaKey": {
    price: "priced",
    seconds: UNTIL_STABLE,
    outputs: {
      id: (key) => /\/(.+)$/.exec(key.input("primaryKeyArn") ?? "")?.[1] ?? `mrk-${key.random("hex", 32, "id")}`,
      arn: "{arn:kms}key/{id}",
      keyId: "{id}",
      keySpec: "SYMMETRIC_DEFAULT",
      keyUsage: "ENCRYPT_DECRYPT",
    },
    replacedBy: "primaryKeyArn",
    partOf: "kms/key:Key",
  },
  "kms/alias:Alias": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:kms}{name}",
      namePrefix: "",
      targetKeyArn: (alias) => {
        const target = alias.input("targetKeyId") ?? "";
        return target.startsWith("arn:") ? target : alias.fill(`{arn:kms}key/${target}`);
      },
    },
    replacedBy: "name namePrefix",
    named: { pattern: /^alias\/(?!aws\/)[\w/-]+$/, before: "alias/" },
    partOf: "kms/key:Key",
  },
  "kms/keyPolicy:KeyPolicy": {
    price: FREE.rights,
    seconds: UNTIL_STABLE,
    outputs: { id: "{.keyId}" },
    replacedBy: "keyId",
    partOf: "kms/key:Key",
  },
});

export const OTHERS = others({
  "kms/grant:Grant": {
    outputs: { id: "{.keyId}:{=grantId}", grantId: "{hex64}", grantToken: "{mixed64}" },
    replacedBy: "*",
  },
});
