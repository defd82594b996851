// Needs and the network as people use them: a unit on a phone, a coordinator who compares, a region that locks a quarter, one
// person in a small municipality, a workshop on paper.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, repository } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const demoPassword = 'demo-lots-vinter-2026', own = 'Fyren lyser i natten 47', limit = { timeout: 300_000 };
const desk = looks[0], phone = looks[2];
let server, centre, browser;

before(async () => {
  server = await startServer({});
  browser = await openBrowser();
  for (const code of ['2281', '2282', '2283', '2417']) server.run(['municipality', 'activate', code]);
  server.run(['import', 'mapping', join(repository, 'data/demo/mapping.json')]);
  server.run(['network', 'save', 'prov-teo', '--name', 'Provnätet', '--member', '2282', '--member', '2283']);
  for (const [slug, role] of [['kramfors', 'coordinator'], ['norsjo', 'administrator']])
    server.addUser(slug, role, `${slug}@prov.example`, own);
  await server.end();
  await server.begin();
}, limit);
after(async () => { await browser?.close(); await server?.stop(); await centre?.stop(); });

/** Somebody who has signed in, in that look. */
async function somebody(email, password, look = desk, at = server) {
  const context = await openContext(browser, look);
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(at.url + '/login');
  await fillSignIn(page, email, password);
  return {
    page, context,
    open: (path) => page.goto(at.url + '/sv' + path),
    said: async () => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' '),
    save: async () => { await page.locator('main form[method=post] button[type=submit]').first().press('Enter'); await page.waitForLoadState('load'); },
    file: async (path) => {
      const answer = await context.request.get(at.url + '/sv' + path);
      assert.equal(answer.status(), 200, path);
      return (await answer.body()).toString('latin1');
    },
  };
}

async function choose(page, name, value) {
  const select = page.locator(`select[name=${name}]`);
  if (await select.count()) await select.selectOption(value);
  else await page.locator(`[name=${name}][value=${value}]`).check({ force: true });
}

test('a unit answers by its link on a phone, and the coordinator reads what it said', limit, async () => {
  const coordinator = await somebody('coordinator@lotsby.example', demoPassword);
  await coordinator.open('/lotsby/staff/needs/rounds/new');
  await coordinator.page.fill('[name=title]', 'Kartläggning på telefon');
  await coordinator.save();
  const [, round] = /rounds\/([\w-]{20,})/.exec(coordinator.page.url());
  await coordinator.open(`/lotsby/staff/needs/invitations/new?round=${round}`);
  await coordinator.page.fill('[name=title]', 'Hemtjänst norr');
  await choose(coordinator.page, 'area', 'support');
  await coordinator.page.fill('[name=open_until]', new Date(Date.now() + 14 * 86400e3).toISOString().slice(0, 10));
  await coordinator.save();
  const address = await coordinator.page.locator('main a[href*="/lotsby/needs/"]').first().getAttribute('href');
  const unit = await (await openContext(browser, phone)).newPage();
  await unit.goto(new URL(address, server.url).href);
  await checkPage(unit, 'answering by a link', phone);
  await unit.fill('[name=role]', 'undersköterska');
  await unit.locator('textarea').first().fill('Många frågar oss om BankID på kvällen.');
  await unit.locator('main form button[type=submit]').press('Enter');
  await unit.waitForURL(/sent=1/);
  await checkPage(unit, 'answered by a link', phone);
  await coordinator.open(`/lotsby/staff/needs/answers?round=${round}`);
  assert.match(await coordinator.said(), /Många frågar oss om BankID på kvällen\./);
  await coordinator.open(`/lotsby/staff/needs/report?round=${round}`);
  await checkPage(coordinator.page, 'report of a round', desk);
  assert.match(await coordinator.said(), /undersköterska/);
  await unit.context().close();
  await coordinator.context.close();
});

