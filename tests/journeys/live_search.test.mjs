// Search as you type, and the map where there are tiles: what scripts add to pages that work without them.
// Walked on one engine.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { checkPage, openBrowser, openContext } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';

// One transparent pixel, for every tile.
const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
let server, browser, tiles, origin;

before(async () => {
  tiles = createServer((request, response) => response.setHeader('content-type', 'image/png').end(pixel)).listen(0, '127.0.0.1');
  await new Promise((done) => tiles.once('listening', done));
  origin = `http://127.0.0.1:${tiles.address().port}`;
  server = await startServer({ env: { DIGILOTS_MAP_TILES: `${origin}/{z}/{x}/{y}.png`, DIGILOTS_MAP_ATTRIBUTION: '© <b>Test</b>' } });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await server?.stop();
  tiles?.close();
});

async function open(path, options) {
  const context = await openContext(browser, undefined, options);
  const page = await context.newPage();
  await page.goto(server.url + path);
  return { page, close: () => context.close() };
}

test(`[${engine}] the start page answers while somebody types, by keyboard, and Escape takes it back`, async () => {
  const { page, close } = await open('/harnosand/');
  const field = page.getByRole('searchbox');
  await field.pressSequentially('skriva ut', { delay: 20 });
  const first = page.locator('#results .hit h3 a').first();
  await first.waitFor();
  await page.waitForFunction(() => /skriva ut/i.test(document.querySelector('#results').textContent));
  assert.match(await page.locator('[role=status]').first().textContent(), /\d+ träff/);
  await checkPage(page, 'hits on the start page');
  await page.keyboard.press('ArrowDown');
  assert.ok(await first.evaluate((link) => link === document.activeElement), 'the arrow goes into the hits');
  await page.keyboard.press('ArrowUp');
  assert.ok(await field.evaluate((input) => input === document.activeElement), 'and back into the field');
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('#results').textContent(), '');
  assert.equal(await field.inputValue(), '');
  await close();
});

test(`[${engine}] the search page follows what is typed: title, address and hits; late answers are not shown`, async () => {
  const { page, close } = await open('/kramfors/search?q=bankid');
  let held;
  await page.route('**/search?*fragment=1*', async (route) => {
    // The answer to the first words comes after the answer to the next ones.
    if (route.request().url().includes('q=byg&')) { held = route; return; }
    await route.continue();
  });
  const field = page.getByRole('searchbox');
  const asked = page.waitForRequest(/q=byg&/);
  await field.fill('byg');
  await asked;
  await field.fill('försäkringskassan');
  await page.getByRole('heading', { level: 1, name: /försäkringskassan/ }).waitFor();
  await held.continue().catch(() => {});
  assert.match(page.url(), /q=f%C3%B6rs/);
  assert.match(await page.title(), /försäkringskassan/);
  assert.equal(await page.locator('#results .hit h3 a').first().textContent(), 'Servicecenter');
  await page.keyboard.press('Escape');
  assert.equal(await field.inputValue(), 'bankid');
  assert.match(page.url(), /q=bankid/);
  await close();
});

test(`[${engine}] the search works without scripts`, async () => {
  const { page, close } = await open('/harnosand/', { javaScriptEnabled: false });
  await page.getByRole('searchbox').fill('skriva ut');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  assert.equal(await page.locator('.hit h3 a').first().textContent(), 'DigidelCenter/bibliotek');
  await close();
});

test(`[${engine}] maps load tiles from the named server alone, and only on pages with a map`, async () => {
  const start = await fetch(server.url + '/kramfors/');
  const policy = start.headers.get('content-security-policy');
  assert.match(policy, new RegExp(`img-src 'self' data: ${origin};`));
  assert.match(policy, /connect-src 'self';/);
  assert.ok(!/map\.[0-9a-f]*\.?(js|css)/.test(await start.text()), 'the start page loads no map');
  // With the policy in force, unlike the other journeys.
  const { page, close } = await open('/kramfors/places', { bypassCSP: false });
  const problems = [];
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  await page.locator('.live-map .leaflet-tile-loaded').first().waitFor();
  assert.equal(await page.locator('.live-map .leaflet-control-attribution').textContent(), '© <b>Test</b>');
  assert.ok(await page.locator('.point-map svg[hidden]').count() >= 1);
  assert.deepEqual(problems, []);
  await close();
  const checked = await open('/kramfors/places/komin');
  await checked.page.locator('.live-map .leaflet-tile-loaded').first().waitFor();
  await checkPage(checked.page, 'a place with its map');
  await checked.close();
});

test(`[${engine}] the drawn map comes back where no tile arrives`, async () => {
  const context = await openContext(browser);
  const page = await context.newPage();
  await page.route(`${origin}/**`, (route) => route.abort());
  await page.goto(server.url + '/kramfors/places');
  await page.locator('.point-map svg:not([hidden])').first().waitFor();
  assert.equal(await page.locator('.live-map').count(), 0);
  await context.close();
});
