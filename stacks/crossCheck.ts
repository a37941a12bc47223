import { memoryFix } from "../components/compute/fargateSizes";
import { objectiveProblems } from "../components/resilience/objectives";
import { daysOf, retentionWrong } from "../components/resilience/backupRules";
import { lockProblem, outsideLock } from "../components/resilience/vaultLock";
import { retentionProblem } from "../components/shared/lifecycle";
import type { AccountProfile } from "./accountProfile";
import type { Profile } from "./profile";

/** A problem with one key: `key: what is wrong. What to write.` */
export interface Problem {
  readonly key: string;
  readonly wrong: string;
  readonly write?: string;
}

/** What no key can say alone. Sections that are wrong in themselves are absent, so that the others are still checked. */
export function crossCheck(profile: Partial<Profile>): Problem[] {
  const { database: db, network: net, videos, service, region: home } = profile;
  const isPhi = profile.dataClass === "phi";
  const problems: (Problem | false | undefined)[] = [
    home !== undefined &&
      profile.recoveryRegion === home && {
        key: "recoveryRegion",
        wrong: "is the same as region",
        write: "Name another region",
      },
    isPhi &&
      profile.baaSigned === false && {
        key: "baaSigned",
        wrong: "is false, and PHI may not be stored before the addendum is accepted (45 CFR 164.308(b)(1))",
        write: "Accept the AWS Business Associate Addendum in AWS Artifact, then write true",
      },
    isPhi &&
      profile.deletionProtection === false && {
        key: "deletionProtection",
        wrong: "is false, and PHI may not vanish by mistake (45 CFR 164.308(a)(7)(i))",
        write: "Write true",
      },
    db &&
      db.maxCapacity < db.minCapacity && {
        key: "database.maxCapacity",
        wrong: `${db.maxCapacity} is below minCapacity`,
      },
    db &&
      db.pauseAfterSeconds !== undefined &&
      db.minCapacity > 0 && {
        key: "database.pauseAfterSeconds",
        wrong: "does nothing unless minCapacity is 0",
        write: "Remove it",
      },
    db &&
      db.pauseAfterSeconds === undefined &&
      db.minCapacity === 0 && {
        key: "database.pauseAfterSeconds",
        wrong: "is missing, and minCapacity is 0",
        write: "Write 600",
      },
    db &&
      db.proxy &&
      db.minCapacity === 0 && {
        key: "database.proxy",
        wrong: "is true, and a proxy keeps a paused database awake",
        write: "Write false",
      },
    net?.natGateways === "none" &&
      net.interfaceEndpoints === "none" && {
        key: "network.natGateways",
        wrong: "is none without interface endpoints, so no task could pull its image",
        write: "Write single, or set interfaceEndpoints to minimal",
      },
    videos && wrongRetention(videos),
    videos?.replicate === true &&
      !videos.keepVersions && {
        key: "videos.keepVersions",
        wrong: "is false, and only recordings with versions can be copied",
        write: "Write true",
      },
    net?.natGateways === "none" &&
      net.interfaceEndpoints === "minimal" && {
        key: "network.interfaceEndpoints",
        wrong: "is minimal, and without a NAT gateway shells in tasks need the endpoints of SSM too",
        write: "Write full",
      },
    profile.web !== undefined &&
      profile.dataClass !== undefined &&
      !isPhi &&
      profile.web.basicAuthUser === undefined && {
        key: "web.basicAuthUser",
        wrong: "is missing, and only the site of real patients is open to everybody",
        write: "Write a user name, and the password with: config set --secret telehealth:webPassword",
      },
    isPhi &&
      profile.delivery?.approval === false && {
        key: "delivery.approval",
        wrong: "is false, and no release may reach patients' data unseen (45 CFR 164.308(a)(1)(ii)(B))",
        write: "Write true",
      },
    ...backupProblems(profile, isPhi),
    service && wrongMemory(service.cpu, service.memory),
    service !== undefined &&
      service.imageTag === undefined &&
      net?.natGateways === "none" &&
      net.interfaceEndpoints !== "none" && {
        key: "service.imageTag",
        wrong: "is missing, and without a NAT gateway the stand-in for the first image cannot be pulled",
        write: "Write single for network.natGateways until an image is pushed",
      },
    service &&
      service.maxTasks < service.minTasks && {
        key: "service.maxTasks",
        wrong: `${service.maxTasks} is below minTasks`,
      },
    ...(net?.availabilityZones ?? []).flatMap((zone, index, all) => [
      home !== undefined &&
        !zone.startsWith(home) && { key: `network.availabilityZones[${index}]`, wrong: `${zone} is not in ${home}` },
      all.indexOf(zone) !== index && { key: `network.availabilityZones[${index}]`, wrong: `${zone} is named twice` },
    ]),
  ];
  return problems.filter((each) => each !== false && each !== undefined);
}

