/** Restore tests take no hyphen: AWS, "CreateRestoreTestingPlan". */
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,49}$/;

/** What to write instead of a name that AWS Backup would refuse; undefined when it is fine. */
export function nameFix(name: string): string | undefined {
  return NAME.test(name) ? undefined : "Use up to 50 letters, digits and _, a letter first";
}
