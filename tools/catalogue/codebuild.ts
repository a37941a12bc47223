import { made, others } from "./entry";
import { USES_NEW_ROLE } from "./seconds";

export const MADE = made({
  "codebuild/project:Project": {
    price: "priced",
    seconds: USES_NEW_ROLE,
    outputs: {
      id: "{=arn}",
      arn: "{arn:codebuild}project/{name}",
      encryptionKey: "{arn:kms}alias/aws/s3",
      badgeUrl: "",
      publicProjectAlias: "",
      description: "",
    },
    replacedBy: "name",
    partOf: "codepipeline/pipeline:Pipeline",
  },
});

export const OTHERS = others({
  "codebuild/reportGroup:ReportGroup": {
    outputs: {
      id: "{=arn}",
      arn: "{arn:codebuild}report-group/{name}",
      created: "2024-01-01T00:00:00Z",
    },
  },
  "codebuild/webhook:Webhook": {
    outputs: {
      id: "{.projectName}",
      payloadUrl: "https://codebuild.{region}.{domain}/webhooks?t={mixed64}&v=1",
      url: "",
    },
  },
});
