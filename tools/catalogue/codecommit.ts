import { others } from "./entry";

export const OTHERS = others({
  "codecommit/repository:Repository": {
    outputs: {
      id: "{.repositoryName}",
      arn: "{arn:codecommit}{.repositoryName}",
      repositoryId: "{uuid}",
      cloneUrlHttp: "https://git-codecommit.{region}.{domain}/v1/repos/{.repositoryName}",
      cloneUrlSsh: "ssh://git-codecommit.{region}.{domain}/v1/repos/{.repositoryName}",
    },
  },
});
