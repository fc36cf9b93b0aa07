import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../schema.graphql",
  documents: ["generated/operations/*.graphql"],
  generates: {
    "generated/client-preset/": {
      preset: "client",
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        // All of them travel as text: ISO 8601, and decimals without loss.
        scalars: { ID: "string", Date: "string", DateTime: "string", Decimal: "string" },
      },
    },
  },
};

export default config;
