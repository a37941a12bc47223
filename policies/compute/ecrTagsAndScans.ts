import { rule } from "../rule";

const REGISTRY = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";

export const ecrTagsAndScans = rule({
  id: "ecr-tags-and-scans",
  title: "Released images are immutable and scanned",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(c)(1)", "164.308(a)(5)(ii)(B)"],
  remediation: "Set imageTagMutability to IMMUTABLE and imageScanningConfiguration.scanOnPush to true",
  types: ["aws:ecr/repository:Repository"],
  check: (repository) => {
    const tags = repository.at("imageTagMutability");
    if (tags.unknown) return tags.later();
    return tags.text?.startsWith("IMMUTABLE") === true
      ? undefined
      : tags.refuse("a tag in use can be moved to another image");
  },
  checkInStack: (repository, stack) => {
    const scan = repository.at("imageScanningConfiguration", "scanOnPush");
    // Where the registry has a scan of its own, AWS does not look at this flag.
    if (scan.flag === true || stack.all(REGISTRY).length > 0) return undefined;
    return scan.unknown ? scan.later() : scan.refuse("known vulnerabilities in an image go unnoticed");
  },
});