test('a coordinator compares Kramfors and Sollefteå, reads the joint report and copies an example', limit, async () => {
  const coordinator = await somebody('kramfors@prov.example', own);
  await coordinator.open('/kramfors/staff/needs/beside-others?mark=tusen-vagar-in-2022&area=support&question=N6');
  for (const name of [/Kramfors/, /Sollefteå/]) assert.match(await coordinator.said(), name);
  await checkPage(coordinator.page, 'beside others', desk);
  await coordinator.open('/kramfors/staff/needs/joint-report?mark=tusen-vagar-in-2022');
  await checkPage(coordinator.page, 'joint report', desk);
  const report = await coordinator.said();
  for (const name of ['Härnösand', 'Kramfors', 'Nordanstig', 'Sollefteå', 'Sundsvall', 'Ånge', 'Örnsköldsvik'])
    assert.ok(report.includes(name), name);
  assert.match(report, /Ingen kommun har svarat på/);
  assert.ok((await coordinator.file('/kramfors/staff/needs/joint-report.pdf?mark=tusen-vagar-in-2022')).startsWith('%PDF'));
  assert.ok((await coordinator.file('/kramfors/staff/needs/joint-report.odt?mark=tusen-vagar-in-2022')).startsWith('PK'));
  await coordinator.open('/kramfors/staff/needs/examples-of-others');
  await checkPage(coordinator.page, 'examples of others', desk);
  const example = coordinator.page.locator('main article', { hasText: 'Sollefteå' }).first();
  const title = await example.locator('h2').innerText();
  await example.getByRole('button').press('Enter');
  await coordinator.page.waitForURL(/copied=1/);
  await coordinator.open('/kramfors/staff/needs/examples');
  assert.ok((await coordinator.said()).includes(title), title);
  assert.match(await coordinator.said(), /Sollefteå/);
  await coordinator.context.close();
});

/** The quarter before this one, and its months. */
function lastQuarter() {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 3, 1));
  const months = [0, 1, 2].map((more) => new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + more, 15)).toISOString().slice(0, 7));
  return { key: `${first.getUTCFullYear()}-Q${first.getUTCMonth() / 3 + 1}`, months };
}

async function log(slug, month, number) {
  const token = centre.run(['token', 'add', '--municipality', slug, '--scope', 'inquiries:write']).trim();
  await centre.end();
  await centre.begin();
  for (let at = 0; at < number; ++at) {
    const json = { topics: ['print'], channel: 'visit', outcome: 'answered', at: `${month}-15T10:00:00Z` };
    const answer = await new Client(centre.url).post(`/api/v1/${slug}/inquiries`, { json, headers: { authorization: `Bearer ${token}` } });
    assert.ok([200, 201].includes(answer.status), answer.text);
  }
}

