import type { Time } from "./times";

/** A type whose time depends on a setting. */
export interface Variant {
  /** Stands behind the type in a table: `VpcEndpoint, interface`. */
  readonly name: string;
  readonly when: (inputs: Readonly<Record<string, unknown>>) => boolean;
  readonly time: Time;
}

/** The first that fits counts; if none does, the type's own time. A value that is not known yet fits none. */
export const VARIANTS: Readonly<Record<string, readonly Variant[]>> = {
  // What Amplify does after the call goes on behind the update's back.
  "aws:amplify/domainAssociation:DomainAssociation": [
    { name: "not waited for", when: (inputs) => inputs["waitForVerification"] === false, time: [2, 10, 60] },
  ],
  // It is usable when it is everywhere, some minutes later.
  "aws:cloudfront/distribution:Distribution": [
    { name: "not waited for", when: (inputs) => inputs["waitForDeployment"] === false, time: [3, 6, 20] },
  ],
  "aws:ec2/subnet:Subnet": [
    // The provider waits 10 s until the attribute can be read.
    { name: "public addresses", when: (inputs) => inputs["mapPublicIpOnLaunch"] === true, time: [11, 11, 20] },
  ],
  "aws:ec2/vpc:Vpc": [
    { name: "DNS host names", when: (inputs) => inputs["enableDnsHostnames"] === true, time: [11, 12, 25] },
  ],
  "aws:ec2/vpcEndpoint:VpcEndpoint": [
    { name: "interface", when: (inputs) => inputs["vpcEndpointType"] === "Interface", time: [45, 90, 300] },
  ],
  // A rolling update with health checks until the tasks run.
  "aws:ecs/service:Service": [
    { name: "until steady", when: (inputs) => inputs["waitForSteadyState"] === true, time: [90, 240, 1200] },
  ],
  // Network interfaces in a VPC are shared by subnet and security groups; the first one is slow.
  "aws:lambda/function:Function": [
    { name: "in a VPC", when: (inputs) => inputs["vpcConfig"] !== undefined, time: [10, 30, 120] },
  ],
};
