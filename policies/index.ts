import { PolicyPack } from "@pulumi/policy";
import { policiesFor } from "./engine/policies";
import { pack } from "./pack";

new PolicyPack("hipaa-telehealth-policies", { policies: policiesFor(pack) });
