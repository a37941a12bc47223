import { memoryFix } from "../components/compute/fargateSizes";
import { retentionProblem } from "../components/shared/lifecycle";
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
