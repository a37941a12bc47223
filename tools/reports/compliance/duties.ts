import type { Safeguard } from "../../../policies/controls";
import type { NOT_BY_RULE } from "../../../policies/notByRule";
import type { Duty } from "./matrix";

const team = (task: string, keep: string): Duty => ({ by: "team", task, keep });
/** AWS's own auditors look at its buildings; customers get their reports in AWS Artifact. */
const aws = (task: string): Duty => ({
  by: "AWS",
  task,
  keep: "The current SOC 2 Type II report of AWS, from AWS Artifact, with the day it was downloaded",
});

/** What no rule can show. A safeguard that is added to that table and not here does not compile. */
const WITHOUT_RULES: Readonly<Record<keyof typeof NOT_BY_RULE, Duty>> = {
  "164.308(a)(1)(i)": team(
    "Run a security management process: analyse risks, reduce them, sanction violations, review activity",
    "The approved security policy and the minutes of the meetings that look after it",
  ),
  "164.308(a)(1)(ii)(A)": team(
    "Analyse the risks to patient data, and again after every major change",
    "The dated risk analysis: assets, threats, likelihood, impact, and who approved it",
  ),
  "164.308(a)(1)(ii)(C)": team(
    "Adopt a sanction policy and apply it to the workforce",
    "The policy, its acknowledgement by every employee, and a record of sanctions",
  ),
  "164.308(a)(2)": team("Name the security official", "The signed appointment with its date and the deputy"),
  "164.308(a)(3)(ii)(B)": team(
    "Clear people before they get access",
    "The screening record of every person with access, kept by human resources",
  ),
  "164.308(a)(4)(ii)(A)": team(
    "Confirm that the organisation is no clearinghouse, or separate that part",
    "A dated statement of the security official",
  ),
  "164.308(a)(5)(i)": team(
    "Train everybody when they join and every year",
    "Training material, attendance list and test results by person and date",
  ),
  "164.308(a)(5)(ii)(A)": team("Send security reminders", "Copies of the reminders with date and recipients"),
  "164.308(a)(6)(i)": team(
    "Adopt an incident response policy and practise it",
    "The policy, the list of contacts and the report of the last exercise",
  ),
  "164.308(a)(7)(i)": team(
    "Write the contingency plan and approve it",
    "The approved plan, with recovery times and the people to call",
  ),
  "164.308(b)(2)": team(
    "Sign agreements with subcontractors that touch patient data",
    "A list of subcontractors, each with its signed agreement",
  ),
  "164.308(b)(3)": team(
    "Accept the AWS Business Associate Addendum for every account, and sign with every other vendor",
    "The agreement as accepted in AWS Artifact, with its date, and the signed agreement of every vendor",
  ),
  "164.310(a)(1)": aws("Guard the data centres; the team guards its own offices"),
  "164.310(a)(2)(i)": aws("Arrange entry to the data centres in an emergency"),
  "164.310(a)(2)(ii)": aws("Keep a security plan for the data centres"),
  "164.310(a)(2)(iii)": aws("Check who enters the data centres"),
  "164.310(a)(2)(iv)": aws("Record repairs of the data centres"),
  "164.310(b)": team("Say how workstations are used", "The workstation policy, acknowledged by every employee"),
  "164.310(c)": team(
    "Guard workstations: disk encryption, screen lock, device management",
    "An inventory of devices from the device management, with encryption and lock status",
  ),
  "164.310(d)(2)(ii)": aws("Wipe storage before it is given to another customer; the team wipes its own devices"),
  "164.314(a)(2)(i)": team(
    "Check that every agreement has the clauses the rule asks for",
    "A checklist for every agreement, signed by counsel",
  ),
  "164.314(a)(2)(ii)": team(
    "Confirm that the organisation is no public body, or make the arrangement",
    "A dated statement of the security official",
  ),
  "164.314(a)(2)(iii)": team(
    "Check that agreements with subcontractors have the same clauses",
    "A checklist for every agreement, signed by counsel",
  ),
  "164.314(b)(1)": team("Confirm that no group health plan is run here", "A dated statement of the security official"),
  "164.314(b)(2)": team("Confirm that no group health plan is run here", "The same statement as for 164.314(b)(1)"),
  "164.316(a)": team(
    "Adopt policies and procedures for every safeguard",
    "The approved policies with version and date",
  ),
  "164.316(b)(2)(ii)": team(
    "Make the policies available to those who carry them out",
    "Where they are published, and who has access there",
  ),
  "164.316(b)(2)(iii)": team(
    "Review the policies every year and after changes",
    "The review record: date, reviewer, changes",
  ),
};

