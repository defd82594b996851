// node tests/screenshots.mjs BASE-URL FOLDER PATH... [--sign-in EMAIL:PASSWORD] [--axe] [--looks 320-light,1280-dark] [--no-js]
//   [--dist web/dist]
// One PNG a page and look (320 and 1280 px, light and dark), and what axe finds: for the eyes of those who change the look.
// --dist takes styles and scripts from there instead of the server: a change of the look is seen without a build.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPage, openBrowser, openContext } from './lib/browser.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: {
  'sign-in': { type: 'string' }, axe: { type: 'boolean' }, 'no-js': { type: 'boolean' }, dist: { type: 'string' },
  looks: { type: 'string', default: '320-light,320-dark,1280-light,1280-dark' },
} });
const [base, folder, ...paths] = positionals;
if (!paths.length) {
  console.error('usage: node tests/screenshots.mjs BASE-URL FOLDER PATH... [--sign-in EMAIL:PASSWORD] [--axe] [--looks …] [--no-js]');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
let findings = 0;
for (const name of values.looks.split(',')) {
  const [width, colorScheme] = name.split('-');
  const look = { colorScheme, viewport: { width: Number(width), height: 900 } };
  const context = await openContext(browser, look, { javaScriptEnabled: !values['no-js'] });
  if (values.dist) {
    await context.route('**/static/*', (route) => {
      const file = join(values.dist, new URL(route.request().url()).pathname.slice(8).replace(/\.[0-9a-f]{8,}\./, '.'));
      return existsSync(file) ? route.fulfill({ path: file }) : route.continue();
    });
  }
  const page = await context.newPage();
  page.on('console', (message) => { if (message.type() === 'error') console.log(`${page.url()}: ${message.text()}`); });
  if (values['sign-in']) {
    const cut = values['sign-in'].indexOf(':');
    await page.goto(new URL('/login', base).href);
    await page.fill('input[type=email], input[name=email]', values['sign-in'].slice(0, cut));
    await page.fill('input[type=password]', values['sign-in'].slice(cut + 1));
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  }
  for (const path of paths) {
    await page.goto(new URL(path, base).href, { waitUntil: 'load' });
    const file = `${path.replace(/[^\w-]+/g, '_').replace(/^_+|_+$/g, '') || 'start'}.${name}.png`;
    await page.screenshot({ path: join(folder, file), fullPage: true });
    if (!values.axe || values['no-js']) continue;
    await checkPage(page, `${path} (${name})`).catch((error) => { findings += 1; console.log(error.message); });
  }
  await context.close();
}
await browser.close();
if (findings) process.exitCode = 1;
