// `npm run preview -- --stack prod`, `npm run up -- --stack prod`, `npm run pulumi -- <anything>`: the real thing, with your
// credentials and backend. A self-managed backend enforces no policy by itself, so the pack is passed wherever one can be.
"use strict";

require("../run").run("deploy", process.argv.slice(2));
