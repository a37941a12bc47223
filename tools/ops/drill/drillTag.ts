import type { DBCluster, Tag } from "@aws-sdk/client-rds";

/** On whatever a drill makes; its value is the identifier of the drill's own cluster. */
const KEY = "telehealth:restore-drill";

export const drillTag = (identifier: string): Tag => ({ Key: KEY, Value: identifier });

/** Whether a drill made this cluster, under this very name: tags may be copied from cluster to cluster. */
export function isFromDrill({ DBClusterIdentifier, TagList = [] }: DBCluster): boolean {
  return TagList.some(({ Key, Value }) => Key === KEY && Value === DBClusterIdentifier);
}

/** Tags of the original, for whoever counts costs or looks for PHI by tag. Nobody may set those of AWS. */
export function tagsFor(identifier: string, { TagList = [] }: DBCluster): Tag[] {
  const own = TagList.filter(({ Key = "" }) => !Key.startsWith("aws:") && Key !== KEY);
  return [...own, drillTag(identifier)];
}
