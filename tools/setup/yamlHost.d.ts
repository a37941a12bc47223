/** The folder of Pulumi's language host for YAML, to be put on PATH; undefined until it is built. */
export function findYamlHost(root: string): string | undefined;
