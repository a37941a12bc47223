import type { Safeguard } from "./safeguards";

/**
 * Safeguards that no rule about a program's resources can show, and why. `Control` leaves them out, so a rule that cites
 * one does not compile.
 */
export const NOT_BY_RULE = {
  "164.308(a)(1)(i)": "A process of people. Its implementation specifications are cited where a resource shows them",
  "164.308(a)(1)(ii)(A)": "An assessment that people write; a program shows what was decided, not what was weighed",
  "164.308(a)(1)(ii)(C)": "What happens to a person who breaks the policies is decided by an employer",
  "164.308(a)(2)": "Naming the official who is responsible is an act of the organisation",
  "164.308(a)(3)(ii)(B)": "Whether a person may be trusted with the data is found out before there is an account",
  "164.308(a)(4)(ii)(A)": "For clearinghouses inside a larger organisation; nothing in a resource says that it is one",
  "164.308(a)(5)(i)": "Training is given to people, by people",
  "164.308(a)(5)(ii)(A)": "Reminders are sent to people by people",
  "164.308(a)(6)(i)": "A policy of people. What software does about an incident is cited under (a)(6)(ii)",
  "164.308(a)(7)(i)": "The plan itself is a text. What it rests on is cited under (a)(7)(ii)(A) to (E)",
  "164.308(b)(2)": "A contract between a business associate and its subcontractor",
  "164.308(b)(3)": "The signed text of a contract; for AWS it is accepted in AWS Artifact, which is no resource",
  "164.310(a)(1)": "AWS guards its buildings; its SOC reports show it, and no setting of a customer changes it",
  "164.310(a)(2)(i)": "Entry to a building in an emergency, which AWS arranges for its own",
  "164.310(a)(2)(ii)": "The plan for guarding a building, which AWS writes for its own",
  "164.310(a)(2)(iii)": "Checking visitors of a building, which AWS does for its own",
  "164.310(a)(2)(iv)": "Repairs of doors, walls and locks, which AWS records for its own",
  "164.310(b)": "How people use the machine in front of them is not declared in a cloud program",
  "164.310(c)": "Guarding the machine in front of people is not declared in a cloud program",
  "164.310(d)(2)(ii)":
    "AWS wipes disks before it gives them to others; a customer can only encrypt, which (a)(2)(iv) of 164.312 asks for",
  "164.314(a)(2)(i)": "What a contract has to say is read in the contract",
  "164.314(a)(2)(ii)": "Arrangements between public bodies, which take the place of a contract",
  "164.314(a)(2)(iii)": "What a contract with a subcontractor has to say is read in it",
  "164.314(b)(1)": "For group health plans, which this platform is not",
  "164.314(b)(2)": "What the documents of a group health plan have to say",
  "164.316(a)": "Policies and procedures are texts that people adopt",
  "164.316(b)(2)(ii)": "Who has the documents at hand is a matter of the organisation",
  "164.316(b)(2)(iii)": "Reviewing the documents is work of people",
} as const satisfies Partial<Record<Safeguard, string>>;
