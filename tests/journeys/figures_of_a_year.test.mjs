// First contact against its target over a year, and a region that sees who has reported.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { Client } from '../lib/client.mjs';
import { startServer, engine } from '../lib/server.mjs';

const password = 'Fyren lyser i natten 47';
const limit = { timeout: 300_000 };
const staff = '/harnosand/staff';
const now = new Date();
const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7);
const year = lastMonth.slice(0, 4);
let server, browser, token, coordinator;

before(async () => {
  server = await startServer();
  server.addUser('harnosand', 'coordinator', 'coordinator@prov.example', password);
  token = server.run(['token', 'add', '--municipality', 'harnosand', '--scope', 'inquiries:write']).trim();
  coordinator = await new Client(server.url).signIn('coordinator@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function log(number, more) {
  for (let at = 0; at < number; ++at) {
    const json = { topics: ['print'], channel: 'visit', at: `${lastMonth}-15T10:00:00Z`, ...more };
    const answer = await new Client(server.url).post('/api/v1/harnosand/inquiries', { json, headers: { authorization: `Bearer ${token}` } });
    assert.ok([200, 201].includes(answer.status), answer.text);
  }
}

/** A page in the browser, as somebody who is signed in. */
async function open(client, path) {
  const context = await openContext(browser, looks[0]);
  await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: server.url })));
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + path);
  return { context, page };
}

test(`[${engine}] the first-contact share stands against its target, month by month over the year`, limit, async () => {
  const form = (await coordinator.get(`${staff}/statistics/targets`)).text;
  const hidden = ['csrf_token', 'form_of', 'seen', 'form_key'].map((name) => [name, Client.hidden(form, name)]).filter(([, value]) => value);
  const fields = { share: 'answered_at_first_contact', year, direction: 'least', percent: '90' };
  const made = await coordinator.post(`${staff}/statistics/targets`, { form: { ...Object.fromEntries(hidden), ...fields } });
  assert.equal(made.status, 303, made.text);
  await log(71, { outcome: 'answered' });
  await log(23, { outcome: 'not_solved' });

  const asked = `measure=answered_at_first_contact&period=${lastMonth}&by=channel&share=inquiries&target=1`;
  const { context, page } = await open(coordinator, `${staff}/statistics?${asked}`);
  const told = await page.locator('main').innerText();
  assert.match(told, /71 av 94/, 'both parts');
  assert.match(told, /Inte nått/, 'in words beside the colour');
  await page.getByRole('link', { name: 'Månad för månad under året, mot målet' }).click();
  await page.getByRole('table').first().waitFor();
  const months = await page.locator('main').innerText();
  assert.match(months, /71 av 94/, 'the month in its year');
  assert.match(months, /90/, 'what is aimed at');
  await checkPage(page);
  await context.close();
});

test(`[${engine}] a region sees who has reported, and nothing that is not reported is zero`, limit, async () => {
  server.run(['user', 'add', '--role', 'network-viewer', '--network', 'teo', '--email', 'region@prov.example', '--password-stdin'],
    password + '\n');
  server.run(['release', '--month', lastMonth]);
  server.run(['release', '--month', lastMonth, '--revise', '--reason', 'Prov']);
  const region = await new Client(server.url).signIn('region@prov.example', password);
  const { context, page } = await open(region, `/staff/network/teo/statistics?period=${lastMonth}&table=total`);
  for (let tries = 0; tries < 20 && !(await page.locator('main').innerText()).includes('Sollefteå'); ++tries) {
    await page.waitForTimeout(250);   // the server takes in what the command released
    await page.reload();
  }
  const told = await page.locator('main').innerText();
  assert.match(told, /\d av 7/, 'how complete it is');
  assert.match(told, /Sollefteå/, 'who is missing, by name');
  assert.match(told, /noll/, 'not reported is no zero');
  await checkPage(page);
  await context.close();
  assert.equal((await region.get(`${staff}/statistics`)).status, 404, 'released tables alone');
});
