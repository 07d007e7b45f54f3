import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test, { after, before } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { bundle } from "../bundle.js";

const PAGE = `<!doctype html>
<head>
  <link rel="icon" href="ROOTfavicon.svg" type="image/svg+xml">
  <script src="ROOTjs/first-paint.js"></script>
  <link rel="stylesheet" href="ROOTcss/base.css">
  <link rel="stylesheet" href="ROOTcss/print.css" media="print">
  <link rel="modulepreload" href="js/main.js">
  <script type="module" src="ROOTjs/main.js"></script>
</head>
`;
const FILES = {
  "index.html": PAGE.replaceAll("ROOT", ""),
  "preview.html": PAGE.replaceAll("ROOT", ""),
  "not-found.html": PAGE.replaceAll("ROOT", "/"),
  "favicon.svg": "<svg/>",
  "css/base.css": "p { color: red; }",
  "css/print.css": "p { color: black; }",
  "css/player.css": ".player { color: blue; }",
  "js/first-paint.js": "document.title = 'first';",
  "js/main.js": `import { readOperation } from "./api/operation-files.js";
    import { dressed } from "./ui/player-looks.js";
    export const later = () => import("./later.js");
    console.log(await readOperation("Days"), dressed());`,
  "js/later.js": "export const word = 'a view that is needed later';",
  "js/api/operation-files.js": "export const readOperation = (name) => fetch(name);",
  "js/ui/player-looks.js": "export const dressed = () => fetch('player.css');",
  "graphql/Days.graphql": "query Days {\n  days\n}\n",
};

let root;

before(async () => {
  root = await mkdtemp(join(tmpdir(), "bundle-"));
});
after(() => rm(root, { recursive: true }));

async function made(name, changes = {}) {
  const [source, target] = [join(root, name, "from"), join(root, name, "to")];
  for (const [file, content] of Object.entries({ ...FILES, ...changes })) {
    await mkdir(dirname(join(source, file)), { recursive: true });
    await writeFile(join(source, file), content);
  }
  await bundle(source, target, esbuild);
  const folder = join(target, "bundle/site");
  const names = await readdir(folder);
  /** @param {string} start */
  const named = (start, end) => names.find((one) => one.startsWith(start) && one.endsWith(end));
  const read = (file) => readFile(join(folder, file));
  return { target, names, named, read, page: (file) => readFile(join(target, file), "utf8") };
}

test("a page names one style, its scripts and its icon, by their content", async () => {
  const { page, named } = await made("names");
  const index = await page("index.html");
  assert.equal(index.match(/stylesheet/g).length, 1);
  assert.ok(index.includes(`href="bundle/site/${named("index-", ".css")}"`), index);
  assert.ok(index.includes(`<script src="bundle/site/${named("first-paint-", ".js")}">`), index);
  assert.ok(index.includes(`<script type="module" src="bundle/site/${named("main-", ".js")}">`), index);
  assert.ok(index.includes(`href="bundle/site/${named("favicon-", ".svg")}"`), index);
  assert.ok(!index.includes("modulepreload"), index);
  assert.ok((await page("not-found.html")).includes(`href="/bundle/site/${named("not-found-", ".css")}"`));
});

test("what is needed later is in the one script: views, operations to the letter, the player's looks", async () => {
  const { named, read, names } = await made("inside");
  const script = String(await read(named("main-", ".js")));
  assert.ok(script.includes("a view that is needed later"));
  assert.ok(script.includes("query Days {\\n  days\\n}\\n") || script.includes("query Days {\n  days\n}\n"), script);
  assert.ok(!script.includes("fetch("), script);
  const style = String(await read(named("index-", ".css")));
  assert.match(style, /p\{color:red\}/);
  assert.match(style, /@media print\{p\{color:#000\}\}/);
  assert.match(style, /\.player\{/);
  assert.ok(!names.some((one) => one.endsWith(".map")));
});

test("a name changes with the content and with nothing else", async () => {
  const [one, same, other] = await Promise.all([
    made("one"),
    made("same"),
    made("other", { "js/later.js": "export const word = 'another view';" }),
  ]);
  assert.deepEqual(one.names, same.names);
  assert.notEqual(one.named("main-", ".js"), other.named("main-", ".js"));
  assert.equal(one.named("index-", ".css"), other.named("index-", ".css"));
});

test("each file lies beside its compressed copies, and they hold the same", async () => {
  const { names, read } = await made("packed");
  const plain = names.filter((one) => /\.(js|css|svg)$/.test(one));
  assert.ok(plain.length >= 6);
  for (const file of plain) {
    const content = await read(file);
    assert.deepEqual(gunzipSync(await read(`${file}.gz`)), content, file);
    assert.deepEqual(brotliDecompressSync(await read(`${file}.br`)), content, file);
  }
});

test("a script that does not build is an error", async () => {
  await assert.rejects(made("broken", { "js/main.js": "import './nothing.js';" }));
});
