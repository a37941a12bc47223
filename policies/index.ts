import { type Policies, PolicyPack } from "@pulumi/policy";
import { keepWatch } from "./engine/keepWatch";
import { policiesFor } from "./engine/policies";
import { pack } from "./pack";

const watch = keepWatch(() => policies);
const policies: Policies = policiesFor(pack, watch);
new PolicyPack("hipaa-telehealth-policies", { policies });
