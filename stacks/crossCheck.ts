import { memoryFix } from "../components/compute/fargateSizes";
import { objectiveProblems } from "../components/resilience/objectives";
import { daysOf, retentionWrong } from "../components/resilience/backupRules";
import { lockProblem, outsideLock } from "../components/resilience/vaultLock";
import { retentionProblem } from "../components/shared/lifecycle";
import type { AccountProfile } from "./accountProfile";
import { type Rule, RULES } from "./crossRules";
import type { Profile } from "./profile";

/** A problem with one key: `key: what is wrong. What to write.` */
export interface Problem {
  readonly key: string;
  readonly wrong: string;
  readonly write?: string;
}

/** What no key can say alone. Sections that are wrong in themselves are absent, so that the others are still checked. */
export function crossCheck(profile: Partial<Profile>): Problem[] {
  const { database, videos, service } = profile;
  const problems: (Problem | false | undefined)[] = [
    ...RULES.filter(({ isBroken }) => isBroken(profile)).map(problemOf),
    database && wrongOrder("database", "Capacity", database.minCapacity, database.maxCapacity),
    service && wrongOrder("service", "Tasks", service.minTasks, service.maxTasks),
    service && wrongMemory(service.cpu, service.memory),
    videos && wrongRetention(videos),
    ...zoneProblems(profile),
    ...backupProblems(profile),
  ];
  return problems.filter((problem) => problem !== false && problem !== undefined);
}

const problemOf = ({ key, wrong, write }: Rule): Problem => ({ key, wrong, ...(write === undefined ? {} : { write }) });

function wrongOrder(section: string, what: string, least: number, most: number): Problem | false {
  return most < least && { key: `${section}.max${what}`, wrong: `${most} is below min${what}` };
}

function zoneProblems({ network, region }: Partial<Profile>): (Problem | false)[] {
  return (network?.availabilityZones ?? []).flatMap((zone, index, zones) => {
    const key = `network.availabilityZones[${index}]`;
    return [
      region !== undefined && !zone.startsWith(region) && { key, wrong: `${zone} is not in ${region}` },
      zones.indexOf(zone) !== index && { key, wrong: `${zone} is listed twice` },
    ];
  });
}

function wrongMemory(cpu: Profile["service"]["cpu"], memory: number): Problem | undefined {
  const write = memoryFix(cpu, memory);
  return write === undefined
    ? undefined
    : { key: "service.memory", wrong: `${memory} MiB is not a size of a Fargate task`, write };
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
function backupProblems(profile: Partial<Profile>): (Problem | false | undefined)[] {
  const { backup } = profile;
  if (backup === undefined) return [];
  const { objectives, retention, copy, lock, continuousBucketDays } = backup;
  const facts = { continuousBuckets: continuousBucketDays !== undefined };
  const kept = Object.entries({ retention, copy }).flatMap(([key, days]) =>
    days === undefined ? [] : [[key, days] as const],
  );
  const locked = lockProblem(lock);
  return [
    ...objectiveProblems(objectives, facts).map(({ field, wrong, fix }) => ({
      key: `backup.objectives.${field}`,
      wrong,
      write: fix,
    })),
    locked && { key: "backup.lock", wrong: locked[0], write: locked[1] },
    ...kept.flatMap(([key, days]) => {
      const wrong = retentionWrong(days);
      const outside = outsideLock(lock, daysOf(days));
      return [
        wrong && { key: `backup.${key}`, wrong: wrong[0], write: wrong[1] },
        outside !== undefined && {
          key: `backup.${key}`,
          wrong: `${outside} days are outside what the vault's lock allows`,
          write: "Write a number between minDays and maxDays of backup.lock",
        },
      ];
    }),
    (copy === undefined) !== (objectives.regionRpoMinutes === undefined) && {
      key: "backup.copy",
      wrong: "and objectives.regionRpoMinutes only make sense together",
      write: "Write both, or neither",
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
      (stack, index) =>
        profile.environments !== undefined &&
        !stacks.includes(stack) && {
          key: `replicateImages[${index}]`,
          wrong: `"${stack}" is not one of environments`,
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
  return problems.filter((problem) => problem !== false);
}
