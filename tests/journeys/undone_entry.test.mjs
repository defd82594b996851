// What goes on without an entry that is taken back: a time that was booked from it, and a call-back with somebody to reach.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const desk = '/lotsby/staff/';
let server, browser;

before(async () => {
  server = await startServer();
  server.addUser('lotsby', 'guide', 'anna@prov.example', 'Fyren lyser i natten 47');
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function signIn(look) {
  const page = await (await openContext(browser, look)).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + '/login');
  await fillSignIn(page, 'anna@prov.example', 'Fyren lyser i natten 47');
  await page.goto(server.url + desk);
  return page;
}

async function log(page, digit, outcome = 'answered') {
  await page.keyboard.press(digit);
  await page.locator(`[name=outcome][value=${outcome}]`).check();
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/logged=/);
}

async function undo(page) {
  await page.goto(server.url + desk);
  await page.locator('.log-list li form[action$="/undo"] button').first().click();
  await page.locator('[data-undone]').waitFor();
}

/** The first day from which there are times, up to a month ahead. */
async function showTimes(page) {
  const url = page.url();
  for (let weeks = 0; weeks < 5 && await page.locator('[name=at]').count() === 0; ++weeks) {
    const day = new Date(Date.now() + weeks * 7 * 86_400_000).toISOString().slice(0, 10);
    await page.goto(`${url}&day=${day}`);
  }
}

test(`[${engine}] a time booked from an entry is told by both, and belongs to the entry that is logged anew`, async () => {
  for (const look of looks.filter(({ colorScheme }) => colorScheme === 'light')) {
    const page = await signIn(look);
    await log(page, '4');
    await page.locator('#done a[href*="/bookings/new"]').click();
    await page.waitForURL(/\/bookings\/new/);
    await showTimes(page);
    await checkPage(page);
    assert.ok(await page.locator('[name=at] option').count() > 0, 'where the desk has no times those of all places stand there');
    await page.locator('form[method=post] button[type=submit]').last().click();
    await page.locator('main a[href$=".ics"]').waitFor();   // the booking with its code
    await page.goto(server.url + desk);
    await page.locator('.log-list a.ds-link').first().click();
    await page.waitForURL(/\/staff\/inquiries\//);
    const booking = page.locator('a[href*="/staff/bookings/"]');
    const where = await booking.getAttribute('href');
    await booking.click();
    await page.locator('a[href*="/staff/inquiries/"]').waitFor();
    await checkPage(page);
    await undo(page);
    assert.equal(await page.locator(`#done a[href="${where}"]`).count(), 1, 'it stays, and is said');
    await checkPage(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/logged=/);
    assert.equal(await page.locator(`#done a[href="${where}"]`).count(), 1, 'it belongs to the new one');
    await page.context().close();
  }
});

test(`[${engine}] a call-back with somebody to reach stays, and is no second promise when the entry is logged anew`, async () => {
  const page = await signIn();
  const waiting = async () => {
    await page.goto(server.url + '/lotsby/staff/callbacks');
    return page.locator('tbody tr').count();
  };
  await log(page, '5', 'call_back');
  await page.locator('#done a[href*="/callbacks/"]').click();
  await page.locator('[name=contact_way]').selectOption('phone');
  await page.fill('[name=contact]', '060-19 10 11');
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/saved=1/);
  const before = await waiting();
  await undo(page);
  assert.equal(await page.locator('#done a[href*="/staff/callbacks/"]').count(), 1);
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/logged=/);
  assert.equal(await waiting(), before);
  await page.context().close();
});
