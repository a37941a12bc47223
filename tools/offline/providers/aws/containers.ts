import { isDeepStrictEqual } from "node:util";
import type { Wire, WireMap } from "../wire";
import { isList, isMap } from "../wire";

/** What ECS adds to a container that does not say it: `RegisterTaskDefinition`, Amazon ECS API Reference. */
const DEFAULTS: WireMap = {
  cpu: 0,
  environment: [],
  essential: true,
  mountPoints: [],
  portMappings: [],
  systemControls: [],
  volumesFrom: [],
};
/** What it adds to a health check. */
const HEALTH_DEFAULTS: WireMap = { interval: 30, retries: 3, timeout: 5 };

/** The containers of a task as ECS gives them back. */
export function returnedContainers(containers: Wire): Wire {
  return mapContainers(containers, (container) => {
    const made: Record<string, Wire> = { ...DEFAULTS, ...container };
    const { healthCheck, linuxParameters } = made;
    if (isMap(healthCheck)) made["healthCheck"] = { ...HEALTH_DEFAULTS, ...healthCheck };
    if (isMap(linuxParameters) && isMap(linuxParameters["capabilities"]))
      made["linuxParameters"] = {
        ...linuxParameters,
        capabilities: { add: [], drop: [], ...linuxParameters["capabilities"] },
      };
    return made;
  });
}

/**
 * What the real provider compares them by: internal/service/ecs/container_definitions.go takes the defaults away and orders what
 * has no order, but leaves `linuxParameters` as they are. A difference replaces the task definition.
 */
export function comparableContainers(containers: Wire): Wire {
  return mapContainers(containers, (container) => {
    const told = Object.entries(container).filter(
      ([key, value]) => !isDeepStrictEqual(value, DEFAULTS[key]) && !(isList(value) && value.length === 0),
    );
    const made = Object.fromEntries(told.map(([key, value]) => [key, UNORDERED.has(key) ? inOrder(value) : value]));
    const { healthCheck } = made;
    return isMap(healthCheck) ? { ...made, healthCheck: { ...HEALTH_DEFAULTS, ...healthCheck } } : made;
  });
}

const UNORDERED = new Set(["environment", "secrets"]);

function inOrder(value: Wire): Wire {
  return isList(value) ? value.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) : value;
}

function mapContainers(containers: Wire, change: (container: WireMap) => WireMap): Wire {
  return isList(containers) ? containers.map((each) => (isMap(each) ? change(each) : each)) : containers;
}
