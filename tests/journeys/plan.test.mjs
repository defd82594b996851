// The plan as people use it: a strategist, a steering group, a politician, a secretary, a partner with a calendar; and two real plans.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, repository } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';
import { join } from 'node:path';
import { dayFromNow } from '../lib/days.mjs';

const password = 'demo-lots-vinter-2026', own = 'Fyren lyser i natten 47';
let server, browser, context, page;

before(async () => {
  server = await startServer({});
  browser = await openBrowser();
  context = await openContext(browser, looks[0]);
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await signIn('coordinator@lotsby.example', password);
});
after(async () => { await browser?.close(); await server?.stop(); });

async function signIn(email, word) {
  await page.goto(server.url + '/login');
  await fillSignIn(page, email, word);
}
const said = async () => (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
const open = (path) => page.goto(server.url + '/sv' + path);
/** A file that the page links to, with the reader's own session. */
async function file(path) {
  const answer = await context.request.get(server.url + '/sv' + path);
  assert.equal(answer.status(), 200, path);
  return answer.body();
}
const plan = async () => (await (await context.request.get(server.url + '/api/v1/lotsby/plan')).json()).children[0];
const projectA = async () => (await plan()).children[0].children.find((part) => part.code === 'A');

test('a strategist comes to the plan from the menu, and moves an area to operation with documents missing', async () => {
  await open('/lotsby/staff');
  assert.ok(await page.locator('nav a[href$="/staff/plan"]').count(), 'in the menu');
  await open('/lotsby/staff/plan');
  await checkPage(page, 'plan', looks[0]);
  for (const project of ['A Digital omställning', 'B Infrastruktur', 'C Hjälp nära dig', 'D Skola', 'E En kommun'])
    assert.ok((await said()).includes(project), project);
  await page.getByRole('link', { name: 'A-AO2 Nytt arbetssätt' }).first().click();
  await checkPage(page, 'area', looks[0]);
  await page.getByRole('link', { name: 'Flytta till en annan fas' }).click();
  assert.match(await said(), /Inte klart än: .*Förarbete/);
  await page.getByLabel(/3\. Drift/).check();
  await page.getByRole('button', { name: 'Flytta' }).click();
  assert.ok(await page.getByLabel(/3\. Drift/).isChecked(), 'what was chosen stays where the reason is missing');
  await page.locator('[name=why]').fill('Utbildningen har börjat i förväg.');
  await page.getByRole('button', { name: 'Flytta' }).click();
  const text = await said();
  assert.match(text, /Utbildningen har börjat i förväg\./);
  assert.match(text, /Inte klart då: Förarbete/);
});

test('a part names its decisions, its budget and its targets; the target names the part', async () => {
  const id = (await projectA()).id;
  await open('/lotsby/staff/plan/' + id);
  await checkPage(page, 'project', looks[0]);
  await page.getByRole('link', { name: 'Planens andra utgåva antas' }).click();
  const decision = await said();
  assert.match(decision, /Digitalcenter \(påhittad\)/);
  await page.getByRole('link', { name: /Digitalcenter/ }).click();
  assert.match(await said(), /Planens andra utgåva antas/);
  await open('/lotsby/staff/plan/' + id);
  await page.getByRole('link', { name: /^4\.4 / }).click();
  assert.match(await said(), /A Digital omställning/);
  await checkPage(page, 'target', looks[0]);
  await page.getByRole('link', { name: 'Planen, och hur långt den har kommit' }).click();
  await page.waitForURL(/progress\/plan$/);
  await open('/lotsby/progress');
  assert.ok(await page.getByRole('link', { name: 'Planen, och hur långt den har kommit' }).count());
});

test('the timeline is read by year and by quarter, the archive and the follow-up table are files', async () => {
  await open('/lotsby/staff/plan/timeline');
  await checkPage(page, 'timeline', looks[0]);
  await page.getByRole('link', { name: '2026', exact: true }).click();
  await page.getByRole('link', { name: /Kvartal 4/ }).click();
  assert.match(page.url(), /2026-Q4/);
  await checkPage(page, 'quarter', looks[0]);
  assert.ok((await file('/lotsby/staff/plan/timeline.pdf')).toString('latin1').startsWith('%PDF'));
  assert.ok((await file(`/lotsby/staff/plan/${(await projectA()).id}/archive.zip`)).toString('latin1').includes('manifest.csv'));
  assert.ok((await file('/lotsby/staff/plan/follow-up.xlsx')).toString('latin1').startsWith('PK'));
});

test('what a follow-up tool sends back is taken in', async () => {
  const book = await file('/lotsby/staff/plan/follow-up.xlsx');
  await open('/lotsby/staff/plan/parts/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'uppfoljning.xlsx', buffer: book,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForLoadState('load');
  assert.doesNotMatch(await said(), /Ingen kolumn/);
  await checkPage(page, 'import of the plan', looks[0]);
});

test('the table for a follow-up tool is taken in as it went out, with what is worked out beside it', async () => {
  const table = await file('/lotsby/staff/plan/follow-up.csv');
  assert.match(table.toString('utf8'), /;\(/, 'what is worked out stands in brackets');
  await open('/lotsby/staff/plan/parts/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'uppfoljning.csv', buffer: table, mimeType: 'text/csv' });
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForLoadState('load');
  assert.doesNotMatch(await said(), /Ingen kolumn/);
});

test('the whole tree goes out as JSON and comes in changed, after it was told what it would do', async () => {
  const tree = JSON.parse((await file('/lotsby/staff/plan/tree.json')).toString('utf8'));
  const first = tree.children[0];
  const changed = { children: [{ id: first.id, version: first.version, resources: 'En halv tjänst' }] };
  await open('/lotsby/staff/plan/parts/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'plan-tree.json', mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(changed)) });
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForLoadState('load');
  assert.match(await said(), /En halv tjänst/);
  await checkPage(page, 'import of the tree', looks[0]);
});

test('a partner’s calendar reads the days of a part that nobody else sees, until the link is over', async () => {
  const part = '/lotsby/staff/plan/' + (await projectA()).id;
  await open(part);
  await page.getByRole('link', { name: 'Den här delens dagar i en partners kalender' }).click();
  await page.getByRole('button', { name: 'Gör en länk för partner' }).click();
  await checkPage(page, 'link for a partner', looks[0]);
  const link = (await page.locator('main code').textContent()).trim();
  const partner = await openContext(browser, looks[0]);
  const days = await partner.request.get(link);
  assert.match(await days.text(), /BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT/);
  await page.getByRole('button', { name: 'Avsluta länken' }).click();
  assert.equal((await partner.request.get(link)).status(), 404);
  await partner.close();
});

test('a project that is not handed over is not closed, and says where that is done', async () => {
  await open(`/lotsby/staff/plan/${(await projectA()).id}/close`);
  assert.equal(await page.locator('main form button').count(), 0);
  await checkPage(page, 'closing', looks[0]);
  await page.getByRole('link', { name: 'Planera överlämnandet' }).click();
  await page.waitForURL(/handovers\/new\?part=/);
});

test('what is written in a section waits in the browser, and a comment asks somebody for an answer', async () => {
  await open('/lotsby/staff/plan/documents');
  await page.getByRole('link', { name: /Förarbete: digital omställning/ }).first().click();
  await page.getByRole('link', { name: 'Läs det, skriv ut det' }).click();
  await checkPage(page, 'document of the plan', looks[0]);
  const document = page.url();
  await page.getByRole('link', { name: /^2\. .*\(tomt\)/ }).click();
  await page.locator('[name=section_2]').fill('Tre av fyra ringer hellre än de skriver.');
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator('[data-draft-back]').click();
  assert.equal(await other.locator('[name=section_2]').inputValue(), 'Tre av fyra ringer hellre än de skriver.');
  await other.locator('main form button[type=submit]').first().click();
  await other.waitForLoadState('load');
  await other.close();
  page.once('dialog', (dialog) => dialog.accept());   // the first window still holds what it had
  await page.goto(document);
  assert.match(await said(), /Tre av fyra ringer hellre än de skriver\./);
  await page.getByRole('link', { name: 'Skriv en kommentar' }).click();
  await checkPage(page, 'comment form', looks[0]);
  await page.locator('[name=title]').fill('Stämmer det också i glesbygden?');
  await page.locator('[name=section]').fill('2');
  await page.locator('main form button[type=submit]').first().click();
  await page.goto(document);
  assert.match(await said(), /Stämmer det också i glesbygden\?/);
  assert.match(await said(), /inte besvarad än/);
  await open('/lotsby/staff/plan/digest');
  await checkPage(page, 'letter of the week', looks[0]);
});

test('the steering group approves an edition', async () => {
  await open('/lotsby/staff/plan/editions');
  await page.locator('[name=about]').fill('Vinterns upplaga');
  await page.getByRole('button', { name: 'Gör en upplaga' }).click();
  for (const who of ['Projektgrupp', 'Ägare', 'Styrgrupp']) {
    await page.getByRole('heading', { name: `Vad de säger: ${who}` }).waitFor();
    await page.locator('[name=result][value=approved]').check();
    if (who === 'Styrgrupp') await page.locator('[name=decision]').selectOption({ index: 1 });
    else await page.locator('[name=day]').fill(dayFromNow(-200));
    await checkPage(page, `edition before ${who}`, looks[0]);
    await page.getByRole('button', { name: 'Spara vad gruppen sa' }).click();
  }
  assert.equal(await page.locator('main form button').count(), 0, 'nothing is left to approve');
  await checkPage(page, 'edition', looks[0]);
  await open('/lotsby/progress/plan');
  assert.match(await said(), /Upplaga \d+ av planen är godkänd av styrgruppen/);
  await page.getByRole('link', { name: 'Planen som den godkändes' }).click();
  await checkPage(page, 'approved plan', looks[0]);
});

test('a politician prints one page, in every look and in Arabic', async () => {
  const paper = (await file('/lotsby/progress/plan.pdf')).toString('latin1');
  assert.ok(paper.startsWith('%PDF'));
  for (const look of looks) {
    const other = await openContext(browser, look);
    const shown = await other.newPage();
    for (const language of ['sv', 'ar']) {
      await shown.goto(`${server.url}/${language}/lotsby/progress/plan`);
      await checkPage(shown, `public plan, ${language}, ${look.name}`);
    }
    await other.close();
  }
});

test('the secretary makes a meeting pack, and a partner takes the days', async () => {
  await open('/lotsby/staff/bodies');
  await checkPage(page, 'bodies', looks[0]);
  await page.getByRole('link', { name: 'Möteshäfte' }).click();
  assert.match(await said(), /Öppet på onsdagskvällar/);
  await checkPage(page, 'pack', looks[0]);
  const link = await page.locator('a[href*="pack.pdf"]').first().getAttribute('href');
  assert.ok((await (await context.request.get(new URL(link, page.url()).href)).body()).toString('latin1').startsWith('%PDF'));
  const days = (await file('/lotsby/progress/plan/calendar.ics')).toString('utf8');
  assert.match(days, /BEGIN:VCALENDAR[\s\S]*SUMMARY:Slutrapport/);
});

test('a strategy of five projects and a programme that its criteria keep open come from the mapping', async () => {
  server.run(['municipality', 'add', 'digihjelpen', '--name', 'Digihjelpen', '--country', 'NO']);
  server.run(['municipality', 'activate', '2513']);
  server.run(['import', 'mapping', join(repository, 'data/demo/mapping.json')]);
  server.addUser('digihjelpen', 'coordinator', 'leder@prov.example', own);
  server.addUser('overkalix', 'coordinator', 'strateg@prov.example', own);
  await context.clearCookies();
  await signIn('strateg@prov.example', own);
  await open('/overkalix/staff/plan');
  const strategy = await said();
  for (const words of ['65 aktiviteter; texterna står inte i källan.', 'A-AO3', 'E-AO3'])
    assert.ok(strategy.includes(words), words);
  assert.match(strategy, /Projekt\s+5/);
  assert.match(strategy, /Aktivitetsområde\s+12/);
  await context.clearCookies();
  await signIn('leder@prov.example', own);
  await page.goto(server.url + '/nb/digihjelpen/staff/plan/digihjelpen-project');
  const programme = await said();
  assert.match(programme, /Sluttrapport/);
  assert.equal(await page.locator('table:has(caption:text-is("Milepæler")) tbody tr').count(), 10);
  await page.goto(server.url + '/nb/digihjelpen/staff/plan/digihjelpen-project/close');
  assert.equal(await page.locator('main ul li').count(), 6, 'six criteria keep it open');
  assert.equal(await page.locator('main form button').count(), 0);
  await page.goto(server.url + '/nb/digihjelpen/staff/budgets');
  assert.match(await said(), /Digihjelpen \d{4}/);
  await page.goto(server.url + '/nb/digihjelpen/staff/goals/documents');
  assert.match(await said(), /Digital agenda for Norge/);
});
