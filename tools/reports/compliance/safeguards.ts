import type { Safeguard } from "../../../policies/controls";
import type { Kind } from "./matrix";

/** The parts of the Security Rule, by section number. */
export const SECTIONS: Readonly<Record<string, string>> = {
  "164.308": "Administrative safeguards",
  "164.310": "Physical safeguards",
  "164.312": "Technical safeguards",
  "164.314": "Organizational requirements",
  "164.316": "Policies, procedures and documentation",
};

/** The number of the section a citation belongs to: 164.312(a)(1) is in 164.312. */
export function sectionOf(safeguard: Safeguard): string {
  return safeguard.split("(")[0] ?? safeguard;
}

/**
 * How the Security Rule marks each of its safeguards, and what it asks for in words of our own.
 *
 * The marks are those of 45 CFR 164.308 to 164.316 and of Appendix A to Subpart C of Part 164, as in force on 2026-11-24.
 * Addressable is not optional: 164.306(d)(3) asks to do it, or to write down why not and to do something equivalent. HHS
 * proposed on 2025-01-06 (90 FR 898) to make nearly all of them required.
 */
export const ASKS: Readonly<Record<Safeguard, readonly [Kind, string]>> = {
  "164.308(a)(1)(i)": ["standard", "Prevent, detect, contain and correct security violations"],
  "164.308(a)(1)(ii)(A)": ["required", "Assess what could happen to patient data and how likely it is"],
  "164.308(a)(1)(ii)(B)": ["required", "Bring those risks down to a reasonable level"],
  "164.308(a)(1)(ii)(C)": ["required", "Act against staff who break the security policies"],
  "164.308(a)(1)(ii)(D)": ["required", "Look through audit logs, access reports and incident records regularly"],
  "164.308(a)(2)": ["standard", "Name one person who answers for security"],
  "164.308(a)(3)(i)": ["standard", "Give staff the access their work needs, and keep out everybody else"],
  "164.308(a)(3)(ii)(A)": ["addressable", "Authorize or supervise staff where patient data can be reached"],
  "164.308(a)(3)(ii)(B)": ["addressable", "Find out whether a person's access to patient data is appropriate"],
  "164.308(a)(3)(ii)(C)": ["addressable", "End access when somebody leaves or no longer needs it"],
  "164.308(a)(4)(i)": ["standard", "Have rules for who may get access to patient data"],
  "164.308(a)(4)(ii)(A)": ["required", "Keep a clearinghouse apart from the larger organisation around it"],
  "164.308(a)(4)(ii)(B)": ["addressable", "Grant access by a procedure: to a system, a program, a process"],
  "164.308(a)(4)(ii)(C)": ["addressable", "Record, review and change what each user may reach"],
  "164.308(a)(5)(i)": ["standard", "Train everybody, management included, in security"],
  "164.308(a)(5)(ii)(A)": ["addressable", "Remind people of security from time to time"],
  "164.308(a)(5)(ii)(B)": ["addressable", "Guard against, find and report malicious software"],
  "164.308(a)(5)(ii)(C)": ["addressable", "Watch attempts to log in and report what is unusual"],
  "164.308(a)(5)(ii)(D)": ["addressable", "Create, change and safeguard passwords by a procedure"],
  "164.308(a)(6)(i)": ["standard", "Have a policy for security incidents"],
  "164.308(a)(6)(ii)": ["required", "Recognise incidents, answer them, limit the harm and record the outcome"],
  "164.308(a)(7)(i)": ["standard", "Plan for emergencies that damage systems with patient data"],
  "164.308(a)(7)(ii)(A)": ["required", "Make exact copies of patient data that can be retrieved"],
  "164.308(a)(7)(ii)(B)": ["required", "Be able to restore lost data"],
  "164.308(a)(7)(ii)(C)": ["required", "Keep patient data protected while working in an emergency"],
  "164.308(a)(7)(ii)(D)": ["addressable", "Test the contingency plans and revise them"],
  "164.308(a)(7)(ii)(E)": ["addressable", "Know which applications and data matter most in an emergency"],
  "164.308(a)(8)": ["standard", "Evaluate regularly, and after changes, whether security meets the rule"],
  "164.308(b)(1)": ["standard", "Let a business associate handle patient data only with its assurance to guard it"],
  "164.308(b)(2)": ["standard", "Let a subcontractor handle patient data only with the same assurance"],
  "164.308(b)(3)": ["required", "Have that assurance in a written contract"],
  "164.310(a)(1)": ["standard", "Limit who can enter the buildings that house the systems"],
  "164.310(a)(2)(i)": ["addressable", "Allow entry for restoring data in an emergency"],
  "164.310(a)(2)(ii)": ["addressable", "Guard the building and its equipment against intrusion and theft"],
  "164.310(a)(2)(iii)": ["addressable", "Check who enters by role, visitors included"],
  "164.310(a)(2)(iv)": ["addressable", "Record repairs of the building that touch its security"],
  "164.310(b)": ["standard", "Say how and where workstations that reach patient data are used"],
  "164.310(c)": ["standard", "Keep such workstations out of the hands of others"],
  "164.310(d)(1)": ["standard", "Control hardware and media that move into, out of and within a building"],
  "164.310(d)(2)(i)": ["required", "Dispose of patient data and of the media it is on"],
  "164.310(d)(2)(ii)": ["required", "Remove patient data before media are used again"],
  "164.310(d)(2)(iii)": ["addressable", "Record where hardware and media go and who is responsible"],
  "164.310(d)(2)(iv)": ["addressable", "Make a retrievable copy before equipment is moved"],
  "164.312(a)(1)": ["standard", "Let only those persons and programs in that have been granted access"],
  "164.312(a)(2)(i)": ["required", "Give every user a name or number of their own"],
  "164.312(a)(2)(ii)": ["required", "Be able to get at patient data in an emergency"],
  "164.312(a)(2)(iii)": ["addressable", "End a session after a time of inactivity"],
  "164.312(a)(2)(iv)": ["addressable", "Encrypt patient data at rest"],
  "164.312(b)": ["standard", "Record and examine what happens in systems with patient data"],
  "164.312(c)(1)": ["standard", "Protect patient data from improper change and destruction"],
  "164.312(c)(2)": ["addressable", "Be able to tell that patient data was not changed or destroyed without permission"],
  "164.312(d)": ["standard", "Verify that whoever asks for access is who they claim to be"],
  "164.312(e)(1)": ["standard", "Guard patient data against others while it travels over a network"],
  "164.312(e)(2)(i)": ["addressable", "Notice when data was changed on its way"],
  "164.312(e)(2)(ii)": ["addressable", "Encrypt patient data on its way where appropriate"],
  "164.314(a)(1)": ["standard", "Have contracts with business associates that meet the rule"],
  "164.314(a)(2)(i)": ["required", "Have the contract oblige them to guard the data and to report incidents"],
  "164.314(a)(2)(ii)": ["required", "Between public bodies, have an arrangement that does the same"],
  "164.314(a)(2)(iii)": ["required", "Have the same contract between an associate and its subcontractor"],
  "164.314(b)(1)": ["standard", "Have a group health plan's sponsor guard patient data"],
  "164.314(b)(2)": ["required", "Say so in the documents of the plan"],
  "164.316(a)": ["standard", "Have policies and procedures that meet the rule"],
  "164.316(b)(1)": ["standard", "Keep them, and the actions they ask to record, in writing"],
  "164.316(b)(2)(i)": ["required", "Keep the documents six years from creation or from last effect"],
  "164.316(b)(2)(ii)": ["required", "Make the documents available to those who carry them out"],
  "164.316(b)(2)(iii)": ["required", "Review the documents periodically and update them"],
};
