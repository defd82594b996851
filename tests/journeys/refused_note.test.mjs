// A note that is refused, or asked about: the focus and what is said of it are both in view, however the page scrolls.
// Walked on one engine.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, looks } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const email = 'guide@prov.example', password = 'Fyren lyser i natten 47';
const apart = { skip: engine !== 'sqlite' };
let server, browser;

before(async () => {
  if (apart.skip) return;
  server = await startServer();
  server.addUser('sundsvall', 'guide', email, password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

/** Where an element begins and ends, and how high the window is; as soon as nothing scrolls any more. */
async function standing(page, selector) {
  let before;
  for (let again = 0; again < 50; again += 1) {
    const now = await page.evaluate((wanted) => {
      const { top, bottom } = document.querySelector(wanted).getBoundingClientRect();
      return { top, bottom, height: innerHeight };
    }, selector);
    if (before && before.top === now.top) return now;
    before = now;
    await page.evaluate(() => new Promise((done) => { setTimeout(done, 100); }));
  }
  return before;
}

for (const look of [looks[0], looks[2]]) for (const reducedMotion of ['reduce', 'no-preference']) {
  test(`what is said of a note is seen, ${look.name}, motion ${reducedMotion}`, apart, async () => {
    const context = await openContext(browser, look, { reducedMotion });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.url + '/login');
    await fillSignIn(page, email, password);
    for (const [text, said] of [['ring 070-174 06 35', '#note-said'], ['Anna Svensson på Storgatan 4', '.notice-warning:not([hidden])']]) {
      await page.goto(server.url + '/sundsvall/staff/');
      await page.locator('#note').evaluate((note) => note.closest('details')?.setAttribute('open', ''));
      await page.keyboard.press('1');
      await page.locator('#note').fill(text);
      await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
      await page.keyboard.press('Control+Enter');
      await page.locator(said).filter({ hasText: /\S/ }).waitFor();
      await page.waitForFunction((wanted) => {
        const { top } = document.querySelector(wanted).getBoundingClientRect();
        return top >= 0 && top < innerHeight;
      }, said);
      const { top, bottom, height } = await standing(page, said);
      assert.ok(top >= 0 && bottom <= height + 1, `${text}: ${said} ${top}–${bottom} of ${height}`);
      const focused = await page.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        return { name: document.activeElement.id || document.activeElement.className || document.activeElement.tagName,
          top: box.top, bottom: box.bottom };
      });
      assert.ok(/note|notice/.test(focused.name) && focused.top >= 0 && focused.bottom <= height + 1, JSON.stringify(focused));
    }
    await context.close();
  });
}

test('all that may not stand in a note is said at once', apart, async () => {
  const context = await openContext(browser, looks[0]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + '/login');
  await fillSignIn(page, email, password);
  await page.locator('#note').evaluate((note) => note.closest('details')?.setAttribute('open', ''));
  await page.locator('#note').fill('Ring 070-174 06 35 eller skriv till anna@example.org');
  const said = await page.locator('#note-said').innerText();
  assert.match(said, /telefonnummer/);
  assert.match(said, /e-postadress/);
  await page.locator('#note').fill('Skriv till anna@example.org');
  assert.doesNotMatch(await page.locator('#note-said').innerText(), /telefonnummer/);
  await page.locator('#note').fill('Ring Anna Svensson 070-174 06 35');
  assert.match(await page.locator('#note-said').innerText(), /telefonnummer/);
  assert.match(await page.locator('#note-warned').innerText(), /namn/, 'what may be personal is said beside it');
  await page.locator('#note').fill('Ring henne');
  for (const part of ['said', 'warned']) assert.equal(await page.locator(`#note-${part}`).innerText(), '');
  await context.close();
});
