import { createAdmin } from "./createAdmin";
import { importCdk } from "./importCdk";
import { importDump } from "./importDump";
import { logs } from "./logs";
import { migrate } from "./migrate";
import { recoverySettings } from "./recoverySettings";
import { restoreDrill } from "./restoreDrill";
import { rotateVideoKey } from "./rotateVideoKey";
import type { Operation } from "./shared/operation";
import { signVideo } from "./signVideo";
import { tunnel } from "./tunnel";

/** Every operation, in the order in which `npm run ops` lists them: of a first deployment, of every day, of a bad one. */
export const operations: readonly Operation[] = [
  migrate,
  createAdmin,
  importDump,
  importCdk,
  logs,
  tunnel,
  signVideo,
  rotateVideoKey,
  restoreDrill,
  recoverySettings,
];
