import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

type Failure = { message: string; extensions: { code: string } };
type Answer<Data> = { data?: Data | null; errors?: Failure[] };

/** Sends a typed document; what comes back has the document's type. */
export async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const response = await fetch("http://127.0.0.1:8000/graphql/", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      Accept: "application/graphql-response+json, application/json",
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const answer = (await response.json()) as Answer<Data>;
  const failure = answer.errors?.[0];
  if (failure || !answer.data) {
    throw new Error(`${failure?.extensions.code}: ${failure?.message}`);
  }
  return answer.data;
}