function wrongMemory(cpu: Profile["service"]["cpu"], memory: number): Problem | undefined {
  const write = memoryFix(cpu, memory);
  return write === undefined
    ? undefined
    : { key: "service.memory", wrong: `${memory} MiB is no size of a Fargate task`, write };
}

/** The bucket's own check, so that its verdict comes with all others. */
function wrongRetention(videos: Profile["videos"]): Problem | undefined {
  const archive = { afterDays: videos.archiveAfterDays, storageClass: videos.archiveClass };
  const problem = retentionProblem({
    keepNoncurrentDays: undefined,
    archive,
    expireAfterDays: videos.retentionDays,
    intelligentTiering: false,
  });
  return problem && { key: "videos.retentionDays", wrong: problem[1], write: problem[2] };
}

/** Whether the plan keeps its promises, and whether its lock lets it. */
function backupProblems({ backup }: Partial<Profile>, isPhi: boolean): (Problem | false | undefined)[] {
  if (backup === undefined) return [];
  const { objectives, retention, copy, lock, continuousBucketDays, restoreTests } = backup;
  const facts = { continuousBuckets: continuousBucketDays !== undefined };
  const kept = Object.entries({ retention, copy }).flatMap(([key, each]) =>
    each === undefined ? [] : [[key, each] as const],
  );
  const locked = lockProblem(lock);
  return [
    ...objectiveProblems(objectives, facts).map(({ field, wrong, fix }) => ({
      key: `backup.objectives.${field}`,
      wrong,
      write: fix,
    })),
    locked && { key: "backup.lock", wrong: locked[0], write: locked[1] },
    ...kept.flatMap(([key, each]) => {
      const wrong = retentionWrong(each);
      const outside = outsideLock(lock, daysOf(each));
      return [
        wrong && { key: `backup.${key}`, wrong: wrong[0], write: wrong[1] },
        outside !== undefined && {
          key: `backup.${key}`,
          wrong: `${outside} days are outside of what the vault's lock allows`,
          write: "Write a number between minDays and maxDays of backup.lock",
        },
      ];
    }),
    (copy === undefined) !== (objectives.regionRpoMinutes === undefined) && {
      key: "backup.copy",
      wrong: "and objectives.regionRpoMinutes only make sense together",
      write: "Write both, or neither",
    },
    isPhi &&
      lock === "none" && {
        key: "backup.lock",
        wrong: "is none, and backups of patients' data may not be deleted early (45 CFR 164.308(a)(7)(ii)(A))",
        write: "Write mode governance with minDays and maxDays",
      },
    isPhi &&
      copy === undefined && {
        key: "backup.copy",
        wrong: "is missing, and patients' data must survive the loss of a region (45 CFR 164.308(a)(7)(ii)(B))",
        write: "Write snapshotDays",
      },
    isPhi &&
      restoreTests === undefined && {
        key: "backup.restoreTests",
        wrong: "is missing, and a backup that was never restored is a hope (45 CFR 164.308(a)(7)(ii)(D))",
        write: "Write a schedule, such as cron(0 9 ? * TUE#1 *)",
      },
  ];
}

/** What no key of the account's settings can say alone. */
export function crossCheckAccount(profile: Partial<AccountProfile>): Problem[] {
  const { region, recoveryRegion, repository, repositoryIds } = profile;
  const stacks = (profile.environments ?? []).map(({ stack }) => stack);
  const problems: (Problem | false)[] = [
    region !== undefined &&
      recoveryRegion === region && {
        key: "recoveryRegion",
        wrong: "is the same as region",
        write: "Name another region",
      },
    ...(profile.replicateImages ?? []).map(
      (each, index) =>
        profile.environments !== undefined &&
        !stacks.includes(each) && {
          key: `replicateImages[${index}]`,
          wrong: `"${each}" is none of environments`,
          write: `Write one of ${stacks.join(", ")}, or [] for none`,
        },
    ),
    repositoryIds !== undefined &&
      repository === undefined && {
        key: "repository",
        wrong: "is missing, and repositoryIds are its numbers",
        write: "Write its owner/name, or remove repositoryIds",
      },
  ];
  return problems.filter((each) => each !== false);
}
