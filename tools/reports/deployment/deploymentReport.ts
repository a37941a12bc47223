import type { Section } from "./block";
import type { ReportInput } from "./input";
import { commandsSection } from "./sections/commands";
import { componentSections } from "./sections/components";
import { costSection } from "./sections/cost";
import { deployTimeSection } from "./sections/deployTime";
import { diagramSection } from "./sections/diagram";
import { environmentSection } from "./sections/environment";
import { nextSteps } from "./sections/nextSteps";
import { securitySections } from "./sections/security";
import { summarySection } from "./sections/summary";
import { troubleshooting } from "./sections/troubleshooting";
import { tryOut } from "./sections/tryOut";

/** The deployment report of a stack: what is there, what it costs, what is open, how to use and to mend it. */
export function deploymentReport(input: ReportInput): readonly Section[] {
  return [
    summarySection(input),
    diagramSection(input),
    nextSteps(input),
    tryOut(input),
    componentSections(input),
    environmentSection(input),
    ...securitySections(input),
    costSection(input),
    deployTimeSection(input),
    commandsSection(input),
    troubleshooting(input),
  ];
}
