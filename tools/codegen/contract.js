// Writes the operations that frontends send to generated/operations, each with what the
// schema has of it: a field or type of the contract that comes later is left out and named.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import {
  buildSchema,
  getNamedType,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";

const ROOT = new URL("../../", import.meta.url);
const OPERATIONS = new URL("tests/contract/operations/", ROOT);
const GENERATED = new URL("generated/operations/", import.meta.url);
const schema = buildSchema(readFileSync(new URL("schema.graphql", ROOT), "utf8"));

function withoutLater(document, name) {
  const types = new TypeInfo(schema);
  const leaveOut = (what) => (console.log(`${name}: ${what} comes later`), null);
  const isUnknown = (node) => !schema.getType(node.typeCondition.name.value);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) =>
        types.getParentType() && !types.getFieldDef()
          ? leaveOut(`${getNamedType(types.getParentType())}.${node.name.value}`)
          : undefined,
      InlineFragment: (node) =>
        node.typeCondition && isUnknown(node)
          ? leaveOut(node.typeCondition.name.value)
          : undefined,
      FragmentDefinition: (node) =>
        isUnknown(node) ? leaveOut(node.typeCondition.name.value) : undefined,
      SelectionSet: {
        leave: (node) => (node.selections.length ? undefined : null),
      },
    }),
  );
}

const isWhole = (definition) =>
  definition.kind !== "OperationDefinition" || definition.selectionSet;

rmSync(GENERATED, { recursive: true, force: true });
mkdirSync(GENERATED, { recursive: true });
for (const file of readdirSync(OPERATIONS)) {
  const document = parse(readFileSync(new URL(file, OPERATIONS), "utf8"));
  const present = withoutLater(document, file);
  const definitions = present.definitions.filter(isWhole);
  if (definitions.length) {
    writeFileSync(new URL(file, GENERATED), print({ ...present, definitions }));
  }
}
