import type * as pulumi from "@pulumi/pulumi";

/**
 * Puts one permissions boundary on every role below the component or stack it is given to, as a `transforms` option: a
 * deploy role that may make roles only with a boundary could otherwise make none.
 */
export function boundedRoles(boundaryArn: string): pulumi.ResourceTransform {
  return ({ type, props, opts }) =>
    type === "aws:iam/role:Role" ? { props: { permissionsBoundary: boundaryArn, ...props }, opts } : undefined;
}
