// node tests/pictures.mjs   draws the README's three pictures anew: docs/pictures/{start,desk,wheel}.png
//
// Of a server of its own with the demo (DIGILOTS_BINARY, else build/dev/digilots).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, openContext } from './lib/browser.mjs';
import { repository, startServer } from './lib/server.mjs';
import { fillSignIn } from './lib/sign_in.mjs';

const pictures = [
  { name: 'start', path: '/sundsvall/' },
  { name: 'desk', path: '/sundsvall/staff/', as: 'guide@sundsvall.example' },
  { name: 'wheel', path: '/sundsvall/progress/wheel' },
];
const folder = join(repository, 'docs/pictures');
mkdirSync(folder, { recursive: true });

const server = await startServer();
const browser = await openBrowser();
try {
  for (const { name, path, as } of pictures) {
    const look = { colorScheme: 'light', viewport: { width: 1100, height: 1150 } };
    const context = await openContext(browser, look, { deviceScaleFactor: 0.6, locale: 'sv-SE' });
    const page = await context.newPage();
    if (as) {
      await page.goto(server.url + '/login');
      await fillSignIn(page, as, 'demo-lots-vinter-2026');
    }
    await page.goto(server.url + path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(folder, `${name}.png`) });
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
