import { skipTracesOfPromises } from "../stacks/traces";
import { installMocks } from "./harness";

// As the program does: tests make some ten thousand resources.
skipTracesOfPromises();
installMocks();
