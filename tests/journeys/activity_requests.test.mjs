// A village asks for a salon on a small phone without scripts, staff plan it, and it is seen answered by the code.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks, withoutScripts } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47';
const wished = 'Digital salong i bygdegården';
let server, browser, code;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'guide', 'anna@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function open(look, options = {}) {
  const context = await openContext(browser, look, options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (options.javaScriptEnabled === false) withoutScripts(page, look);
  return { context, page };
}

test(`[${engine}] a village asks on a small phone without scripts, and what was typed stays when something is wrong`, async () => {
  const { context, page } = await open(looks[3], { javaScriptEnabled: false });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(server.url + '/sundsvall/activities');
  await page.goto(server.url + '/sundsvall/activity-requests');
  await checkPage(page);
  await page.fill('[name=title]', wished);
  await page.fill('[name=rooms]', 'Sal med projektor');
  await page.selectOption('[name=kind]', 'digital_salong');
  await page.locator('main form button[type=submit]').last().press('Enter');
  await page.locator('.error-summary').waitFor();
  await checkPage(page);
  assert.equal(await page.inputValue('[name=rooms]'), 'Sal med projektor');
  await page.fill('[name=locality]', 'Lillnäset');
  await page.selectOption('[name=asker_kind]', 'village');
  await page.locator('main form button[type=submit]').last().press('Enter');
  await page.waitForURL(/\/activity-requests\/[a-z0-9-]{14}/);
  await checkPage(page);
  code = new URL(page.url()).pathname.split('/').pop();
  assert.match(await page.locator('main').innerText(), /Vi har fått ditt önskemål/);
  await context.close();
});

test(`[${engine}] staff make it an activity, move it on the board and answer`, async () => {
  const { context, page } = await open(looks[0]);
  await page.goto(server.url + '/login');
  await fillSignIn(page, 'anna@prov.example', password);
  await page.goto(server.url + '/sundsvall/staff/activity-requests/board');
  await checkPage(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await checkPage(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.locator('main .board a', { hasText: wished }).first().click();
  await page.waitForURL(/activity-requests\/[0-9a-f-]{36}/);
  await checkPage(page);
  const record = page.url();
  await page.locator('form[action$="/activity"] button').press('Enter');
  await page.waitForURL(/activities\/[0-9a-f-]{36}\/change/);
  await checkPage(page);
  await page.check('[name=is_published]', { force: true });
  await page.locator('main form button[type=submit]').last().press('Enter');
  await page.waitForURL(/saved=1/);
  await page.goto(`${server.url}/sundsvall/staff/activity-requests/board`);
  await page.locator('.board button[value=planned]').press('Enter');
  await page.waitForURL(/moved=1/);
  await checkPage(page);
  await page.goto(record.replace(/\?.*/, '') + '/change');
  await checkPage(page);
  await page.fill('[name=answer]', 'Vi kommer i mars.');
  await page.fill('[name=plan_year]', '2027');
  await page.selectOption('[name=plan_month]', '03');
  await page.locator('main form button[type=submit]').last().press('Enter');
  await page.waitForURL(/saved=1/);
  await page.goto(server.url + '/sundsvall/staff/activity-plan?year=2027');
  await checkPage(page);
  assert.match(await page.locator('main').innerText(), new RegExp(`${wished}, Lillnäset`));
  await context.close();
});

test(`[${engine}] the village reads the answer by the code, however it is typed`, async () => {
  const { context, page } = await open(looks[3], { javaScriptEnabled: false });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(server.url + '/sundsvall/activity-requests/find');
  await checkPage(page);
  await page.fill('[name=code]', code.toUpperCase().replaceAll('-', ' '));
  await page.locator('main form button').press('Enter');
  await page.waitForURL(/activity-requests\/[a-z0-9-]{14}/);
  await checkPage(page);
  const text = await page.locator('main').innerText();
  assert.match(text, /Det är planerat/);
  assert.match(text, /Vi kommer i mars/);
  assert.match(text, /Mars 2027/);
  await context.close();
});
