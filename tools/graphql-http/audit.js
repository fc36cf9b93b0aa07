// Asks a running server every question of the GraphQL working group's audit:
//   npm ci && npm run audit -- http://127.0.0.1:8000/graphql/
// Ends with 1 unless every MUST and SHOULD is kept.
import { serverAudits } from "graphql-http";

const url = process.argv[2] ?? "http://127.0.0.1:8000/graphql/";
const results = [];
for (const audit of serverAudits({ url })) {
  results.push(await audit.fn());
}

for (const { status, id, name, reason } of results) {
  if (status !== "ok") {
    console.log(`${status}: ${id} ${name} (${reason})`);
  }
}
const kept = results.filter(({ status }) => status === "ok").length;
console.log(`${kept} of ${results.length} audits passed.`);
const isBroken = ({ status, name }) =>
  status === "error" || (status !== "ok" && /^(MUST|SHOULD)\b/.test(name));
process.exitCode = results.some(isBroken) ? 1 : 0;
