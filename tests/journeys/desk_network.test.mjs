// The desk with a network that goes while somebody saves: the entry stays on the page, is tried again, counts once, and goes over to
// the desk without a network where the device is ready for that.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import * as device from '../lib/offline_device.mjs';

const deskOf = '/sundsvall/staff/', saving = '**/sundsvall/staff/inquiries';
let server, browser, token;

before(async () => {
  server = await startServer();
  for (const person of ['anna', 'bo']) server.addUser('sundsvall', 'guide', `${person}@prov.example`, device.password);
  token = server.run(['token', 'add', '--municipality', 'sundsvall', '--name', 'prov', '--scope', 'inquiries:read']).trim();
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function openDesk(context, person = 'anna') {
  const page = await device.signIn(server, context, person);
  await page.goto(server.url + deskOf);
  await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
  return page;
}

async function logged(since) {
  const answer = await fetch(`${server.url}/api/v1/sundsvall/inquiries?since=${since}&limit=200`, { headers: { Authorization: `Bearer ${token}` } });
  return (await answer.json()).inquiries;
}

const unsent = (page) => page.locator('[data-unsent]:not([hidden])');
const chosen = (page) => page.locator('[name=topic]:checked').getAttribute('data-key');
const atDesk = (page, number) => page.waitForFunction((n) => document.querySelectorAll('[data-entry]').length >= n, number);

for (const look of [looks[0], looks[2]]) test(`[${engine}] without an answer the visit stays, what is typed after it waits, and all is logged in order; ${look.name}`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser, look);
  const page = await openDesk(context);
  const stood = await page.locator('[data-entry]').count();
  await page.locator('summary:has-text("anteckning")').press('Enter');
  await page.fill('[name=note]', 'tre zebrafinkar');
  await page.locator('[name=note]').blur();
  await context.setOffline(true);
  await page.keyboard.press('4');
  await page.keyboard.press('Control+Enter');
  await unsent(page).waitFor();
  await checkPage(page);
  assert.equal(new URL(page.url()).pathname, deskOf, 'no error page');
  assert.deepEqual([await chosen(page), await page.inputValue('[name=note]')], ['4', 'tre zebrafinkar']);
  assert.equal(await page.locator('[data-unsent-away]').isVisible(), false, 'this device is not ready');
  for (const key of ['2', 'Enter', '1', 'Control+Enter']) await page.keyboard.press(key);
  assert.equal(await chosen(page), '4', 'they wait');
  await context.setOffline(false);
  await atDesk(page, stood + 3);
  assert.equal((await logged(since)).length, 3);
  assert.equal(await page.locator('[data-draft-back]').count(), 0, 'nothing is left to be saved');
  await context.close();
});

test(`[${engine}] where only the answer was lost it counts once; what comes back may be changed first`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser);
  const page = await openDesk(context);
  const stood = await page.locator('[data-entry]').count();
  let isLost = true;
  await page.route(saving, async (route) => {
    if (!isLost) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await unsent(page).waitFor();
  isLost = false;
  await page.locator('[data-unsent-again]').press('Enter', { timeout: 5000 }).catch(() => {});   // it may have been tried again meanwhile
  await atDesk(page, stood + 1);
  assert.equal((await logged(since)).length, 1);
  await page.unroute(saving);
  await page.route(saving, (route) => route.abort('connectionrefused'));
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await unsent(page).waitFor();
  await page.locator('[data-unsent-change]').press('Enter');
  await page.locator('[data-unsent]').waitFor({ state: 'hidden' });
  await page.unroute(saving);
  await page.keyboard.press('3');
  await page.keyboard.press('Enter');
  await atDesk(page, stood + 2);
  assert.equal((await logged(since)).length, 2);
  await context.close();
});

test(`[${engine}] what is changed after a lost answer is asked about: the saved entry is changed, or it is another visit`, async () => {
  const context = await openContext(browser);
  const page = await openDesk(context);
  for (const [button, number] of [['[name=saved_first]:not([value=another])', 1], ['[name=saved_first][value=another]', 2]]) {
    const since = new Date().toISOString();
    await page.route(saving, async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    });
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await unsent(page).waitFor();
    await page.locator('[data-unsent-change]').press('Enter');
    await page.locator('[data-unsent]').waitFor({ state: 'hidden' });
    await page.unroute(saving);
    await page.keyboard.press('3');
    await page.keyboard.press('Enter');
    await page.locator('[data-saved-first]').waitFor();
    await checkPage(page);
    assert.equal((await logged(since)).length, 1, 'nothing more was saved yet');
    assert.equal(await chosen(page), '3', 'what was changed stands there');
    await page.locator(button).press('Enter');
    await page.waitForURL(/logged=/);
    const entries = await logged(since);
    assert.equal(entries.length, number);
    await page.goto(server.url + deskOf);
    await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
  }
  await context.close();
});

