import { facts } from "./facts";

export const TYPES = facts({
  "aws:sagemaker/notebookInstance:NotebookInstance": { workloadSubnets: ["subnetId"] },
});
