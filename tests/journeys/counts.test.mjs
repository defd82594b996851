// A week's sheet of paper entered by keyboard, and a browser that people use one after the other.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks, withoutScripts } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47';
const counts = '/sundsvall/staff/counts';
let server, browser;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'guide', 'anna@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function asGuide(look = looks[0], options = {}) {
  const context = await openContext(browser, look, options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (options.javaScriptEnabled === false) withoutScripts(page, look);
  await page.goto(server.url + '/login');
  await fillSignIn(page, 'anna@prov.example', password);
  return { context, page };
}

const main = (page) => page.locator('main').innerText();
const lastWeek = async (page) => page.locator('select[name=week] option').nth(2).getAttribute('value');

test(`[${engine}] a week of ten topics is entered by keyboard, and the figures have each stroke once`, async () => {
  const { context, page } = await asGuide();
  await page.goto(`${server.url}${counts}/sheet`);
  await page.goto(`${server.url}${counts}/sheet?week=${await lastWeek(page)}`);
  await checkPage(page);
  const rows = await page.locator('[data-sheet] tbody tr').count();
  await page.locator('[data-sheet] tbody input').first().focus();
  let keys = 0, sum = 0;
  for (let day = 0; day < 5; ++day) {
    for (let row = 0; row < rows; ++row) {
      const number = (row * 3 + day) % 8;
      sum += number;
      if (number > 0) { await page.keyboard.press(String(number)); keys += 1; }
      await page.keyboard.press('Enter');
      keys += 1;
    }
    for (let row = 0; row < 2; ++row) await page.keyboard.press('Enter');   // no visitors of that day, nor any for the first time
    keys += 2;
  }
  const sums = await page.locator('[data-line-sum]').allInnerTexts();
  assert.equal(sums.reduce((all, one) => all + Number(one || 0), 0), sum, 'the sums follow what is typed');
  await page.locator('[data-sheet] button[data-variant=primary]').press('Enter');
  await page.waitForURL(/saved=1/);
  await checkPage(page);
  assert.ok(keys <= 2 * rows * 5 + 10, `${keys} keys`);
  const week = new URL(page.url()).searchParams.get('week');
  await page.goto(`${server.url}/sundsvall/staff/statistics?period=${week}&by=topic`);
  assert.ok((await main(page)).includes(String(sum)), `the week has ${sum} questions`);
  await context.close();
});

test(`[${engine}] without scripts the same sheet opens with what stands, is corrected and printed`, async () => {
  const { context, page } = await asGuide(looks[3], { javaScriptEnabled: false });
  await page.goto(`${server.url}${counts}/sheet`);
  await page.goto(`${server.url}${counts}/sheet?week=${await lastWeek(page)}`);
  await checkPage(page);
  const cell = page.locator('[data-sheet] tbody input').nth(1);
  assert.equal(await cell.inputValue(), '1');
  await cell.fill('2');
  await page.locator('[data-sheet] button[data-variant=primary]').press('Enter');
  await page.waitForURL(/saved=1/);
  assert.equal(await page.locator('[data-sheet] tbody input').nth(1).inputValue(), '2');
  for (const path of ['/tally', '/visitors', '']) {
    await page.goto(server.url + counts + path);
    await checkPage(page);
  }
  await page.goto(`${server.url}${counts}/visitors`);
  await page.locator('button[name=more][value="10"]').press('Enter');
  await page.locator('.visitors-now strong').waitFor();
  assert.equal(await page.locator('.visitors-now strong').innerText(), '10');
  await context.close();
});

test(`[${engine}] what is chosen loads the page where nothing is typed; else saving shows it first, and nothing is saved`, async () => {
  for (const options of [{}, { javaScriptEnabled: false }]) {
    const { context, page } = await asGuide(looks[0], options);
    await page.goto(`${server.url}${counts}/sheet`);
    const weeks = await page.locator('select[name=week] option').evaluateAll((all) => all.map((one) => one.value));
    if (options.javaScriptEnabled === false) {
      await page.selectOption('[name=week]', weeks[3]);
      await page.locator('main [name=show]').press('Enter');
    } else {
      await page.focus('[name=week]');
      await page.selectOption('[name=week]', weeks[3]);
    }
    await page.waitForURL(new RegExp(`week=${weeks[3]}`));
    if (options.javaScriptEnabled !== false) assert.equal(await page.evaluate(() => document.activeElement.name), 'week', 'the focus stays');
    const cell = page.locator('[data-sheet] tbody input').nth(2);
    await cell.fill('7');
    await page.selectOption('[name=week]', weeks[4]);
    const answered = page.waitForEvent('load');
    if (options.javaScriptEnabled === false) await cell.press('Enter');
    else await page.locator('[data-sheet] button[data-variant=primary]').press('Enter');
    await answered;
    assert.match(await main(page), /Inget är sparat än/);
    assert.equal(await page.locator('[name=week]').inputValue(), weeks[4]);
    assert.equal(await cell.inputValue(), '7', 'what was typed came along');
    await checkPage(page);
    await page.goto(`${server.url}${counts}/sheet?week=${weeks[3]}`);
    assert.equal(await cell.inputValue(), '', 'nothing was saved');
    await context.close();
  }
});

