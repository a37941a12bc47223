import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { fieldsAt } from "../shared/keyTable";

const DOCUMENT = "aws:ssm/document:Document";
const IMAGES = "aws:imagebuilder/distributionConfiguration:DistributionConfiguration";
const AMI = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
const VOLUME = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
const ACCOUNT_BLOCKS: Readonly<Record<string, RegExp>> = {
  "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": /^block-(all|new)-sharing$/,
  "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess": /^block-new-sharing$/,
};

export const snapshotSharedPublicly = rule({
  id: "snapshot-shared-publicly",
  title: "No snapshot, image or document is shared with everyone",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.310(d)(1)"],
  remediation: "Name the accounts it is shared with, twelve digits each",
  types: [
    "aws:rds/snapshot:Snapshot",
    "aws:rds/snapshotCopy:SnapshotCopy",
    "aws:rds/clusterSnapshot:ClusterSnapshot",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
    AMI,
    VOLUME,
    DOCUMENT,
    IMAGES,
    ...Object.keys(ACCOUNT_BLOCKS),
  ],
  check: (resource) => {
    const block = ACCOUNT_BLOCKS[resource.type];
    if (block) {
      const state = resource.at("state");
      return state.unknown
        ? state.later()
        : block.test(state.text ?? "")
          ? undefined
          : state.refuse("public sharing is allowed in the account", "Set it to block-new-sharing");
    }
    return receivers(resource).map((each) => {
      if (each.unknown) return each.later();
      return /(^|,\s*)all($|\s*,)/i.test(each.text ?? "")
        ? each.refuse("it is shared with every AWS account")
        : undefined;
    });
  },
});

/** Who may use it: a list of accounts, one account, or a group. */
function receivers(resource: Resource): readonly Field[] {
  if (resource.type === IMAGES)
    return fieldsAt(resource.at(), "distributions?.amiDistributionConfiguration?.launchPermission?.userGroups?");
  if (resource.type === AMI) return [resource.at("group")];
  if (resource.type === VOLUME) return [resource.at("accountId")];
  return resource.at(...(resource.type === DOCUMENT ? ["permissions", "account_ids"] : ["sharedAccounts"])).items;
}
