import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

/** Of buckets, never of what is in them. */
const BUCKETS =
  "CreateBucket DeleteBucket DeleteBucketPolicy GetAccelerateConfiguration GetBucket* GetEncryptionConfiguration GetIntelligentTieringConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket ListTagsForResource PutBucket* PutEncryptionConfiguration PutIntelligentTieringConfiguration PutLifecycleConfiguration PutReplicationConfiguration TagResource UntagResource";

/** What deploying buckets and the malware scan takes. */
export const RIGHTS: DeployRights = {
  manage: {
    guardduty: "CreateMalwareProtectionPlan GetMalwareProtectionPlan ListTagsForResource TagResource",
  },
  manageOwn: {
    guardduty: "DeleteMalwareProtectionPlan UntagResource UpdateMalwareProtectionPlan",
  },
  passedTo: ["malware-protection-plan.guardduty", "s3"],
  named: ({ prefix }) => [allow("Buckets", actionsOf("s3", BUCKETS), `arn:aws:s3:::${prefix}-*`)],
};
