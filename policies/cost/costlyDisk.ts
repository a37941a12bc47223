import { rule } from "../rule";

/** gp3 gives 3,000 for nothing (12,000 to databases of 400 GiB and more); beyond 20,000 each costs by the month. */
const MOST = 20_000;

export const costlyDisk = rule({
  id: "costly-disk",
  title: "No disk pays for provisioned IOPS that it does not need",
  family: "cost",
  severity: "low",
  level: "advisory",
  controls: ["164.308(a)(1)(ii)(B)"],
  remediation: "Use gp3 with fewer IOPS, or Aurora's I/O-Optimized storage",
  types: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster", "aws:ebs/volume:Volume"],
  check: (disk) => {
    const iops = disk.at("iops");
    if (iops.unknown) return iops.later();
    return (iops.number ?? 0) > MOST
      ? iops.refuse(`${String(iops.number)} provisioned IOPS are billed all month`)
      : undefined;
  },
});
