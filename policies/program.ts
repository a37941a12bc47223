/** What a program needs to run the rules by itself. Nothing here loads the SDK of policies or of a provider. */
export { Guard } from "./engine/guard";
export { pack } from "./pack";
