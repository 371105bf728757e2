// Reads content security policies, one a line, and writes what csp_evaluator finds in them, one JSON list a line.
// The folder with its node_modules is the first argument.
const { createRequire } = require("node:module");
const path = require("node:path");
const wanted = createRequire(path.join(process.argv[2], "package.json"));
const { CspEvaluator } = wanted("csp_evaluator/dist/evaluator.js");
const { CspParser } = wanted("csp_evaluator/dist/parser.js");
const { Severity } = wanted("csp_evaluator/dist/finding.js");

for (const policy of require("node:fs").readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  const found = new CspEvaluator(new CspParser(policy).csp).evaluate();
  console.log(JSON.stringify(found.map(({ severity, directive, value, description }) =>
    ({ severity: Severity[severity], directive, value, description }))));
}
