// Nothing typed is lost, and keys never surprise: a rush at the desk, the back button, a closed tab, a session that ends.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { Client } from '../lib/client.mjs';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn as fillIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47';
const desk = '/sundsvall/staff/';
let server, browser;

before(async () => {
  server = await startServer();
  for (const person of ['guide', 'editor', 'coordinator', 'administrator']) {
    server.addUser('sundsvall', person, `${person}@prov.example`, password);
  }
  server.addUser('sundsvall', 'administrator', 'other@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

const fillSignIn = (page, person) => fillIn(page, `${person}@prov.example`, password);

async function signIn(page, person) {
  await page.goto(server.url + '/login');
  await fillSignIn(page, person);
}

/** A browser window of its own with somebody signed in, at a page. */
async function open(person, path = desk, options = {}) {
  const context = await openContext(browser, looks[0], options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await signIn(page, person);
  await page.goto(server.url + path);
  return { context, page };
}

const entries = (page) => page.locator('.log-list > li').count();
const openDetails = (page) => page.locator('form[data-log-form] > details').last().evaluate((details) => { details.open = true; });

test(`[${engine}] letters typed in a run at the desk go into the search and log nothing`, async () => {
  const { context, page } = await open('guide');
  const before = await entries(page);
  await page.keyboard.type('barnbidrag');
  assert.equal(await page.locator('input[type=search]').inputValue(), 'barnbidrag');
  for (const word of ['laptop', 'skriva ut', 'räkning']) {
    await page.keyboard.press('Escape');
    await page.keyboard.type(word);
    assert.equal(await page.locator('input[type=search]').inputValue(), word);
  }
  assert.equal(page.url(), server.url + desk, 'nothing was sent');
  await page.reload();
  assert.equal(await entries(page), before);
  await checkPage(page);
  await context.close();
});

test(`[${engine}] three equal visits in a rush get the same topic, one entry each`, async () => {
  const { context, page } = await open('guide');
  const before = await entries(page);
  const topic = await page.locator('[data-key="3"]').getAttribute('value');
  for (let visit = 1; visit <= 3; ++visit) {
    await page.keyboard.press('3');
    assert.equal(await page.locator('[name=topic]:checked').getAttribute('value'), topic);
    await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
    await page.waitForLoadState('load');
    assert.equal(await entries(page), before + visit);
    await page.goto(server.url + desk);
  }
  const texts = await page.locator('.log-list > li > span:nth-child(2)').allInnerTexts();
  assert.equal(new Set(texts.slice(0, 3).map((text) => text.split('\n')[0])).size, 1);
  await context.close();
});

test(`[${engine}] a letter or a digit alone saves nothing, whatever has the focus`, async () => {
  const { context, page } = await open('guide');
  const before = await entries(page);
  await page.keyboard.press('2');
  for (const key of 's S l L r R 1 5 0 2'.split(' ')) {
    await page.locator('button[data-log-it]').focus();
    await page.keyboard.press(key);
    await page.locator('input[type=search]').evaluate((field) => { field.value = ''; field.blur(); });
  }
  assert.equal(page.url(), server.url + desk);
  await page.reload();
  assert.equal(await entries(page), before);
  await context.close();
});

test(`[${engine}] an entry is undone with one press and stands in the form again`, async () => {
  const { context, page } = await open('guide');
  const before = await entries(page);
  await page.keyboard.press('1');
  await openDetails(page);
  await page.fill('[name=note]', 'Visade hur man skriver ut');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/logged=/);
  await checkPage(page);
  assert.equal(await entries(page), before + 1);
  await page.locator('main form[action$="/undo"] button').first().press('Enter');
  await page.locator('.notice', { hasText: 'Ångrat' }).waitFor();
  assert.equal(await entries(page), before);
  assert.equal(await page.inputValue('[name=note]'), 'Visade hur man skriver ut');
  await checkPage(page);
  await context.close();
});

test(`[${engine}] referring from the search keeps what is typed in the form`, async () => {
  const { context, page } = await open('guide');
  await openDetails(page);
  await page.fill('[name=note]', 'Undrade över fakturan');
  await page.locator('[name=note]').blur();
  // Not the place where the guide is: nobody is referred there.
  await page.keyboard.type('mobidig');
  await page.locator('[data-hit]').first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('[data-refers]:visible').waitFor();
  assert.equal(await page.inputValue('[name=note]'), 'Undrade över fakturan');
  assert.notEqual(await page.inputValue('[name=referred_to]'), '');
  assert.equal(await page.locator('[name=outcome]:checked').getAttribute('value'), 'referred');
  await context.close();
});

test(`[${engine}] the keys are shown where they work and can be turned off`, async () => {
  const { context, page } = await open('guide');
  assert.ok(await page.locator('[data-key-hint]:visible').count() >= 10);
  const turn = async () => {
    await page.locator('[data-keys-help] summary').press('Enter');
    await page.locator('[data-keys-help] button').press('Enter');
  };
  await turn();
  await page.locator('[data-desk][data-keys=off]').waitFor();
  assert.equal(await page.locator('[data-key-hint]:visible').count(), 0);
  await page.locator('h1').click();
  await page.keyboard.type('3barn');
  assert.equal(await page.locator('input[type=search]').inputValue(), '');
  assert.equal(await page.locator('[name=topic]:checked').count(), 0);
  await turn();
  await page.locator('[data-desk][data-keys=on]').waitFor();
  const plain = await openContext(browser, looks[0], { javaScriptEnabled: false });
  const without = await plain.newPage();
  await signIn(without, 'guide');
  await without.goto(server.url + desk);
  assert.equal(await without.locator('kbd:visible').count(), 0, 'without scripts no key works and none is shown');
  await plain.close();
  await context.close();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';

  test(`[${engine}] a session that ended brings the form back after signing in, ${how} JavaScript`, async () => {
    const { context, page } = await open('guide', desk, { javaScriptEnabled });
    await page.locator('[name=topic]').nth(1).check({ force: true });
    if (javaScriptEnabled) await openDetails(page);
    else await page.locator('form[data-log-form] > details').last().locator('summary').first().press('Enter');
    await page.fill('[name=note]', 'Höll på länge med "fakturan" <b>');
    await page.selectOption('[name=channel]', 'phone');
    const before = await entries(page);
    await context.clearCookies({ name: 'session' });
    await page.locator('button[data-log-it]').press('Enter');
    await page.locator('[name=password]').waitFor();
    assert.match(await page.locator('main').innerText(), /inget är sparat än/);
    assert.ok(!page.url().includes('faktura'));
    assert.ok(!(await page.content()).includes('Höll på'), 'the page itself does not tell what was typed');
    await fillSignIn(page, 'guide');
    assert.equal(await page.inputValue('[name=note]'), 'Höll på länge med "fakturan" <b>');
    assert.equal(await page.inputValue('[name=channel]'), 'phone');
    assert.ok(await page.locator('[name=topic]').nth(1).isChecked());
    assert.match(await page.locator('main').innerText(), /inte sparat/);
    assert.equal(await entries(page), before, 'nothing is saved yet');
    await page.locator('button[data-log-it]').press('Enter');
    await page.waitForURL(/logged=/);
    assert.equal(await entries(page), before + 1);
    await context.close();
  });
}

test(`[${engine}] whoever signs in instead sees nothing of what another typed`, async () => {
  const { context, page } = await open('administrator', '/sundsvall/staff/settings');
  await page.locator('form[action$="/staff/settings"] input[name=phone]').fill('060-999 00 11');
  await context.clearCookies({ name: 'session' });
  await page.locator('form[action$="/staff/settings"] button[type=submit]').first().press('Enter');
  await page.locator('[name=password]').waitFor();
  await fillSignIn(page, 'other');
  assert.ok(!(await page.content()).includes('060-999'));
  assert.equal(page.url(), server.url + desk, 'at their own desk');
  await page.goto(server.url + '/sundsvall/staff/settings');
  assert.ok(!(await page.content()).includes('060-999'));
  await context.close();
});

test(`[${engine}] who has signed in anew in another tab keeps what stands in the first`, async () => {
  const { context, page } = await open('guide');
  await page.locator('[name=topic]').first().check({ force: true });
  await openDetails(page);
  await page.fill('[name=note]', 'Kvar sedan förra inloggningen');
  const tab = await context.newPage();
  await tab.goto(server.url + desk);
  await tab.locator('form.sign-out button').press('Enter');
  await tab.waitForURL(/login/);
  await fillSignIn(tab, 'guide');
  await page.locator('button[data-log-it]').press('Enter');
  await page.locator('.notice', { hasText: 'på nytt' }).waitFor();
  assert.equal(await page.inputValue('[name=note]'), 'Kvar sedan förra inloggningen');
  await page.locator('button[data-log-it]').press('Enter');
  await page.waitForURL(/logged=/);
  await context.close();
});

test(`[${engine}] a closed tab offers its text again; saving and signing out delete it; nobody else gets it`, async () => {
  const { context, page } = await open('coordinator', '/sundsvall/staff/progress/goals/new');
  await page.fill('[name=title]', 'Alla ska med');
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  again.setDefaultTimeout(60_000);
  await again.goto(server.url + '/sundsvall/staff/progress/goals/new');
  await again.locator('[data-draft-back]').waitFor();
  await checkPage(again);
  await again.locator('[data-draft-back]').press('Enter');
  assert.equal(await again.inputValue('[name=title]'), 'Alla ska med');
  await again.fill('[name=colour]', '#1f5fa8');
  await again.locator('main form button[type=submit]').first().press('Enter');
  await again.waitForURL(/added=1/);
  await again.goto(server.url + '/sundsvall/staff/progress/goals/new');
  assert.equal(await again.locator('[data-draft-back]').count(), 0, 'saved');
  await again.fill('[name=title]', 'Ett utkast till');
  again.on('dialog', (dialog) => dialog.accept());
  await again.goto(server.url + '/sundsvall/staff/progress/goals/new');
  await again.locator('[data-draft-back]').waitFor();
  await context.clearCookies({ name: 'session' });
  await signIn(again, 'administrator');
  await again.goto(server.url + '/sundsvall/staff/progress/goals/new');
  assert.equal(await again.locator('[data-draft-back]').count(), 0, 'another person at the same browser');
  assert.equal(await again.evaluate(() => JSON.stringify(localStorage).includes('Ett utkast')), false);
  await again.fill('[name=title]', 'Bort vid utloggning');
  await again.locator('form.sign-out button').press('Enter');
  await again.waitForURL(/login/);
  assert.equal(await again.evaluate(() => JSON.stringify(localStorage).includes('Bort vid')), false);
  await context.close();
});

test(`[${engine}] leaving with unsaved text asks, leaving without does not`, async () => {
  const { context, page } = await open('editor', '/sundsvall/staff/directory/places/new');
  const asked = [];
  page.on('dialog', async (dialog) => { asked.push(dialog.type()); await dialog.accept(); });
  await page.locator('.site-navigation a').first().click();
  await page.waitForLoadState('load');
  assert.deepEqual(asked, []);
  await page.goto(server.url + '/sundsvall/staff/directory/places/new');
  await page.locator('[name=name]').pressSequentially('Ett nytt bibliotek');
  await page.locator('.site-navigation a').first().click();
  await page.waitForLoadState('load');
  assert.deepEqual(asked, ['beforeunload']);
  await page.goBack();
  await page.locator('[name=name]').waitFor();
  const kept = await page.inputValue('[name=name]');
  if (kept !== 'Ett nytt bibliotek') await page.locator('[data-draft-back]').press('Enter');
  assert.equal(await page.inputValue('[name=name]'), 'Ett nytt bibliotek', 'back again, the text is there');
  await context.close();
});

test(`[${engine}] a refused field and then the back button lose nothing`, async () => {
  const { context, page } = await open('guide');
  await page.locator('[name=topic]').first().check({ force: true });
  await openDetails(page);
  await page.fill('[name=note]', 'ringde om räkningen');
  await page.fill('[name=minutes]', 'abc');
  await page.locator('button[data-log-it]').press('Enter');
  await page.locator('[data-error-summary]').waitFor();
  assert.match(await page.inputValue('[name=note]'), /ringde om/);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(server.url + desk);
  await page.locator('[data-draft-back]').press('Enter');
  assert.match(await page.inputValue('[name=note]'), /ringde om/);
  await context.close();
});

/** What is wrong in the form by its field, then right. */
async function sendWrongThenRight(page, button, field, wrong, right) {
  await page.fill(field, wrong);
  await button().press('Enter');
  await page.locator('[data-error-summary]').waitFor();
  assert.equal(await page.locator('[data-draft-back]').count(), 0, 'the error page brings the text itself');
  await page.fill(field, right);
  await button().press('Enter');
}

const offersNothing = async (page) => {
  assert.equal(await page.locator('[data-draft-back]').count(), 0);
  const drafts = await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft ')));
  assert.deepEqual(drafts, []);
};

test(`[${engine}] what is saved after an error is not called unsaved, at the desk`, async () => {
  const { context, page } = await open('guide');
  await page.locator('[name=topic]').first().check({ force: true });
  await openDetails(page);
  await page.fill('[name=note]', 'Hjälpte till med skrivaren');
  const button = () => page.locator('button[data-log-it]');
  await sendWrongThenRight(page, button, '[name=minutes]', 'abc', 'xyz');
  await page.locator('[name=minutes][value=xyz]').waitFor();   // the page that answers it, not the one before
  await page.fill('[name=minutes]', '10');
  await button().press('Enter');
  await page.waitForURL(/logged=/);
  await offersNothing(page);
  await page.goto(server.url + desk);
  await offersNothing(page);
  await context.close();
});

test(`[${engine}] what is saved after signing in again, with an error before and after, is not called unsaved`, async () => {
  const { context, page } = await open('guide');
  await page.locator('[name=topic]').first().check({ force: true });
  await openDetails(page);
  await page.fill('[name=note]', 'Ringde och frågade om e-legitimation');
  await page.fill('[name=minutes]', 'abc');
  const button = () => page.locator('button[data-log-it]');
  await button().press('Enter');
  await page.locator('[data-error-summary]').waitFor();
  await context.clearCookies({ name: 'session' });
  await button().press('Enter');
  await page.locator('[name=password]').waitFor();
  await fillSignIn(page, 'guide');
  assert.equal(await page.locator('[data-draft-back]').count(), 0);
  assert.match(await page.inputValue('[name=note]'), /e-legitimation/);
  await sendWrongThenRight(page, button, '[name=minutes]', 'abc', '5');
  await page.waitForURL(/logged=/);
  await offersNothing(page);
  await page.goto(server.url + desk);
  await offersNothing(page);
  await context.close();
});

test(`[${engine}] a new place and an own indicator's figure are not called unsaved, neither on the error page nor once saved`, async () => {
  const { context, page } = await open('administrator', '/sundsvall/staff/directory/places/new');
  await page.fill('[name=name]', 'Träffpunkt Utkast');
  const save = () => page.locator('main form button[type=submit]').first();
  await sendWrongThenRight(page, save, '[name=hours_day_0]', 'vet inte', '8-12');
  await page.waitForURL(/added=1/);
  await offersNothing(page);
  await page.goto(server.url + '/sundsvall/staff/directory/places/new');
  await offersNothing(page);
  await page.goto(server.url + '/sundsvall/staff/indicators');
  await page.locator('main details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  await page.fill('main form[method=post] [name=title]', 'Besök hos utkastet');
  await page.locator('main form[method=post] [name=direction][value=high]').check({ force: true });
  await page.locator('main form[method=post] button[type=submit]').first().press('Enter');
  await page.waitForURL(/added=1/);
  await offersNothing(page);
  const figures = () => page.locator('form[action$="/figures"] button[type=submit]');
  await page.fill('[name=year]', '2025');
  await sendWrongThenRight(page, figures, '[name=value]', 'många', '12');
  await page.waitForURL(/filled=1/);
  await offersNothing(page);
  await context.close();
});

test(`[${engine}] what the network lost is offered again`, async () => {
  const { context, page } = await open('guide');
  await page.locator('[name=topic]').first().check({ force: true });
  await openDetails(page);
  await page.fill('[name=note]', 'Linjen bröts mitt i');
  await page.route('**/*', (route) => route.request().method() === 'POST' ? route.abort() : route.continue());
  const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'POST');
  await page.locator('button[data-log-it]').press('Enter', { noWaitAfter: true });
  await lost;
  await page.unroute('**/*');
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(server.url + desk);
  await page.locator('[data-draft-back]').press('Enter');
  assert.equal(await page.inputValue('[name=note]'), 'Linjen bröts mitt i');
  await context.close();
});

test(`[${engine}] passwords and codes are never kept, neither by the browser nor by signing in`, async () => {
  const { context, page } = await open('administrator', '/sundsvall/staff/people');
  await page.fill('[name=email]', 'ny@prov.example');
  await page.fill('main [name=password]', 'hemlig fras med ord');
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes('hemlig')), false);
  await context.clearCookies({ name: 'session' });
  await page.locator('main form[action$="/people"] button[type=submit]').press('Enter');
  await page.locator('[name=typed]').waitFor({ state: 'attached' });
  await fillSignIn(page, 'administrator');
  assert.equal(await page.inputValue('[name=email]'), 'ny@prov.example');
  assert.equal(await page.inputValue('main [name=password]'), '');
  await context.close();
});

/** Every form with something to fill in that is sent, on every staff page, with something typed into each field. */
function formsOf(html) {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return [...main.matchAll(/<form\b[^>]*method="post"[^>]*>[\s\S]*?<\/form>/g)].map(([form]) => {
    const action = /action="([^"]*)"/.exec(form)[1].replaceAll('&amp;', '&');
    const typed = [];
    const hidden = [];
    const secret = [];
    for (const [tag] of form.matchAll(/<(?:input|textarea)\b[^>]*>/g)) {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      const type = tag.startsWith('<textarea') ? 'text' : /type="([^"]*)"/.exec(tag)?.[1] ?? 'text';
      if (!name) continue;
      if (type === 'hidden') hidden.push([name, /value="([^"]*)"/.exec(tag)[1].replaceAll('&amp;', '&')]);
      else if (type === 'password') secret.push(name);
      else if (!/^(radio|checkbox|submit)$/.test(type)) typed.push([name, `skrivet i ${name} "&<`]);
    }
    return { action, typed, hidden, secret };
  }).filter((form) => form.typed.length);
}

