import { rule } from "../rule";
import { factsOf, typesThat } from "../facts";
import { notInPublicSubnets } from "../shared/publicSubnets";

/** Subnet groups of databases are judged by database-subnet-internet-route. */
export const dataStoreSubnetInternetRoute = rule({
  id: "data-store-subnet-internet-route",
  title: "Search domains, file systems, brokers and proxies run in subnets without a route from the internet",
  family: "network-exposure",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Name isolated or private subnets: none whose route table leads to an internet gateway",
  types: typesThat(({ storeSubnets }) => storeSubnets !== undefined),
  checkInStack: (store, stack) =>
    notInPublicSubnets(store, store.at(...(factsOf(store.type)?.storeSubnets ?? [])), stack),
});
