/** The prefix lengths of one VPC, as awsx wants them. */
export interface SubnetPlan {
  /** The block reserved for each availability zone, used or not. */
  readonly zone: number;
  readonly public: number;
  readonly private: number;
  readonly isolated: number;
}

/** A VPC of this size, or anything between, holds four zones with useful subnets. */
export const LARGEST_VPC = 16;
export const SMALLEST_VPC = 20;

/** Blocks are cut for four zones from the start: two more later do not move, and so destroy, the first two. */
export const MAX_ZONES = 4;

/** A load balancer may grow to 100 addresses and needs 8 free ones: AWS, "Subnets for your load balancer". */
const SMALLEST_SUBNET = 26;

/**
 * Each zone gets a quarter of the VPC and cuts it in four again: one part for the private subnet, one that the public
 * subnet begins, one that the isolated subnet begins, one in reserve. A /16 gives /24, /20 and /24.
 */
export function planSubnets(vpcPrefix: number): SubnetPlan {
  const small = Math.min(vpcPrefix + 8, SMALLEST_SUBNET);
  return { zone: vpcPrefix + 2, public: small, private: vpcPrefix + 4, isolated: small };
}
