// web/ → web/dist: bundled, minified, compressed once. The program embeds web/dist and gives each file a hashed address.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";

const dist = new URL("./dist/", import.meta.url);
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const options = { bundle: true, minify: true, write: false, legalComments: "none", logLevel: "warning",
  absWorkingDir: new URL(".", import.meta.url).pathname, loader: { ".txt": "text" }, target: ["es2021", "chrome111", "firefox113", "safari16.4"] };
const list = (folder, ending) => readdirSync(new URL(folder, import.meta.url)).filter((name) => name.endsWith(ending));

// Colours that no page uses; and a data: image, which the content security policy would block.
const unused = /--ds-(?:link-color-visited|color-brand[12][a-z-]*|readonly-icon-url)\s*:\s*(?:url\("[^"]*"\)|url\([^)]*\)|[^;{}])*;?/g;

const pictures = /(?:background-image:url\(\)|behavior:url\(#default#VML\));?/g;

const entries = new Map();
for (const name of ["app.css", "staff.css", "map.css", "wheel.css"]) {
  // Leaflet's pictures belong to markers and layers that no page uses.
  const result = await build({ ...options, entryPoints: [`styles/${name}`], loader: { ".png": "empty" } });
  entries.set(name, Buffer.from(result.outputFiles[0].text.replace(unused, "").replace(pictures, "")));
}
for (const name of list("scripts", ".js")) {
  const result = await build({ ...options, entryPoints: [`scripts/${name}`], format: "esm", legalComments: "inline" });
  entries.set(name, Buffer.from(result.outputFiles[0].text));
}
for (const name of list("images", ".svg")) entries.set(name, readFileSync(new URL(`images/${name}`, import.meta.url)));

const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
for (const [name, bytes] of entries) {
  const compressed = brotliCompressSync(bytes, { params: quality });
  writeFileSync(new URL(name, dist), bytes);
  writeFileSync(new URL(`${name}.gz`, dist), gzipSync(bytes, { level: 9 }));
  writeFileSync(new URL(`${name}.br`, dist), compressed);
  if (process.env.DIGILOTS_SIZES) console.log(`${name} ${bytes.length} → ${compressed.length}`);
}
