// Builds one script, one style sheet and the licences of all that is in them.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const TARGET = "../../cms/graphql/static/cms_graphql/graphiql";

const { metafile } = await build({
  entryPoints: { graphiql: "explorer.jsx" },
  outdir: TARGET,
  bundle: true,
  minify: true,
  metafile: true,
  jsx: "automatic",
  target: ["es2022"],
  legalComments: "none", // they stand in LICENSES.txt
  define: { "process.env.NODE_ENV": '"production"' },
  loader: { ".woff": "empty", ".woff2": "empty" },
});

dropFonts(`${TARGET}/graphiql.css`);
writeFileSync(`${TARGET}/LICENSES.txt`, licences(Object.keys(metafile.inputs)));

// The fonts are a third of a megabyte; the reader's own do as well.
function dropFonts(path) {
  const css = readFileSync(path, "utf8");
  writeFileSync(path, css.replaceAll(/@font-face\{[^}]*\}/g, ""));
}

// Each text once, below the names and versions of the packages that it holds for.
function licences(inputs) {
  const folders = inputs
    .map((path) => path.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0])
    .filter(Boolean);
  const namesByText = new Map();
  for (const folder of [...new Set(folders)].sort()) {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`));
    const text = texts(folder) || license;
    namesByText.set(text, [...(namesByText.get(text) ?? []), `${name} ${version}`]);
  }
  return [...namesByText]
    .map(([text, names]) => `${names.join("\n")}\n\n${text}\n`)
    .join(`\n${"-".repeat(72)}\n\n`);
}

function texts(folder) {
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice)(\.|$)/i.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8").trim())
    .join("\n\n");
}
