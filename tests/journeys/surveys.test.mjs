// A resident answers in Arabic without scripts; a librarian enters forty sheets by keyboard; a coordinator builds a survey and sees change.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { Client } from '../lib/client.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { dayFromNow } from '../lib/days.mjs';

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
  page.setDefaultTimeout(60_000);
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
    page.setDefaultTimeout(60_000);
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
    await page.click('main >> text=En fråga efter hjälpen');
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

/** Fills in and sends a form as a browser without scripts does; where it leads then, and what it says. */
async function fillIn(client, path, fields, { to = path, status = 303 } = {}) {
  const { text } = await client.get(path);
  const hidden = [...text.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1], /value="([^"]*)"/.exec(tag)?.[1] ?? '']);
  const answer = await client.post(to, { form: [...hidden.filter(([name]) => name), ...Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))] });
  assert.equal(answer.status, status, answer.text);
  return { ...answer, leadsTo: answer.headers.get('location') };
}

test(`[${engine}] residents answer in Arabic before and after a course, and the change shows`, limit, async () => {
  const coordinator = await new Client(server.url).signIn('coordinator@lotsby.example', password);
  const staff = '/lotsby/staff';
  const made = await fillIn(coordinator, `${staff}/surveys/new`,
    { title: 'Kursen i januari', kind: 'form', audience: 'residents', languages: ['sv', 'ar'], is_paired: '1' });
  const id = /surveys\/([0-9a-f-]{36})/.exec(made.leadsTo)[1], questions = `${staff}/surveys/${id}/questions`;
  await fillIn(coordinator, questions, { action: 'add:digital_skills' });
  const round = { survey: id, title: 'Före', stage: 'before', opens: dayFromNow(0), closes: dayFromNow(0) };
  const before = (await fillIn(coordinator, `${staff}/survey-rounds/new?survey=${id}`, round, { to: `${staff}/survey-rounds/new` })).leadsTo.split('?')[0];
  const record = (await coordinator.get(`${staff}/surveys/${id}`)).text;
  const form = /href="[^"]*\/lotsby\/surveys\/([^"/?]+)"/.exec(record)[1];
  const answerAll = async (step) => {
    for (const letter of ['م', 'ح', 'س', 'ع', 'ف', 'ك']) {
      const resident = new Client(server.url);
      const sent = await fillIn(resident, `/ar/lotsby/surveys/${form}`,
        { q3: step, q4: step, fact_mother: letter, fact_town: 'ب', fact_day: '٧', fact_siblings: '٢', action: 'send' });
      assert.match((await resident.get(sent.leadsTo)).text, /شكر/);
      assert.equal(resident.cookies.size, 0);
    }
  };
  await answerAll('2');
  await fillIn(coordinator, `${before}/change`, { ...round, opens: dayFromNow(-30), closes: dayFromNow(-20) });
  await fillIn(coordinator, `${staff}/survey-rounds/new?survey=${id}`,
    { ...round, title: 'Efter', stage: 'after' }, { to: `${staff}/survey-rounds/new` });
  await answerAll('4');
  const results = `${staff}/surveys/${id}/results`;
  const asked = await fillIn(coordinator, results, {}, { to: `${staff}/surveys/${id}/close`, status: 200 });
  const token = Client.hidden(asked.text, 'csrf_token'), sure = /name="(sure|confirmed?)"[^>]*value="([^"]*)"/.exec(asked.text);
  const closed = await coordinator.post(`${staff}/surveys/${id}/close`, { form: { csrf_token: token, [sure[1]]: sure[2] } });
  assert.equal(closed.status, 303, closed.text);
  const told = (await coordinator.get(results)).text;
  assert.match(told, /Från Före till Efter/);
  assert.match(told, /12 svarade/);
});
