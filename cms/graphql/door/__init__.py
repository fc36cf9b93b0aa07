"""The HTTP door: one query in, one answer out, by the rules of GraphQL over HTTP."""
