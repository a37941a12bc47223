import { actionsOf, allow, type DeployRights } from "../shared/deployRights";

const PARAMETERS =
  "AddTagsToResource DeleteParameter GetParameter* ListTagsForResource PutParameter RemoveTagsFromResource";

/** What deploying the pipeline, and of every stack takes. */
export const RIGHTS: DeployRights = {
  manage: {
    codebuild: "BatchGetProjects CreateProject ListProjects",
    codeconnections: "CreateConnection GetConnection ListTagsForResource PassConnection TagResource",
    codepipeline: "CreatePipeline GetPipeline ListTagsForResource TagResource",
    "codestar-connections": "PassConnection",
    "codestar-notifications":
      "CreateNotificationRule DeleteTarget DescribeNotificationRule ListTagsForResource Subscribe TagResource Unsubscribe",
    ssm: "DescribeParameters",
    sts: "GetCallerIdentity",
  },
  manageOwn: {
    codebuild: "DeleteProject UpdateProject",
    codeconnections: "DeleteConnection UntagResource",
    codepipeline: "DeletePipeline UntagResource UpdatePipeline",
    "codestar-notifications": "DeleteNotificationRule UntagResource UpdateNotificationRule",
  },
  passedTo: ["codebuild", "codepipeline", "events"],
  named: ({ prefix, arn }) => [allow("Parameters", actionsOf("ssm", PARAMETERS), arn("ssm", `parameter/${prefix}/*`))],
};