test(`[${engine}] "Change it first" counts also while the entry is on its way once more`, async () => {
  const context = await openContext(browser);
  const page = await openDesk(context);
  let begun, end;
  const isBegun = new Promise((resolve) => { begun = resolve; }), hasEnded = new Promise((resolve) => { end = resolve; });
  let times = 0;
  await page.route(saving, async (route) => {
    if (++times === 2) {
      begun();
      await hasEnded;
    }
    return route.abort('connectionrefused');
  });
  await page.keyboard.press('4');
  await page.keyboard.press('Enter');
  await unsent(page).waitFor();
  await page.locator('[data-unsent-again]').press('Enter');
  await isBegun;
  await page.locator('[data-unsent-change]').press('Enter');
  end();
  await page.locator('[data-unsent]').waitFor({ state: 'hidden', timeout: 3000 });
  assert.equal(times, 2, 'it is not tried a third time');
  assert.equal(await chosen(page), '4', 'it stands in the form');
  await context.close();
});

test(`[${engine}] a tab that is closed while nothing answers offers the visit again, and it counts once`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser);
  let page = await openDesk(context);
  await context.route(saving, async (route) => {
    await route.fetch().catch(() => {});
    await route.abort('connectionreset').catch(() => {});
  });
  await page.keyboard.press('5');
  await page.keyboard.press('Enter');
  await unsent(page).waitFor();
  await page.close();
  await context.unroute(saving);
  page = await device.openPage(context);
  await page.goto(server.url + deskOf);
  await page.locator('[data-draft-back]').press('Enter');
  assert.equal(await chosen(page), '5');
  await page.locator('[data-log-it]').press('Enter');
  await page.waitForURL(/logged=/);
  assert.equal((await logged(since)).length, 1);
  await context.close();
});

test(`[${engine}] a device that is ready keeps the visit, and what was typed after it; also where it had arrived it counts once`, async () => {
  for (const hasArrived of [false, true]) {
    const since = new Date().toISOString();
    const context = await openContext(browser);
    await device.makeReady(server, context, 'anna');
    await device.makeReady(server, context, 'bo');
    const page = await openDesk(context);
    if (hasArrived) await page.route(saving, async (route) => {
      await route.fetch().catch(() => {});
      await route.abort('connectionreset').catch(() => {});
    });
    else await context.setOffline(true);
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await unsent(page).waitFor();
    await context.setOffline(true);
    for (const key of ['2', 'Enter']) await page.keyboard.press(key);
    await page.locator('[data-unsent-away]').waitFor();
    await page.locator('[data-unsent-away]').press('Enter');
    await page.locator('[data-started]').waitFor();
    const list = page.locator('[data-entries-list] li');
    await device.unlock(page, 'bo', 2);
    assert.equal(await list.count(), 0, 'it is not his');
    await page.locator('[data-lock]').click();
    await device.unlock(page, 'anna', 1);
    await list.nth(1).waitFor();
    assert.equal(await list.count(), 2);
    await context.setOffline(false);
    await page.waitForFunction(() => document.querySelector('[data-state][role=status]').dataset.waiting === '0');
    assert.deepEqual((await logged(since)).length, 2, hasArrived ? 'it had arrived' : 'nothing had arrived');
    await context.close();
  }
});

test(`[${engine}] a page that is sent without a network leads a ready device to its desk, which says that nothing was saved`, async () => {
  const context = await openContext(browser);
  await device.makeReady(server, context, 'anna');
  const page = await openDesk(context);
  await server.end();   // what the worker asks for does not come either
  await page.locator('form[action$="/desk-keys"] button').evaluate((button) => button.click());
  await page.locator('[data-not-sent]:not([hidden])').waitFor();
  assert.equal(new URL(page.url()).pathname, device.deskPath);
  await checkPage(page);
  await server.begin();
  await context.close();
});