/** What people still do where rules show the technical part. */
const BESIDE_RULES: Partial<Readonly<Record<Safeguard, Duty>>> = {
  "164.308(a)(1)(ii)(B)": team(
    "Decide on every risk of the analysis and follow the decision up",
    "The risk register: decision, owner, due date, state",
  ),
  "164.308(a)(1)(ii)(D)": team(
    "Review audit logs and findings on a schedule",
    "The review record: date, reviewer, what was looked at, what was done",
  ),
  "164.308(a)(3)(ii)(A)": team("Approve who works with patient data", "The approvals, by person and role"),
  "164.308(a)(3)(ii)(C)": team(
    "Remove access on the day somebody leaves",
    "The offboarding checklist of every leaver, with the time access ended",
  ),
  "164.308(a)(4)(ii)(B)": team("Approve every grant of access", "The ticket or pull request that asked and approved"),
  "164.308(a)(4)(ii)(C)": team(
    "Review who has access every quarter, in AWS and in the application",
    "The signed review: list of users and roles, what was removed",
  ),
  "164.308(a)(5)(ii)(C)": team("Look at unusual log-ins", "The alarms that came and what was found"),
  "164.308(a)(6)(ii)": team(
    "Answer incidents, and notify of a breach in time (164.404 to 164.410)",
    "The incident log, the analysis after each incident and the notices sent",
  ),
  "164.308(a)(7)(ii)(C)": team(
    "Practise working in an emergency",
    "The report of the exercise, with who had which emergency access",
  ),
  "164.308(a)(7)(ii)(D)": team(
    "Restore from backup as an exercise and compare with the recovery time",
    "The report of the restore drill: date, data restored, time taken, what changes",
  ),
  "164.308(a)(7)(ii)(E)": team(
    "Rank applications and data by how much care depends on them",
    "The dated ranking, used by the contingency plan",
  ),
  "164.308(a)(8)": team(
    "Have the safeguards evaluated every year and after major changes",
    "The evaluation report, the findings and when they were closed; this report belongs to it",
  ),
  "164.308(b)(1)": team(
    "Use for patient data only services that the agreement with AWS covers",
    "The list of services in use, compared with AWS's list of HIPAA eligible services",
  ),
  "164.310(d)(1)": team("Control the team's own devices and media", "The inventory of devices and media"),
  "164.310(d)(2)(i)": team("Approve the deletion of patient data", "The request, the approval and the day of deletion"),
  "164.310(d)(2)(iii)": team("Record where devices and media go", "The log of hand-overs"),
  "164.312(a)(2)(ii)": team(
    "Practise the emergency access and review each use",
    "The record of each use: who, when, why, and the review afterwards",
  ),
  "164.314(a)(1)": team(
    "Keep the agreements with business associates current",
    "The list of agreements with their end",
  ),
  "164.316(b)(1)": team("Keep policies and records in writing", "The repository of documents, with versions"),
  "164.316(b)(2)(i)": team(
    "Keep documents six years, those on paper too",
    "The retention schedule; this report for every release",
  ),
};

/** What people do for each safeguard, and what they keep to show it. */
export const DUTIES: Partial<Readonly<Record<Safeguard, Duty>>> = { ...WITHOUT_RULES, ...BESIDE_RULES };
