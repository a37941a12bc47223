import * as pulumi from "@pulumi/pulumi";

/** Stops the deployment with an error shown on the component's own URN: `field: what is wrong. What to write.` */
export function invalid(component: pulumi.Resource, field: string, wrong: string, fix: string): never {
  throw new pulumi.ResourceError(`${field}: ${wrong}. ${fix}.`, component, true);
}
