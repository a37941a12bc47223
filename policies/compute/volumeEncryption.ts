import { isTrue } from "../engine/expect";
import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const WITH_ROOT = [
  "aws:ec2/instance:Instance",
  "aws:ec2/launchConfiguration:LaunchConfiguration",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest",
];
const WHOLE = ["aws:ebs/volume:Volume", "aws:ebs/snapshotCopy:SnapshotCopy", "aws:ec2/amiCopy:AmiCopy"];
const DEFAULT = "aws:ebs/encryptionByDefault:EncryptionByDefault";
const SERVICE = "aws:ecs/service:Service";

export const volumeEncryption = rule({
  id: "volume-encryption",
  title: "Disks of instances, templates and tasks encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encrypted to true and kmsKeyId to a key of this project",
  types: [...WHOLE, ...WITH_ROOT, TEMPLATE, DEFAULT, SERVICE],
  check: (resource) => {
    if (WHOLE.includes(resource.type)) return disk(resource.at());
    if (resource.type === DEFAULT)
      return resource.at("enabled").absent
        ? undefined
        : isTrue(resource.at("enabled"), "new disks are not encrypted by default");
    if (resource.type === SERVICE)
      return resource.at("volumeConfiguration", "managedEbsVolume").items.map((each) => disk(each));
    if (resource.type === TEMPLATE) {
      const mappings = resource.at("blockDeviceMappings");
      // A template that starts from an image and says nothing of its disks takes them as the image has them.
      if (mappings.absent) return resource.at("imageId").absent ? undefined : disk(resource.at("blockDeviceMappings"));
      return mappings.items.map((each) => (each.unknown || !each.at("ebs").absent ? disk(each.at("ebs")) : undefined));
    }
    const more = resource.at("ebsBlockDevices").items;
    // Disks that a launch template describes are judged there.
    const root = resource.at("rootBlockDevice");
    const elsewhere = root.absent && !resource.at("launchTemplate").absent;
    return [elsewhere ? undefined : disk(root), ...more.map((each) => disk(each))];
  },
});

function disk(block: Field): Outcomes {
  const encrypted = block.at("encrypted");
  return [
    isTrue(encrypted, "the disk is not encrypted"),
    encrypted.flag === true ? ourKey(block.at("kmsKeyId"), "the disk is encrypted") : undefined,
  ];
}
