// `npm start`: one Pulumi command against the offline AWS.
"use strict";

require("../run").run("offline", process.argv.slice(2));
