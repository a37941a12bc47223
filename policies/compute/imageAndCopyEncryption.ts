import { isTrue } from "../engine/expect";
import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { ourKey } from "../shared/key";
import { fieldsAt } from "../shared/keyTable";

/** Where each type describes disks, and how it calls the key there. A type that is not named copies disks as they are. */
const DISKS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "aws:ec2/spotFleetRequest:SpotFleetRequest": [
    ["launchSpecifications?.rootBlockDevices", "kmsKeyId"],
    ["launchSpecifications?.ebsBlockDevices?", "kmsKeyId"],
  ],
  "aws:imagebuilder/imageRecipe:ImageRecipe": [["blockDeviceMappings.ebs", "kmsKeyId"]],
  "aws:imagebuilder/containerRecipe:ContainerRecipe": [
    ["instanceConfiguration?.blockDeviceMappings?.ebs?", "kmsKeyId"],
  ],
  "aws:ebs/snapshotImport:SnapshotImport": [["", "kmsKeyId"]],
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": [
    ["policyDetails.schedules?.crossRegionCopyRules?", "cmkArn"],
    ["policyDetails.action?.crossRegionCopies?.encryptionConfiguration", "cmkArn"],
  ],
};
const IMAGE = "aws:ec2/ami:Ami";
const RECOVERY = "aws:drs/replicationConfigurationTemplate:ReplicationConfigurationTemplate";
const DEFAULT_KEY = "aws:ebs/defaultKmsKey:DefaultKmsKey";

export const imageAndCopyEncryption = rule({
  id: "image-and-copy-encryption",
  title: "Images of machines and copies of disks encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encrypted to true and name a key of this project in the region of the copy",
  types: [...Object.keys(DISKS), IMAGE, RECOVERY, DEFAULT_KEY],
  check: (resource) => {
    if (resource.type === DEFAULT_KEY) return ourKey(resource.at("keyArn"), "new disks are encrypted");
    if (resource.type === RECOVERY) return ourKey(resource.at("ebsEncryptionKeyArn"), "the copies are encrypted");
    if (resource.type === IMAGE)
      return resource.at("ebsBlockDevices").items.map((each) =>
        // A disk made from a snapshot is encrypted as the snapshot is.
        each.unknown || each.at("snapshotId").absent
          ? isTrue(each.at("encrypted"), "the disk is not encrypted")
          : undefined,
      );
    return (DISKS[resource.type] ?? []).flatMap(([path, key]) =>
      (path === "" ? [resource.at()] : fieldsAt(resource.at(), path)).map((each) => disk(each, key)),
    );
  },
});

function disk(block: Field, key: string): Outcomes {
  return [
    isTrue(block.at("encrypted"), "the disk is not encrypted"),
    block.at("encrypted").flag === true ? ourKey(block.at(key), "the disk is encrypted") : undefined,
  ];
}
