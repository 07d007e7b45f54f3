import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/**
 * Makes of the site's sources what travels best: each page with one style and one script, under names that change with
 * their content and may be kept for good, and compressed once instead of for everyone. The pages themselves say what
 * they need; nothing is listed here a second time.
 *
 *   node bundle.js <folder of the sources, libraries included> <folder to write>
 */

const PAGES = ["index.html", "preview.html", "not-found.html"];
/** Looks that scripts fetch when they are first needed. The bundle has them from the start. */
const LATER = { "index.html": ["css/player.css"] };
/** As deep as the sources' folders: a script finds `site.json` from either place. */
const FOLDER = "bundle/site";
const PACKED = /\.(js|css|svg)$/;

const STYLE = /^ *<link rel="stylesheet" href="(\/?)([^"]+)"(?: media="([^"]+)")?>\n/gm;
const MODULE = /<script type="module" src="(\/?)([^"]+)"><\/script>/;
const CLASSIC = /<script src="(\/?)([^"]+)"><\/script>/;
const ICON = /<link rel="icon" href="(\/?)([^"]+)"/;
const PRELOADS = /^ *<link rel="modulepreload"[^>]*>\n/gm;

/**
 * @param {string} source
 * @param {string} target
 * @param {typeof import("esbuild")} esbuild
 */
export async function bundle(source, target, esbuild) {
  await rm(target, { recursive: true, force: true });
  await mkdir(join(target, FOLDER), { recursive: true });
  const common = { bundle: true, minify: true, write: false, logLevel: "warning", charset: "utf8" };
  const plugins = [operationsInside(source), stylesInside()];

  /** @type {(name: string, content: string | Uint8Array) => Promise<string>} */
  async function keep(name, content) {
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
    const address = `${FOLDER}/${name.replace(/(\.\w+)$/, `-${hash}$1`)}`;
    await writeFile(join(target, address), content);
    return address;
  }

  /** @param {import("esbuild").BuildOptions} options */
  const built = async (options) => (await esbuild.build({ ...common, ...options })).outputFiles?.[0].contents;

  /** @param {string} name */
  const script = async (name) =>
    keep(
      basename(name),
      /** @type {Uint8Array} */ (
        await built({
          entryPoints: [join(source, name)],
          format: "esm",
          target: "es2022",
          plugins,
          legalComments: "eof",
        })
      ),
    );

  /** @type {(page: string, imports: string[]) => Promise<string>} */
  const style = async (page, imports) =>
    keep(
      `${basename(page, ".html")}.css`,
      /** @type {Uint8Array} */ (
        await built({ stdin: { contents: imports.join("\n"), loader: "css", resolveDir: source } })
      ),
    );

  for (const page of PAGES) {
    const html = await readFile(join(source, page), "utf8");
    const styles = [...html.matchAll(STYLE)];
    const [, root] = styles[0];
    const imports = styles.map(([, , href, media = ""]) => `@import "./${href}" ${media};`);
    for (const href of LATER[page] ?? []) imports.push(`@import "./${href}";`);
    const sheet = await style(page, imports);
    let first = true;
    let made = html.replace(PRELOADS, "").replace(STYLE, () => {
      const line = first ? `  <link rel="stylesheet" href="${root}${sheet}">\n` : "";
      first = false;
      return line;
    });
    for (const [tag, make] of [
      [MODULE, script],
      [
        CLASSIC,
        async (name) =>
          keep(basename(name), (await esbuild.transform(await readFile(join(source, name)), { minify: true })).code),
      ],
      [ICON, async (name) => keep(basename(name), await readFile(join(source, name)))],
    ]) {
      const found = made.match(tag);
      if (found) made = made.replace(found[0], found[0].replace(found[2], await make(found[2])));
    }
    await writeFile(join(target, page), made);
  }
  await pack(join(target, FOLDER));
}

/**
 * The API's operations travel with the script that asks them.
 *
 * @param {string} source
 * @returns {import("esbuild").Plugin}
 */
const operationsInside = (source) => ({
  name: "operations",
  setup(build) {
    build.onLoad({ filter: /[\\/]api[\\/]operation-files\.js$/ }, async () => {
      const folder = join(source, "graphql");
      const texts = {};
      for (const file of (await readdir(folder)).sort()) {
        texts[basename(file, ".graphql")] = await readFile(join(folder, file), "utf8");
      }
      return {
        contents: `const texts = ${JSON.stringify(texts)};\nexport const readOperation = async (name) => texts[name];`,
      };
    });
  },
});

/**
 * The page's one style holds the player's looks too.
 *
 * @returns {import("esbuild").Plugin}
 */
const stylesInside = () => ({
  name: "styles",
  setup(build) {
    build.onLoad({ filter: /[\\/]ui[\\/]player-looks\.js$/ }, () => ({
      contents: "export const dressed = async () => {};",
    }));
  },
});

/** @param {string} folder */
async function pack(folder) {
  for (const file of (await readdir(folder)).filter((name) => PACKED.test(name))) {
    const content = await readFile(join(folder, file));
    await writeFile(join(folder, `${file}.gz`), gzipSync(content, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    await writeFile(join(folder, `${file}.br`), brotliCompressSync(content, { params }));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [source, target] = process.argv.slice(2);
  await bundle(source, target, await import("esbuild"));
}