test(`[${engine}] four quick presses are four visitors, also where the first answer is lost`, async () => {
  const { context, page } = await asGuide();
  await page.goto(`${server.url}${counts}/visitors`);
  await checkPage(page);
  const now = page.locator('.visitors-now strong');
  const before = Number(await now.innerText({ timeout: 500 }).catch(() => 0));
  let posts = 0, release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route('**/counts/visitors', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    posts += 1;
    if (posts > 1) return route.continue();
    await held;                       // a slow network: all four are pressed before the first is sent,
    await route.fetch({ maxRedirects: 0 });
    await route.abort();              // and nobody hears that it came
  });
  const plus = page.locator('button[name=more][value="1"]');
  for (let press = 0; press < 4; ++press) await plus.click();
  release();
  await page.locator('[data-visitors-waiting]:not([hidden])').waitFor();
  assert.match(await page.locator('[data-visitors-waiting]').innerText(), / 4$/);
  await checkPage(page);
  await page.waitForFunction((wanted) => document.querySelector('.visitors-now strong')?.textContent === wanted, String(before + 4));
  await page.locator('[data-visitors-waiting]').waitFor({ state: 'hidden' });
  assert.equal(posts, 5, 'the one whose answer was lost went twice with one key');
  await page.locator('button[name=more][value="10"]').click();
  await page.waitForFunction((wanted) => document.querySelector('.visitors-now strong')?.textContent === wanted, String(before + 14));
  await page.reload();
  assert.equal(await now.innerText(), String(before + 14));
  await context.close();
});

test(`[${engine}] a browser that many use clears itself, and the history of an earlier turn shows nothing`, async () => {
  const context = await openContext(browser);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.clock.install();
  await page.goto(`${server.url}/sundsvall/kiosk`);
  await checkPage(page);
  const turn = () => page.evaluate(() => document.body.dataset.kiosk);
  const first = await turn();
  await page.goto(`${server.url}/sundsvall/ask`);
  await page.locator('main textarea').first().fill('en hemlig fråga');
  await page.clock.runFor(61_000);
  await page.locator('dialog[open]').waitFor();
  await checkPage(page);
  await page.locator('[data-kiosk-stay]').click();
  assert.equal(await page.locator('main textarea').first().inputValue(), 'en hemlig fråga', 'who is still there loses nothing');
  await page.clock.runFor(61_000);
  await page.locator('dialog[open]').waitFor();
  const cleared = page.waitForURL(/\/kiosk$/);
  await page.clock.runFor(16_000);
  await cleared;
  assert.notEqual(await turn(), first, 'another turn');
  await page.goBack();
  await page.waitForURL(/\/kiosk$/);
  assert.ok(!(await page.content()).includes('hemlig'));
  const stored = await page.evaluate(() => Object.keys(localStorage).length + Object.keys(sessionStorage).length);
  assert.equal(stored, 0);
  await page.goto(`${server.url}/login`);
  assert.match(page.url(), /\/kiosk$/, 'nobody signs in there');
  await context.close();
});

test(`[${engine}] without scripts the button clears, and staff end it`, async () => {
  const context = await openContext(browser, looks[3], { javaScriptEnabled: false });
  const page = await context.newPage();
  withoutScripts(page, looks[3]);
  await page.goto(`${server.url}/sundsvall/kiosk`);
  await checkPage(page);
  await page.goto(`${server.url}/en/sundsvall/places`);
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('[data-kiosk-done] button').press('Enter');
  assert.match((await (await answer).allHeaders())['clear-site-data'] ?? '', /storage/);
  await page.waitForURL(/\/kiosk$/);
  await page.locator('.kiosk-end summary').press('Enter');
  await page.locator('.kiosk-end button').press('Enter');
  await page.waitForURL(/\/sundsvall\/$/);
  assert.equal(await page.locator('[data-kiosk-done]').count(), 0);
  await context.close();
});