test(`[${engine}] every staff form comes back with everything typed after the session ended`, async () => {
  const pages = ['', 'inquiries', 'settings', 'people', 'settings/topics', 'settings/tokens', 'directory/places/new',
    'directory/services/new', 'directory/e-services/new', 'directory/contacts/new', 'progress/goals/new', 'progress/targets/4.1',
    'progress/evaluations/2022', 'indicators'].map((path) => desk + path);
  const walker = await new Client(server.url).signIn('administrator@prov.example', password);
  const links = async (path, pattern) => [...(await walker.get(path)).text.matchAll(pattern)].map((match) => match[1]);
  pages.push((await links(desk + 'directory', /href="(\/sundsvall\/staff\/directory\/places\/(?!new)[^"?#]+)"/g))[0]);
  const logged = /href="(\/sundsvall\/staff\/inquiries\/0[^"#]+)"/g;
  pages.push((await links(desk + 'inquiries?from=2020-01-01', logged))[0]);
  let forms = 0;
  for (const path of pages.filter(Boolean)) {
    const page = await walker.get(path);
    assert.equal(page.status, 200, path);
    for (const form of formsOf(page.text)) {
      const sender = new Client(server.url);
      const secrets = form.secret.map((name) => [name, 'en hemlighet som ingen får']);
      const refused = await sender.post(form.action, { form: [...form.hidden, ...form.typed, ...secrets] });
      assert.equal(refused.status, 401, form.action);
      assert.ok(!refused.text.includes('skrivet i'), `${form.action}: sealed`);
      const typed = Client.hidden(refused.text, 'typed');
      assert.ok(typed, form.action);
      const next = Client.hidden(refused.text, 'next');
      const back = await sender.post('/login', { form: { email: 'administrator@prov.example', password, typed, next } });
      assert.equal(back.status, 200, form.action);
      const again = formsOf(back.text).find((one) => one.action === form.action);
      assert.ok(again, `${form.action}: the same form`);
      for (const [name] of form.typed) {
        const shown = `skrivet i ${name} &quot;&amp;&lt;`;
        assert.ok(back.text.includes(shown), `${form.action}: ${name}`);
      }
      assert.ok(!back.text.includes('en hemlighet'), `${form.action}: no password comes back`);
      ++forms;
    }
  }
  assert.ok(forms >= 15, `${forms} forms`);
  assert.ok(!server.log().includes('skrivet i'), 'nothing of it in the log');
});

test(`[${engine}] keys pressed while an entry is on its way are done on the page that comes`, async () => {
  const { context, page } = await open('guide');
  const before = await entries(page);
  // Until it is let go an entry is on its way: what is pressed then cannot fall between two pages by chance.
  const whileOnItsWay = async (press) => {
    let letGo;
    const held = new Promise((resolve) => { letGo = resolve; });
    const hold = async (route) => { await held; await route.continue(); };
    await page.route('**/staff/inquiries', hold, { times: 1 });
    const sent = page.waitForRequest('**/staff/inquiries');
    await page.keyboard.press('Control+Enter');
    await sent;
    await press();
    const stood = page.url();
    letGo();
    await page.waitForURL((url) => url.href !== stood && /logged=.*#done/.test(url.href));
  };
  await page.keyboard.press('1');
  await whileOnItsWay(() => page.keyboard.press('3'));
  await page.waitForFunction(() => document.querySelector('[data-key="3"]')?.checked);
  assert.equal(await entries(page), before + 1, 'nothing was logged by it');
  await whileOnItsWay(() => page.keyboard.type('bank'));
  await page.waitForFunction(() => document.querySelector('input[type=search]')?.value === 'bank');
  assert.equal(await entries(page), before + 2);
  await context.close();
});
