import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const KEYS: Readonly<Record<string, string>> = {
  "aws:storagegateway/nfsFileShare:NfsFileShare": "kmsKeyArn",
  "aws:storagegateway/smbFileShare:SmbFileShare": "kmsKeyArn",
  "aws:storagegateway/cachesIscsiVolume:CachesIscsiVolume": "kmsKey",
  "aws:storagegateway/storedIscsiVolume:StoredIscsiVolume": "kmsKey",
};

export const storageGatewayEncryption = rule({
  id: "storage-gateway-encryption",
  title: "File shares and volumes of storage gateways encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set kmsEncrypted to true and name a key of this project",
  types: Object.keys(KEYS),
  check: (share) => [
    isTrue(share.at("kmsEncrypted"), "files are encrypted with a key that AWS owns"),
    share.at("kmsEncrypted").flag === true
      ? ourKey(share.at(KEYS[share.type] ?? "kmsKeyArn"), "files are encrypted")
      : undefined,
  ],
});
