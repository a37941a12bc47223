"use strict";

/** The room of each of our commands. `npm run cost` is `node tools/run cost`. */
module.exports = {
  bench: "lab/bench",
  "bench-command": "lab/bench/command",
  compliance: "tools/reports/compliance",
  cost: "tools/reports/cost",
  deploy: "tools/deploy",
  diagram: "tools/reports/diagram",
  doctor: "tools/reports/doctor",
  env: "tools/reports/env",
  faults: "lab/faults",
  offline: "tools/offline",
  ops: "tools/ops",
  policy: "tools/reports/policy",
  "policy-score": "lab/policyScore",
  quotas: "tools/reports/quotas",
  rehearse: "lab/rehearse",
  report: "tools/reports/deployment",
  runbooks: "tools/reports/runbooks",
  "supply-chain": "lab/supplyChain",
};
