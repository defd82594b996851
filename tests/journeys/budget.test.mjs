// An economist comes to the budget of an application, finds how the wage line comes about, corrects an amount and loses nothing.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47', economist = 'ekonom@prov.example';
let server, browser, context, page;

before(async () => {
  server = await startServer({});
  server.addUser('timra', 'coordinator', economist, password);
  browser = await openBrowser();
  context = await openContext(browser, looks[0]);
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + '/login');
  await fillSignIn(page, economist, password);
});
after(async () => { await browser?.close(); await server?.stop(); });

/** What a page says, with ordinary spaces. */
const said = async () => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');

test('an economist finds the arithmetic of the wage line, and what does not fit', async () => {
  await page.goto(server.url + '/sv/timra/staff/budgets');
  await page.getByRole('link', { name: /Internetstiftelsen i Sverige 2019/ }).click();
  const text = await said();
  assert.match(text, /212 kr × \(1 \+ 39,2 %\) × 3 950 h = 1 165 661 kr/);
  assert.match(text, /182 kr × \(1 \+ 39,2 %\) × 1 975 h = 500 354 kr/);
  assert.match(text, /uträknat 1 666 015 kr, men 1 660 000 kr är infört, det skiljer 6 015 kr/);
  assert.match(text, /15,06 % av lönerna/);
  assert.match(text, /985 000 kr i kontanta medel .* men de kostar 550 000 kr/);
  for (const sum of ['1 230 000', '1 330 000', '2 560 000']) assert.ok(text.includes(sum), sum);
  assert.equal(await page.getByText('Titta på det här', { exact: true }).count(), 3);
  await checkPage(page, 'budget', looks[0]);
});

test('what is typed stays where an amount cannot be read, and is saved once it can', async () => {
  await page.getByRole('link', { name: 'Ändra beloppen' }).click();
  const travel = page.getByRole('group', { name: 'Resekostnader' });
  await travel.getByLabel('2019').fill('-5');
  await travel.getByLabel('2020').fill('16 000,50');
  await page.getByRole('button', { name: 'Spara' }).click();
  assert.equal(await travel.getByLabel('2019').inputValue(), '-5');
  assert.equal(await travel.getByLabel('2020').inputValue(), '16 000,50');
  await travel.getByLabel('2019').fill('15 000');
  await page.getByRole('button', { name: 'Spara' }).click();
  await page.waitForURL(/budgets\/timra-budget$/);
  const text = await said();
  assert.match(text, /2020: 1 000,50 kr saknas/);
});
