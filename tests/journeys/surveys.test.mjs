// A resident answers in Arabic without scripts; a librarian enters forty sheets by keyboard; a coordinator builds a survey and sees change.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';

const password = 'demo-lots-vinter-2026';
const limit = { timeout: 300_000 };
const survey = 'trygg-pa-natet-fore-och-efter-kursen';
let server, browser;

before(async () => {
  server = await startServer();
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function signedIn(look, role) {
  const page = await (await openContext(browser, look)).newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${server.url}/login`);
  await page.fill('input[name=email]', `${role}@lotsby.example`);
  await page.fill('input[name=password]', password);
  await page.press('input[name=password]', 'Enter');
  await page.waitForURL(/staff/);
  return page;
}

test(`[${engine}] a resident answers in Arabic, step by step, without scripts, account or cookie`, limit, async () => {
  for (const look of [looks[2], looks[1]]) {
    const context = await openContext(browser, look, { javaScriptEnabled: false });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(`${server.url}/ar/lotsby/surveys`);
    await page.goto(`${server.url}/ar/lotsby/surveys/${survey}?way=steps`);
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl');
    for (let step = 0; step < 12 && !(await page.locator('button[value=send]').count()); ++step) {
      const choice = page.locator('form.card input[type=radio]').first();
      if (await choice.count()) await choice.check();
      await page.locator('button[value=next]').press('Enter');
    }
    for (const [name, value] of [['fact_mother', 'م'], ['fact_town', 'ح'], ['fact_day', '٧'], ['fact_siblings', '٢']])
      await page.fill(`input[name=${name}]`, value);
    await page.locator('button[value=send]').press('Enter');
    await page.waitForURL(/thanks/);
    assert.match(await page.locator('main').innerText(), /شكر/);
    assert.deepEqual((await context.cookies()).filter((cookie) => cookie.name === 'session'), []);
    await context.close();
  }
});

test(`[${engine}] the form passes axe in every look, all on one page`, limit, async () => {
  for (const look of looks) {
    const page = await (await openContext(browser, look)).newPage();
    for (const language of ['sv', 'ar']) {
      await page.goto(`${server.url}/${language}/lotsby/surveys/${survey}`);
      await checkPage(page);
    }
    await page.context().close();
  }
});

test(`[${engine}] a librarian enters forty sheets by keyboard, and none twice`, limit, async (t) => {
  const page = await signedIn(looks[0], 'library');
  await page.goto(`${server.url}/sv/lotsby/staff/surveys`);
  await page.click('text=Trygg på nätet');
  await page.click('text=Svar på papper, med prickar, vid en skärm');
  await checkPage(page);
  await page.fill('input[name=sheet]', '1');
  const began = Date.now();
  for (let sheet = 1; sheet <= 40; ++sheet) {
    assert.equal(await page.inputValue('input[name=sheet]'), String(sheet));
    await page.focus('input[name=sheet]');
    for (const typed of ['2', '3', '4', '3', '2', '4', '3', '1']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(typed);
    }
    await Promise.all([page.waitForURL(new RegExp(`saved=${sheet}`)), page.keyboard.press('Enter')]);
  }
  t.diagnostic(`${Math.round(40 * 3600e3 / (Date.now() - began))} sheets an hour, as fast as keys can be sent`);
  await page.fill('input[name=sheet]', '17');
  await page.fill('input[name=q1]', '1');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.field-wrong');
  assert.match(await page.locator('main').innerText(), /redan inskrivet/);
});

test(`[${engine}] a coordinator builds a survey and reads how others changed`, limit, async () => {
  for (const look of [looks[0], looks[2]]) {
    const page = await signedIn(look, 'coordinator');
    await page.goto(`${server.url}/sv/lotsby/staff/surveys`);
    await page.click('text=Trygg på nätet');
    await page.click('main >> text=Resultat');
    assert.match(await page.locator('main').innerText(), /Från Före kursen till Efter kursen/);
    await checkPage(page);
    await page.selectOption('select[name=by]', 'gender');
    await page.click('main >> text=Visa');
    assert.match(await page.locator('main').innerText(), /Kvinna eller flicka/);
    await checkPage(page);
    await page.goto(`${server.url}/sv/lotsby/staff/surveys/new`);
    await page.fill('input[name=title]', 'Efter hjälpen');
    await page.locator('form button[type=submit]').last().click();
    await page.waitForURL(/surveys\/[0-9a-f-]{36}/);
    await page.click('main >> text=Frågor');
    await page.click('text=En fråga efter hjälpen');
    assert.match(await page.locator('main').innerText(), /Fick du den hjälp du behövde/);
    await checkPage(page);
    await page.click('text=En skala');
    await page.fill('input[name=label_sv]', 'Hur säker är du nu?');
    await checkPage(page);
    await page.click('text=Spara frågan');
    assert.match(await page.locator('main').innerText(), /Hur säker är du nu/);
    await page.context().close();
  }
});