test('a region locks a quarter, a member corrects, and everybody sees the revision', limit, async () => {
  const { key, months } = lastQuarter();
  centre = await startServer({ demo: false });
  for (const code of ['2262', '2281']) centre.run(['municipality', 'activate', code]);
  centre.run(['network', 'save', 'prov-teo', '--name', 'Provnätet', '--member', '2262', '--member', '2281', '--lead', '2262']);
  for (const slug of ['timra', 'sundsvall']) centre.addUser(slug, 'coordinator', `${slug}@prov.example`, own);
  for (const slug of ['timra', 'sundsvall']) for (const month of months) await log(slug, month, 35);
  centre.run(['release', '--month', months[2]]);
  await centre.end();
  await centre.begin();
  const member = await somebody('sundsvall@prov.example', own, desk, centre);
  const region = await somebody('timra@prov.example', own, desk, centre);
  const figures = (slug) => `/${slug}/staff/networks/prov-teo/figures?period=${key}`;
  await member.open(figures('sundsvall'));
  await checkPage(member.page, 'figures of a network', desk);
  await member.page.getByRole('button', { name: 'Godkänn' }).press('Enter');
  await member.page.waitForURL(/done=approved/);
  await region.open(figures('timra'));
  await region.page.getByRole('button', { name: 'Lås den' }).press('Enter');
  await region.page.waitForURL(/done=locked/);
  await log('sundsvall', months[1], 12);
  centre.run(['release', '--month', months[2], '--revise', '--reason', 'Ett blad till']);
  await centre.end();
  await centre.begin();
  await member.open(figures('sundsvall'));
  await member.page.fill('[name=reason]', 'Ett blad låg kvar');
  await member.page.getByRole('button', { name: 'Godkänn' }).press('Enter');
  await member.page.waitForURL(/done=approved/);
  const anybody = await (await openContext(browser, phone)).newPage();
  await anybody.goto(`${centre.url}/sv/networks/prov-teo/figures?period=${key}`);
  await checkPage(anybody, 'figures that everybody sees', phone);
  const said = (await anybody.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
  assert.match(said, /Rättat efter låsningen/);
  assert.match(said, /version 2 efter låsningen\. Ett blad låg kvar/);
  assert.match(said, /Per 1 000 invånare/);
  await anybody.goto(`${centre.url}/sv/networks/prov-teo/feedback`);
  await checkPage(anybody, 'telling a network', phone);
  await anybody.fill('[name=said]', 'Ring mig på 070-123 45 67');
  await anybody.locator('main form button[type=submit]').press('Enter');
  await anybody.waitForLoadState('load');
  assert.equal(await anybody.inputValue('[name=said]'), 'Ring mig på 070-123 45 67', 'nothing typed is lost');
  await anybody.fill('[name=said]', 'Bra att se vem som inte har sagt något.');
  await anybody.locator('main form button[type=submit]').press('Enter');
  await anybody.waitForURL(/done=1/);
  await region.open('/timra/staff/network/feedback');
  assert.match(await region.said(), /Bra att se vem som inte har sagt något\./);
  for (const one of [anybody.context(), member.context, region.context]) await one.close();
});

test('one person in a small municipality goes from nothing to a page that residents use', limit, async () => {
  const one = await somebody('norsjo@prov.example', own, phone);
  await one.open('/norsjo/staff/set-up');
  await checkPage(one.page, 'what is missing', phone);
  await one.page.locator('main a[href$="/staff/settings"]').first().press('Enter');
  await one.page.waitForLoadState('load');
  const settings = one.page.locator('form[action$="/staff/settings"]');
  await settings.locator('input[name=phone]').fill('0918-140 00');
  for (const day of [0, 1, 2, 3, 4]) await settings.locator(`[name=phone_day_${day}]`).fill('8-16');
  await settings.locator('button[type=submit]').first().press('Enter');
  await one.page.waitForLoadState('load');
  await one.open('/norsjo/staff/directory/places/new');
  await one.page.fill('[name=name]', 'Biblioteket i Norsjö');
  for (const day of [0, 1, 2]) await one.page.fill(`[name=hours_day_${day}]`, '10-16');
  const topic = one.page.locator('[name=topics][value=bank]');
  const tick = () => topic.evaluate((box) => { box.checked = true; });
  const asked = await topic.count() > 0;
  if (asked) await tick();
  await one.save();
  if (!asked) {
    await tick();
    await one.page.locator('main form:has([name=topics]) button[type=submit]').first().press('Enter');
    await one.page.waitForLoadState('load');
  }
  await one.open('/norsjo/staff/set-up');
  await one.page.getByRole('link', { name: 'Se sidan så som invånarna ser den' }).press('Enter');
  await one.page.waitForLoadState('load');
  const resident = await (await openContext(browser, phone)).newPage();
  await resident.goto(server.url + '/sv/norsjo/');
  await checkPage(resident, 'a small municipality', phone);
  assert.match((await resident.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' '), /0918-140 00/);
  await resident.goto(server.url + '/sv/norsjo/places');
  assert.match(await resident.locator('main').innerText(), /Biblioteket i Norsjö/);
  for (const context of [resident.context(), one.context]) await context.close();
});

test('a workshop ranks 30 challenges from paper', limit, async () => {
  const titles = Array.from({ length: 30 }, (_, at) => `Hinder nummer ${String(at + 1).padStart(2, '0')}`);
  const file = join(server.data, 'hinder.csv');
  writeFileSync(file, 'Challenge\n' + titles.join('\n') + '\n');
  server.run(['import', 'table', '--municipality', 'kramfors', '--kind', 'challenge', file]);
  await server.end();
  await server.begin();
  const coordinator = await somebody('kramfors@prov.example', own);
  assert.ok((await coordinator.file('/kramfors/staff/needs/ranking.pdf')).startsWith('%PDF'), 'a sheet for each who votes');
  await coordinator.open('/kramfors/staff/needs/ranking');
  await checkPage(coordinator.page, 'ranking', desk);
  await coordinator.page.fill('[name=workshop]', 'Verkstad 2');
  for (const [at, title] of titles.entries())
    if (at !== 4) await coordinator.page.getByLabel(title).fill(String(at === 16 ? 90 : at));
  await coordinator.page.getByLabel(titles[3]).fill('många');
  await coordinator.page.getByRole('button', { name: 'Lägg till poängen' }).press('Enter');
  await coordinator.page.waitForLoadState('load');
  assert.equal(await coordinator.page.getByLabel(titles[3]).inputValue(), 'många', 'nothing typed is lost');
  await coordinator.page.getByLabel(titles[3]).fill('3');
  await coordinator.page.getByRole('button', { name: 'Lägg till poängen' }).press('Enter');
  await coordinator.page.waitForURL(/added=1/);
  await checkPage(coordinator.page, 'ranked', desk);
  const rows = await coordinator.page.locator('main table tbody tr').allInnerTexts();
  const places = titles.map((title) => rows.findIndex((row) => row.includes(title)));
  assert.equal(places[16], 0, 'most points first');
  assert.ok(places[29] < places[28] && places[28] < places[1]);
  assert.match(rows[places[4]], /Ingen än|Okänt/, 'no points are not zero points');
  await coordinator.context.close();
});
