import { facts } from "./facts";

export const TYPES = facts({
  "aws:mq/broker:Broker": { storeSubnets: ["subnetIds"] },
});
