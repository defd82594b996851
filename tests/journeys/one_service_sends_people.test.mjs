// A coordinator shows whoever answers for an e-service that a fifth of the visits come because of it; they answer, the desk sees it.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { Client } from '../lib/client.mjs';
import { startServer, engine } from '../lib/server.mjs';

const password = 'Fyren lyser i natten 47';
const limit = { timeout: 300_000 };
const staff = '/sundsvall/staff';
const iso = (date) => date.toISOString().slice(0, 10);
const now = new Date();
const inLastMonth = iso(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)));
let server, browser, token, coordinator, guide;

before(async () => {
  server = await startServer();
  for (const role of ['coordinator', 'guide']) server.addUser('sundsvall', role, `${role}@prov.example`, password);
  token = server.run(['token', 'add', '--municipality', 'sundsvall', '--scope', 'inquiries:write']).trim();
  coordinator = await new Client(server.url).signIn('coordinator@prov.example', password);
  guide = await new Client(server.url).signIn('guide@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function log(number, more) {
  for (let at = 0; at < number; ++at) {
    const json = { topics: ['print'], channel: 'visit', outcome: 'answered', at: `${inLastMonth}T10:00:00Z`, ...more };
    const answer = await new Client(server.url).post('/api/v1/sundsvall/inquiries', { json, headers: { authorization: `Bearer ${token}` } });
    assert.ok([200, 201].includes(answer.status), answer.text);
  }
}

/** Fills in the form of a page that is sent to the same address. */
async function send(client, path, fields) {
  const page = (await client.get(path)).text;
  const hidden = ['csrf_token', 'form_of', 'seen', 'form_key'].map((name) => [name, Client.hidden(page, name)]).filter(([, value]) => value);
  const answer = await client.post(path, { form: { ...Object.fromEntries(hidden), ...fields } });
  assert.equal(answer.status, 303, answer.text);
  return answer.headers.get('location');
}

/** Also where the demo released the month already. */
function release() {
  const month = inLastMonth.slice(0, 7);
  server.run(['release', '--month', month]);
  server.run(['release', '--month', month, '--revise', '--reason', 'Prov']);
}

test(`[${engine}] one e-service causes a fifth of the visits, its owner answers, and the desk sees it`, limit, async () => {
  const name = 'Skolvalet i Sundsvall';
  await send(coordinator, `${staff}/directory/e-services/new`, { name, url: 'https://skolval.example/', status: 'open' });
  const form = await coordinator.get(`${staff}/owners/new`);
  assert.equal(form.status, 200);
  const [, about, id] = new RegExp(`value="(e_service:([^"]+))"[^>]*>${name}<`).exec(form.text);
  await log(40, { e_service: id, barrier: 'no_e_id' });
  await log(160, {});
  release();
  const until = iso(new Date(Date.now() + 90 * 86400e3));
  const made = await send(coordinator, `${staff}/owners/new`, { title: 'Barn och utbildning', about, open_until: until });
  const link = (await coordinator.get(made)).text;
  const address = /\/sundsvall\/owners\/[\w-]{40,}/.exec(link)[0];

  const context = await openContext(browser, looks[0]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const shows = `40 av 200 frågor`;
  for (let tries = 0; tries < 20 && !(await page.locator('main').innerText().catch(() => '')).includes(shows); ++tries) {
    await page.goto(server.url + address);   // the server takes in what the command released
    if (tries > 0) await page.waitForTimeout(250);
  }
  const told = await page.locator('main').innerText();
  assert.ok(told.includes(shows) && told.includes('20'), told);
  await checkPage(page);
  await page.locator('input[name=state][value=mended]').check();
  await page.locator('input[name=on_day]').fill('');
  await page.locator('textarea[name=words]').fill('Man loggar in utan e-legitimation.');
  await page.locator('form[data-answer] button[type=submit]').click();
  assert.match(await page.locator('main').innerText(), /Skriv dagen/, 'which day?');
  assert.equal(await page.locator('textarea[name=words]').inputValue(), 'Man loggar in utan e-legitimation.', 'typed text stands');
  await page.locator('input[name=on_day]').fill(inLastMonth);
  await page.locator('form[data-answer] button[type=submit]').click();
  assert.match(await page.locator('main').innerText(), /Ditt svar är sparat/);
  assert.deepEqual(await context.cookies(), [], 'no cookie');
  await context.close();

  const desk = await guide.get(`${staff}/?q=${encodeURIComponent(name)}`);
  assert.ok(desk.text.includes('data-owner-says') && desk.text.includes('Man loggar in utan e-legitimation.'), 'the desk');
  const asked = await guide.get(`${staff}/e-service-questions?e_service=${id}`);
  assert.ok(asked.text.includes('Man loggar in utan e-legitimation.'), 'its page for staff');
  const open = await new Client(server.url).get('/sundsvall/e-services/skolvalet-i-sundsvall');
  assert.equal(open.status, 200);
  assert.ok(!open.text.includes('e-legitimation.'), 'its public page says nothing of it');
  const sends = await coordinator.get(`${staff}/statistics/sent-here`);
  assert.ok(sends.text.includes('Vad ägare svarar') && sends.text.includes('åtgärdat'), 'the figures');
  const figures = await coordinator.get(`${staff}/statistics?period=${inLastMonth.slice(0, 7)}`);
  assert.ok(figures.text.includes('Man loggar in utan e-legitimation.'), 'a circumstance of the month');
});

test(`[${engine}] who guesses an address, and who comes after the link has ended, sees nothing`, limit, async () => {
  assert.equal((await new Client(server.url).get('/sundsvall/owners/gissad')).status, 404);
  const listed = await coordinator.get(`${staff}/owners`);
  const [, one] = /staff\/owners\/([0-9a-f-]{36})/.exec(listed.text);
  const shown = (await coordinator.get(`${staff}/owners/${one}`)).text;
  const address = /\/sundsvall\/owners\/[\w-]{40,}/.exec(shown)[0];
  const open = await new Client(server.url).get(address);
  assert.equal(open.status, 200);
  assert.match(open.headers.get('cache-control'), /no-store/);
  assert.match(open.text, /noindex/);
  const fields = { seen: Client.hidden(shown, 'seen'), csrf_token: Client.hidden(shown, 'csrf_token') };
  const ended = await coordinator.post(`${staff}/owners/${one}/end`, { form: fields });
  assert.equal(ended.status, 303, ended.text);
  assert.equal((await new Client(server.url).get(address)).status, 410);
});
