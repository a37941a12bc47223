import { tableOf } from "../../../catalogue";
import { namingOf } from "./naming";
import type { Shape, Shapes } from "./template";

/** Every type whose outputs are described. */
export const SHAPES: Shapes = tableOf(({ outputs }) => outputs);

/** A type that is not is identified by its name in AWS, or by its logical name and seven digits. */
export function shapeOf(type: string): Shape {
  return SHAPES[type] ?? { id: namingOf(type) ? "{name}" : "{name}-{hex7}" };
}
