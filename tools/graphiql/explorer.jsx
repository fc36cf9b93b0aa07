// GraphiQL for this server's own endpoint; the page says where that is.
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";

const place = document.getElementById("graphiql");
const { endpoint } = place.dataset;
const firstQuery = document.getElementById("first-query").textContent.trim();

async function fetcher(question) {
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: {
      Accept: "application/graphql-response+json, application/json",
      "Content-Type": "application/json",
    },
    body: JSON.stringify(question),
    credentials: "omit",
  });
  return answer.json();
}

createRoot(place).render(
  <GraphiQL fetcher={fetcher} defaultQuery={firstQuery} shouldPersistHeaders={false} />,
);
