/**
 * The safeguards of the HIPAA Security Rule (45 CFR Part 164 Subpart C) that rules cite, with the rule's own headings.
 * A citation that is not listed here does not compile.
 */
export const CONTROLS = {
  "164.308(a)(1)(ii)(B)": "Risk management",
  "164.308(a)(4)(ii)(B)": "Access authorization",
  "164.308(a)(7)(ii)(A)": "Data backup plan",
  "164.308(a)(7)(ii)(B)": "Disaster recovery plan",
  "164.310(d)(1)": "Device and media controls",
  "164.310(d)(2)(iv)": "Data backup and storage",
  "164.312(a)(1)": "Access control",
  "164.312(a)(2)(iv)": "Encryption and decryption",
  "164.312(b)": "Audit controls",
  "164.312(c)(1)": "Integrity",
  "164.312(d)": "Person or entity authentication",
  "164.312(e)(1)": "Transmission security",
  "164.316(b)(2)(i)": "Time limit of six years for documentation",
} as const;

export type Control = keyof typeof CONTROLS;

/** Where the text of a safeguard can be read. */
export function urlOf(control: Control): string {
  return `https://www.ecfr.gov/current/title-45/section-${control.split("(")[0] ?? control}`;
}
