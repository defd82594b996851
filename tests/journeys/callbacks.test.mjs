// "We get back to you", promised by one guide at closing time: next day a
// colleague finds it, tries, hands it over, and it is closed.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks, withoutScripts } from '../lib/browser.mjs';
import { movedClock } from '../lib/clock.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47';
const list = '/sundsvall/staff/callbacks', tasks = '/sundsvall/staff/my-tasks';
const about = 'vill veta om blanketten kan lämnas på papper';
const clock = movedClock();
let server, browser, call_back, entry;

before(async () => {
  clock.at(16, 50);
  server = await startServer({ env: clock.env });
  for (const person of ['anna', 'bo']) server.addUser('sundsvall', 'guide', `${person}@prov.example`, password);
  server.addUser('sundsvall', 'administrator', 'chef@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function asStaff(person, path, look = looks[0], options = {}) {
  const context = await openContext(browser, look, options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (options.javaScriptEnabled === false) withoutScripts(page, look);
  await page.goto(server.url + '/login');
  await fillSignIn(page, `${person}@prov.example`, password);
  await page.goto(server.url + path);
  return { context, page };
}

const main = (page) => page.locator('main').innerText();

/** Tasks follow what there is to be done within some seconds. */
async function waitForTask(page, words, is_there = true) {
  for (let tries = 0; tries < 40; ++tries) {
    await page.goto(server.url + tasks);
    if ((await main(page)).includes(words) === is_there) return;
    await page.waitForTimeout(250);
  }
  assert.fail(`${is_there ? 'no' : 'still a'} task ${words}`);
}

test(`[${engine}] an entry that promises it has an open item; the desk leads to how the person is reached`, async () => {
  const { context, page } = await asStaff('anna', '/sundsvall/staff/', looks[3], { javaScriptEnabled: false });
  await page.locator('[name=topic][value=print]').first().check({ force: true });
  await page.locator('[name=outcome][value=call_back]').check({ force: true });
  await page.locator('main details:has([name=note]) > summary').click();
  await page.fill('[name=note]', about);
  await page.locator('form[action$="/staff/inquiries"] button[type=submit]').last().press('Enter');
  await page.waitForURL(/logged=/);
  entry = new URL(page.url()).searchParams.get('logged');
  await checkPage(page);
  await page.locator('main a[href*="/callbacks/"]').first().press('Enter');
  await page.locator('[name=contact_way]').waitFor();
  await checkPage(page);
  await page.selectOption('[name=contact_way]', 'phone');
  await page.fill('[name=contact]', '060-19 10');
  await page.fill('[name=about]', about);
  await page.locator('main form button[type=submit]').first().press('Enter');
  await page.waitForURL(/callbacks\/[0-9a-f-]{36}\?/);
  await checkPage(page);
  call_back = new URL(page.url()).pathname;
  assert.match(await main(page), /060-19 10/);
  await context.close();
});

test(`[${engine}] next day a colleague finds it late first, takes it, and it is among their own tasks`, async () => {
  clock.nextDay(8, 10);
  const { context, page } = await asStaff('bo', list);
  await checkPage(page);
  assert.match(await main(page), /Att återkomma till/);
  await page.locator('main table a', { hasText: about.slice(0, 20) }).press('Enter');
  await checkPage(page);
  await page.locator('form[action$="/take"] button').press('Enter');
  await page.waitForURL(/saved=1/);
  await waitForTask(page, 'Återkom till någon');
  await page.locator('main a', { hasText: 'Öppna:' }).first().press('Enter');
  await page.locator('form[action$="/tried"] button').press('Enter');
  await page.waitForURL(/saved=1/);
  assert.match(await main(page), /1 försök utan svar/);
  await context.close();
});

test(`[${engine}] handed over to a function it is the task of whoever holds it; the entry in the log says so`, async () => {
  const chef = await asStaff('chef', '/sundsvall/staff/functions/new');
  await chef.page.fill('[name=title]', 'Kontakt om blanketter');
  await chef.page.selectOption('[name=holder]', { label: 'anna@prov.example' });
  await chef.page.locator('main form button[type=submit]').first().press('Enter');
  await chef.page.waitForURL(/functions\/[0-9a-f-]{36}/);
  await chef.context.close();

  const bo = await asStaff('bo', call_back + '/hand-over', looks[2]);
  await checkPage(bo.page);
  await bo.page.selectOption('[name=function]', { label: 'Kontakt om blanketter' });
  await bo.page.fill('[name=note]', 'Ring 070-174 06 35 i stället');
  await bo.page.locator('main form button[type=submit]').press('Enter');
  await bo.page.locator('.error-summary').waitFor();
  await checkPage(bo.page);
  await bo.page.fill('[name=note]', 'Svarar helst efter lunch');
  await bo.page.locator('main form button[type=submit]').press('Enter');
  await bo.page.waitForURL(/saved=1/);
  assert.match(await main(bo.page), /överlämnad till Kontakt om blanketter/);
  await checkPage(bo.page);
  await waitForTask(bo.page, 'Återkom till någon', false);
  await bo.context.close();

  const anna = await asStaff('anna', tasks);
  await waitForTask(anna.page, 'Återkom till någon');
  await anna.page.goto(server.url + `/sundsvall/staff/inquiries/${entry}`);
  assert.match(await main(anna.page), /Att återkomma till · Kontakt om blanketter · utlovad senast/);
  await checkPage(anna.page);
  await anna.context.close();
});

test(`[${engine}] of two who close it one does; the other is told, and nothing typed is lost`, async () => {
  const anna = await asStaff('anna', call_back + '/close'), bo = await asStaff('bo', call_back + '/close');
  await checkPage(anna.page);
  await anna.page.selectOption('[name=outcome]', 'reached');
  await anna.page.fill('[name=note]', 'Papper går bra');
  await anna.page.locator('main form button[type=submit]').press('Enter');
  await anna.page.waitForURL(/saved=1/);
  assert.match(await main(anna.page), /Nådd, och fick svar/);
  await checkPage(anna.page);
  await bo.page.selectOption('[name=outcome]', 'not_reached');
  await bo.page.fill('[name=note]', 'Ingen svarade hela dagen');
  await bo.page.locator('main form button[type=submit]').press('Enter');
  await bo.page.locator('text=Ingen svarade hela dagen').first().waitFor();
  await bo.page.goto(server.url + call_back);
  assert.match(await main(bo.page), /Papper går bra/);
  await anna.page.goto(server.url + `/sundsvall/staff/inquiries/${entry}`);
  assert.match(await main(anna.page), /Avslutad · Kontakt om blanketter/);
  await anna.page.goto(server.url + list + '?state=waiting');
  assert.ok(!(await main(anna.page)).includes(about));
  await bo.context.close();
  await anna.context.close();
});
