import type { Snapshot } from "../../shared/snapshot/snapshot";
import { toSvg } from "./draw/svg";
import { narrow } from "./draw/narrow";
import { wide } from "./draw/wide";
import { buildModel } from "./model/buildModel";

export interface DiagramOptions {
  /** `wide`: for a window of 1280 pixels. `narrow`: for a phone. */
  readonly width: "wide" | "narrow";
}

/** The architecture of a stack as a self-contained SVG, drawn from its graph. */
export function diagram(snapshot: Snapshot, { width }: DiagramOptions = { width: "wide" }): string {
  const model = buildModel(snapshot);
  const drawing = width === "wide" ? wide(model) : narrow(model);
  return toSvg(drawing, `architecture-${width}`, model.title, model.description);
}
