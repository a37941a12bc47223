import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { type Check, type Finding, runChecks } from "../finding";

/** Why something may not work: every link it needs, in the order in which a request meets them. */
export interface Explanation {
  readonly title: string;
  readonly links: (snapshot: Snapshot) => readonly Finding[];
  /** Commands that look at the running system; they change nothing. */
  readonly commands: (snapshot: Snapshot) => readonly string[];
}

/** @param scene Finds the parts that the links are about, once. */
export function explanation<Scene>(description: {
  readonly name: string;
  readonly title: string;
  readonly scene: (snapshot: Snapshot) => Scene;
  readonly links: readonly Check<Scene>[];
  readonly commands: (scene: Scene) => readonly string[];
}): Explanation {
  const { name, title, scene, links, commands } = description;
  return {
    title,
    links: (snapshot) => runChecks(name, links, scene(snapshot)),
    commands: (snapshot) => commands(scene(snapshot)),
  };
}

/** What brings back a link that the program makes but the state does not have. */
export const upAgain = ({ stack }: Snapshot): string =>
  `npm run preview -- --stack ${stack}, and npm run up -- --stack ${stack} if it makes what is missing`;
