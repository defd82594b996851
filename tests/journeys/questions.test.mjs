// A question asked at night without JavaScript is answered as promised, and its answer joins the bank and is found.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks, withoutScripts } from '../lib/browser.mjs';
import { movedClock } from '../lib/clock.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47';
const asked = 'Hur gör jag när min telefon inte vill ta emot den nya koden från banken?';
const clock = movedClock();
let server, browser, code;

before(async () => {
  clock.at(22, 40);
  server = await startServer({ env: clock.env });
  server.promiseAnswers('sundsvall');
  for (const person of ['anna', 'bo']) server.addUser('sundsvall', 'guide', `${person}@prov.example`, password);
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

async function asStaff(person, path) {
  const { context, page } = await open(looks[0]);
  await page.goto(server.url + '/login');
  await fillSignIn(page, `${person}@prov.example`, password);
  await page.goto(server.url + path);
  return { context, page };
}

test(`[${engine}] a resident asks at night without JavaScript, on a small screen, and gets a code and a time`, async () => {
  const { context, page } = await open(looks[3], { javaScriptEnabled: false });
  await page.goto(server.url + '/sundsvall/search?q=telefonkod');
  await page.locator('main a[href$="/ask"]').first().press('Enter');
  await page.locator('h1').waitFor();
  await checkPage(page);
  await page.fill('[name=question]', `${asked} Mitt nummer är 070-174 06 35.`);
  await page.locator('main form button[type=submit]').first().press('Enter');
  await page.locator('.error-summary').waitFor();
  await checkPage(page);
  assert.ok((await page.inputValue('[name=question]')).startsWith(asked), 'what was typed is there again');
  await page.fill('[name=question]', asked);
  await page.locator('main form button[type=submit]').first().press('Enter');
  await page.waitForURL(/\/ask\/[a-z0-9-]{19}/);
  await checkPage(page);
  code = new URL(page.url()).pathname.split('/').pop();
  assert.match(await page.locator('main').innerText(), /Du får det senast \d/);
  await page.goto(server.url + '/sundsvall/ask');
  await page.fill('[name=code]', code.toUpperCase().replaceAll('-', ' '));
  await page.locator('form[action$="/ask/follow"] button').press('Enter');
  await page.waitForURL(/\/ask\/./);
  assert.match(await page.locator('main').innerText(), /väntar på svar/);
  await context.close();
});

test(`[${engine}] next morning a guide answers it; a colleague who answered at the same time is told`, async () => {
  clock.nextDay(8, 20);
  const anna = await asStaff('anna', '/sundsvall/staff/questions'), bo = await asStaff('bo', '/sundsvall/staff/questions');
  for (const { page } of [anna, bo]) {
    await checkPage(page);
    await page.locator('main table a', { hasText: asked.slice(0, 30) }).press('Enter');
    await page.locator('main a[href$="/answer"]').press('Enter');
    await page.locator('[name=answer]').waitFor();
    await checkPage(page);
  }
  await anna.page.fill('[name=answer]', 'Starta om telefonen och hämta koden en gång till.');
  await anna.page.locator('main form button[type=submit]').press('Enter');
  await anna.page.waitForURL(/questions\/[0-9a-f-]{36}\?/);
  await checkPage(anna.page);
  await bo.page.fill('[name=answer]', 'Ring banken.');
  await bo.page.locator('main form button[type=submit]').press('Enter');
  await bo.page.locator('text=Starta om telefonen').first().waitFor();
  assert.ok((await bo.page.content()).includes('Ring banken.'), 'nothing typed is lost');
  await bo.context.close();
  await anna.context.close();
});

test(`[${engine}] the resident reads it; made an answer of the bank, the search finds it above all else`, async () => {
  const { context, page } = await open(looks[2], { javaScriptEnabled: false });
  await page.goto(server.url + `/sundsvall/ask/${code}`);
  assert.match(await page.locator('main').innerText(), /Starta om telefonen/);
  await checkPage(page);
  const anna = await asStaff('anna', '/sundsvall/staff/questions?state=answered');
  await anna.page.locator('main table a', { hasText: asked.slice(0, 30) }).press('Enter');
  await anna.page.locator('main a[href$="/bank"]').press('Enter');
  await anna.page.locator('[name=answer]').waitFor();
  await checkPage(anna.page);
  await anna.page.fill('[name=question]', 'Varför kommer koden från banken inte fram?');
  await anna.page.check('[name=is_published]', { force: true });
  await anna.page.locator('main form button[type=submit]').last().press('Enter');
  await anna.page.waitForURL(/answers\/[0-9a-f-]{36}/);
  await checkPage(anna.page);
  await anna.context.close();
  await page.goto(server.url + '/sundsvall/search?q=koden+banken+kommer');
  const first = page.locator('main ul.hits a').first();
  assert.equal(await first.innerText(), 'Varför kommer koden från banken inte fram?');
  await checkPage(page);
  await first.press('Enter');
  await page.locator('button[name=helped][value=yes]').press('Enter');
  await page.waitForURL(/thanks/);
  await checkPage(page);
  await page.goto(server.url + '/sundsvall/answers');
  await checkPage(page);
  await context.close();
});

test(`[${engine}] a guide tells the answer at the desk with one press: it is counted, and what stands in the form stays`, async () => {
  const { context, page } = await asStaff('bo', '/sundsvall/staff/');
  await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
  await page.fill('[name=minutes]', '5');
  await page.locator('[data-desk] input[type=search]').fill('koden banken kommer');
  const told = page.locator('#desk-hits button[form=told-form]').first();
  await told.waitFor();
  await checkPage(page);
  await told.press('Enter');
  await page.locator('#desk-hits [role=status]', { hasText: 'Räknat för den här platsen.' }).waitFor();
  assert.equal(await told.isVisible(), false, 'once');
  assert.equal(await page.inputValue('[name=minutes]'), '5');
  assert.equal(new URL(page.url()).pathname, '/sundsvall/staff/');
  const { context: plain, page: without } = await open(looks[0], { javaScriptEnabled: false });
  await without.goto(server.url + '/login');
  await fillSignIn(without, 'anna@prov.example', password);
  await without.goto(server.url + '/sundsvall/staff/?q=koden+banken+kommer');
  await without.locator('#desk-hits button[form=told-form]').first().press('Enter');
  await without.waitForURL(/staff\/answers\/[0-9a-f-]{36}$/);
  assert.match(await without.locator('main').innerText(), /: 2 gånger/);
  await plain.close();
  await context.close();
});

test(`[${engine}] asking is three fields, until a way is chosen that needs more; what it does not need is not sent`, async () => {
  const { context, page } = await open(looks[2]);
  const fields = () => page.locator('form[action$="/ask"]').evaluate((form) => [...new Set([...form.elements]
    .filter((one) => one.checkVisibility() && /^(INPUT|SELECT|TEXTAREA)$/.test(one.tagName)).map((one) => one.name))]);
  await page.goto(server.url + '/sundsvall/ask');
  const three = ['question', 'topic', 'reply_by'];
  assert.deepEqual(await fields(), three);
  await checkPage(page);
  await page.locator('[name=reply_by][value=phone]').press('Space');
  assert.deepEqual(await fields(), [...three, 'contact', 'wished', 'how_often']);
  await checkPage(page);
  await page.fill('[name=contact]', '070-174 06 35');
  await page.locator('[name=reply_by][value=email]').press('Space');
  assert.deepEqual(await fields(), [...three, 'contact', 'how_often']);
  assert.equal(await page.inputValue('[name=contact]'), '070-174 06 35', 'what was typed stays');
  await page.locator('[name=reply_by][value=none]').press('Space');
  assert.deepEqual(await fields(), three);
  await page.fill('[name=question]', 'Var kan jag skanna ett papper?');
  await page.locator('main form button[type=submit]').first().press('Enter');
  await page.waitForURL(/\/ask\/[a-z0-9-]{19}/);
  await page.goto(page.url().split('?')[0] + '/reach');
  assert.ok(await page.locator('[name=reply_by][value=none]').isChecked(), 'nobody rings who looks with the code');
  await context.close();
  const plain = await open(looks[2], { javaScriptEnabled: false });
  await plain.page.goto(server.url + '/sundsvall/ask');
  await plain.page.getByRole('heading', { name: 'Bara om vi ska skriva till dig eller ringa dig' }).waitFor();
  for (const name of ['contact', 'wished']) assert.ok(await plain.page.locator(`[name=${name}]`).isVisible(), name);
  await plain.context.close();
});
