import { namingOf } from "../naming";
import type { Shape, Shapes } from "../template";
import { apiShapes } from "./api";
import { auditShapes } from "./audit";
import { cdnShapes } from "./cdn";
import { computeShapes } from "./compute";
import { databaseShapes } from "./database";
import { deliveryShapes } from "./delivery";
import { identityShapes } from "./identity";
import { loadBalancerShapes } from "./loadBalancing";
import { messagingShapes } from "./messaging";
import { networkShapes } from "./network";
import { resilienceShapes } from "./resilience";
import { securityShapes } from "./security";
import { storageShapes } from "./storage";

/** Every type whose outputs are described. To add one, write it into the table of its domain. */
export const SHAPES: Shapes = {
  ...apiShapes,
  ...auditShapes,
  ...cdnShapes,
  ...computeShapes,
  ...databaseShapes,
  ...deliveryShapes,
  ...identityShapes,
  ...loadBalancerShapes,
  ...messagingShapes,
  ...networkShapes,
  ...resilienceShapes,
  ...securityShapes,
  ...storageShapes,
};

/** A type without a table is identified by its name in AWS, or by its logical name and seven digits. */
export function shapeOf(type: string): Shape {
  return SHAPES[type] ?? { id: namingOf(type) ? "{name}" : "{name}-{hex7}" };
}
