import type { Profile } from "./profile";

/** One thing that no key can say alone. */
export interface Rule {
  readonly key: string;
  readonly isBroken: (profile: Partial<Profile>) => boolean;
  readonly wrong: string;
  readonly write?: string;
}

const isPhi = ({ dataClass }: Partial<Profile>) => dataClass === "phi";
const hasNoNat = ({ network }: Partial<Profile>) => network?.natGateways === "none";

/** In the order of the settings' pages: where data is, the network, what holds data, what serves it. */
export const RULES: readonly Rule[] = [
  {
    key: "recoveryRegion",
    isBroken: ({ region, recoveryRegion }) => region !== undefined && recoveryRegion === region,
    wrong: "is the same as region",
    write: "Name another region",
  },
  {
    key: "baaSigned",
    isBroken: (profile) => isPhi(profile) && profile.baaSigned === false,
    wrong: "is false, and PHI may not be stored before the addendum is accepted (45 CFR 164.308(b)(1))",
    write: "Accept the AWS Business Associate Addendum in AWS Artifact, then write true",
  },
  {
    key: "deletionProtection",
    isBroken: (profile) => isPhi(profile) && profile.deletionProtection === false,
    wrong: "is false, and PHI may not be deleted by mistake (45 CFR 164.308(a)(7)(i))",
    write: "Write true",
  },
  {
    key: "database.pauseAfterSeconds",
    isBroken: ({ database }) => database?.pauseAfterSeconds !== undefined && database.minCapacity > 0,
    wrong: "does nothing unless minCapacity is 0",
    write: "Remove it",
  },
  {
    key: "database.pauseAfterSeconds",
    isBroken: ({ database }) => database?.pauseAfterSeconds === undefined && database?.minCapacity === 0,
    wrong: "is missing, and minCapacity is 0",
    write: "Write 600",
  },
  {
    key: "database.proxy",
    isBroken: ({ database }) => database?.proxy === true && database.minCapacity === 0,
    wrong: "is true, and a proxy keeps a paused database awake",
    write: "Write false",
  },
  {
    key: "network.natGateways",
    isBroken: (profile) => hasNoNat(profile) && profile.network?.interfaceEndpoints === "none",
    wrong: "is none without interface endpoints, so no task could pull its image",
    write: "Write single, or set interfaceEndpoints to minimal",
  },
  {
    key: "network.interfaceEndpoints",
    isBroken: (profile) => hasNoNat(profile) && profile.network?.interfaceEndpoints === "minimal",
    wrong: "is minimal, and without a NAT gateway shells in tasks also need the endpoints of SSM",
    write: "Write full",
  },
  {
    key: "videos.keepVersions",
    isBroken: ({ videos }) => videos?.replicate === true && !videos.keepVersions,
    wrong: "is false, and S3 replicates only buckets with versions",
    write: "Write true",
  },
  {
    key: "web.basicAuthUser",
    isBroken: (profile) =>
      profile.dataClass !== undefined &&
      !isPhi(profile) &&
      profile.web !== undefined &&
      profile.web.basicAuthUser === undefined,
    wrong: "is missing, and only the site of real patients is open to everybody",
    write: "Write a user name, and the password with: config set --secret telehealth:webPassword",
  },
  {
    key: "delivery.approval",
    isBroken: (profile) => isPhi(profile) && profile.delivery?.approval === false,
    wrong: "is false, and no release may reach patients' data without review (45 CFR 164.308(a)(1)(ii)(B))",
    write: "Write true",
  },
  {
    key: "service.imageTag",
    isBroken: (profile) =>
      hasNoNat(profile) &&
      profile.network?.interfaceEndpoints !== "none" &&
      profile.service !== undefined &&
      profile.service.imageTag === undefined,
    wrong: "is missing, and without a NAT gateway the stand-in for the first image cannot be pulled",
    write: "Write single for network.natGateways until an image is pushed",
  },
  {
    key: "backup.lock",
    isBroken: (profile) => isPhi(profile) && profile.backup?.lock === "none",
    wrong: "is none, and backups of patients' data may not be deleted early (45 CFR 164.308(a)(7)(ii)(A))",
    write: "Write mode governance with minDays and maxDays",
  },
  {
    key: "backup.copy",
    isBroken: (profile) => isPhi(profile) && profile.backup !== undefined && profile.backup.copy === undefined,
    wrong: "is missing, and patients' data must survive the loss of a region (45 CFR 164.308(a)(7)(ii)(B))",
    write: "Write snapshotDays",
  },
  {
    key: "backup.restoreTests",
    isBroken: (profile) => isPhi(profile) && profile.backup !== undefined && profile.backup.restoreTests === undefined,
    wrong: "is missing, and a backup that was never restored proves nothing (45 CFR 164.308(a)(7)(ii)(D))",
    write: "Write a schedule, such as cron(0 9 ? * TUE#1 *)",
  },
];
