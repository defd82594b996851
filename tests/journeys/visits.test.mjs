// The desk in a rush: many visits by keyboard, two mistakes undone; ten typical visits and how many keys they take; what a
// newcomer does in the first hours.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { movedClock } from '../lib/clock.mjs';
import { loggedToday } from '../lib/logged.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const email = 'guide@prov.example', editor = 'editor@prov.example', password = 'Fyren lyser i natten 47';
const desk = '/sundsvall/staff/';
const clock = movedClock();
let server, browser, context, page, keys = 0;

before(async () => {
  clock.at(10, 15);
  server = await startServer({ env: clock.env });
  server.addUser('sundsvall', 'guide', email, password);
  server.addUser('sundsvall', 'editor', editor, password);
  browser = await openBrowser();
  ({ context, page } = await open(email));
});
after(async () => { await browser?.close(); await server?.stop(); });

async function open(who) {
  const context = await openContext(browser, looks[0]);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + '/login');
  await fillSignIn(page, who, password);
  await page.goto(server.url + desk);
  return { context, page };
}

const entries = () => loggedToday(page);

/** One keydown each; Shift is none of its own. */
async function press(...names) {
  for (const name of names) {
    keys += name.split('+').filter((part) => part !== 'Shift').length;
    await page.keyboard.press(name);
  }
}
/** The desk's keys are there once its script runs. */
const ready = () => page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });

/** Letters into the search field, and what it found. */
async function look(words) {
  await ready();
  const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === words);
  for (const letter of words) await press(letter === ' ' ? 'Space' : letter);
  await answered;
  await page.locator('#desk-hits:not([aria-busy])').waitFor();
  await page.locator('[data-hits] [data-selected]').waitFor();
}
/** The last key, and that something was logged. */
async function logWith(name) {
  const stood = page.url();
  const logged = page.waitForURL((url) => url.href !== stood && /logged=/.test(url.href));
  await press(name);
  await logged;
  await ready();
}
/** Tab to the first that fits, as somebody without a mouse does. */
async function tabTo(selector, words = '') {
  const isThere = () => page.evaluate(([selector, words]) => document.activeElement.matches(selector) &&
    document.activeElement.innerText.toLowerCase().includes(words), [selector, words]);
  for (let step = 0; step < 150 && !await isThere(); ++step) await page.keyboard.press('Tab');
  assert.ok(await isThere(), `Tab reaches ${selector} ${words}`);
}
const firstEntry = () => page.locator('.log-list > li').first().innerText();

test(`[${engine}] forty visits in a rush by keyboard, with two mistakes undone`, async () => {
  const start = await entries();
  for (let visit = 0; visit < 40; ++visit) {
    await press(String((visit % 4) + 1));
    await logWith('Enter');
    if (visit === 9 || visit === 29) {
      // The wrong topic: taken back at once, put right, logged.
      await page.locator('form[action$="/undo"] button').first().press('Enter');
      await page.waitForURL(/\/undo$/);
      assert.ok(await page.locator('[name=topic]:checked').count(), 'what stood in it stands in the form again');
      await page.locator('[data-key="4"]').focus();
      await press('4');
      await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
    }
  }
  assert.equal(await entries(), start + 40, 'two were taken back, two put in their place');
});

test(`[${engine}] ten typical visits take at most sixty keys in all`, async () => {
  const boss = await open(editor);
  await boss.page.goto(`${server.url}/sundsvall/staff/topic-rules/new`);
  await boss.page.selectOption('[name=topic]', 'authority_forms');
  await boss.page.selectOption('[name=handling]', 'both');
  await boss.page.fill('[name=rule]', 'Vi hjälper till att ringa. Handläggaren tar resten.');
  await boss.page.selectOption('[name=contact]', { index: 1 });
  await boss.page.locator('main form button[type=submit]').first().click();
  await boss.context.close();
  await page.goto(server.url + desk);
  const start = await entries();
  keys = 0;
  const spent = {};
  const visit = async (name, work) => {
    const before = keys;
    await work();
    spent[name] = keys - before;
  };
  await visit('BankID solved', async () => { await press('1'); await logWith('Enter'); });
  await visit('print, the first', async () => { await press('4'); await logWith('Enter'); });
  await visit('print, the second', async () => { await press('4'); await logWith('Enter'); });
  await visit('phone, booked', async () => {
    await press('2', 'Shift+Digit3', 'Tab', 'Tab', 't');
    assert.equal(await page.locator('[name=channel]').inputValue(), 'phone');
    await logWith('Control+Enter');
    assert.match(await firstEntry(), /bokad/i);
  });
  await visit('the same again', async () => {
    await press('.');
    await logWith('Enter');
    assert.match(await firstEntry(), /bokad/i);
    assert.match(await firstEntry(), /telefon/i, 'all of it is repeated');
  });
  await visit('child benefit, referred', async () => {
    await look('barnb');
    while (!await page.locator('.hit[data-selected]').count()) await press('ArrowDown');
    await press('Enter');
    assert.notEqual(await page.locator('[name=referred_to]').inputValue(), '');
    if (!await page.locator('[name=topic]:checked').count()) await press('7');
    await logWith('Enter');
  });
  await visit('own officer, Arabic, 25 minutes', async () => {
    await press('7', 'Tab', 'Enter');
    assert.match(await page.locator('[name=referred_to]').inputValue(), /^contact:/);
    for (let step = 0; step < 10 && !await page.evaluate(() => document.activeElement.name === 'language'); ++step) await press('Tab');
    await press('a');
    assert.equal(await page.locator('[name=language]').inputValue(), 'ar');
    await press('Tab', '2', '5');
    assert.equal(await page.locator('[name=minutes]').inputValue(), '25');
    await logWith('Enter');
  });
  await visit('fraud, the number to ring first', async () => {
    await look('lurad');
    assert.ok(await page.locator('#desk-hits .danger-card, #desk-hits [data-danger], #desk-hits .danger').first().isVisible());
    await press('Enter');
    await logWith('Enter');
  });
  await visit('the person left', async () => {
    await press('3', 'Shift+Digit6');
    assert.equal(await page.locator('[name=outcome]:checked').inputValue(), 'left');
    await logWith('Enter');
  });
  await visit('bus card', async () => { await look('bussk'); await press('Enter'); await logWith('Enter'); });
  assert.equal(await entries(), start + 10);
  assert.ok(keys <= 60, `${keys} keys: ${JSON.stringify(spent)}`);
});

test(`[${engine}] a newcomer logs, refers down the chain, is refused a note, and says how a referral went`, async () => {
  await page.goto(server.url + desk);
  await press('1');
  await logWith('Enter');
  // Refused before anything is kept: a personal number in the note.
  await press('2');
  await tabTo('summary', 'anteckning');
  await page.keyboard.press('Enter');
  await tabTo('#note');
  await page.keyboard.type('Ring 19121212-1212');
  await page.keyboard.press('Control+Enter');
  await page.locator('#note-error, [id$=note-error], .field-error').first().waitFor();
  assert.doesNotMatch(page.url(), /q=|note=/);
  await tabTo('#note');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Ville byta telefon');
  await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Control+Enter')]);
  await look('bygglov');
  while (!await page.locator('.hit[data-selected]').count()) await press('ArrowDown');
  await press('Enter');
  if (!await page.locator('[name=topic]:checked').count()) await press('7');
  await logWith('Enter');
  await tabTo('.log-list > li a');
  await page.keyboard.press('Enter');
  await page.locator('#referral').waitFor();
  await checkPage(page);
  const entry = page.url();
  const target = () => page.locator('[name=referred_to]').inputValue();
  const sent = await target();
  await tabTo('form[action$="/outcome"] button[value=bounced]');
  await page.keyboard.press('Enter');
  await page.locator('form[action$="/outcome"] button[value=bounced][disabled]').waitFor();
  // Nobody there: on to the next, and that one answers.
  await tabTo('#find-target');
  await page.keyboard.type('skriva ut');
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), page.keyboard.press('Enter')]);
  await page.locator('#desk-hits .hit').first().waitFor();
  await checkPage(page);
  await tabTo(`#desk-hits button[name=refer]:not([value^="${sent} "]):not([value^=" "])`);
  await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), page.keyboard.press('Enter')]);
  await page.locator('button[name=then][value=refer_away]').waitFor();
  const next = await target();
  assert.notEqual(next, sent);
  await tabTo('button[data-log-it]');
  await Promise.all([page.waitForURL((url) => url.href !== entry), page.keyboard.press('Enter')]);
  await page.goto(entry);
  assert.equal(await target(), next, 'the entry refers to the next in the chain');
  await tabTo('form[action$="/outcome"] button[value=answered]');
  await page.keyboard.press('Enter');
  await page.locator('form[action$="/outcome"] button[value=answered][disabled]').waitFor();
  await page.goto(`${server.url}/sundsvall/staff/referrals`);
  await checkPage(page);
  assert.ok(await page.locator('form[action$="/outcome"]').count() >= 1);
});

test(`[${engine}] the next morning the newcomer repairs what was logged yesterday, and says why`, async () => {
  clock.nextDay(8, 30);
  await context.close();
  ({ context, page } = await open(email));
  assert.equal(await entries(), 0, 'a new day');
  await page.goto(`${server.url}/sundsvall/staff/inquiries`);
  await page.locator('main a[href*="/staff/inquiries/0"]').first().press('Enter');
  await page.locator('[name=outcome]').first().waitFor();
  const repaired = page.url();
  await page.locator('[name=outcome][value=not_solved]').focus();
  await page.keyboard.press('Space');
  await page.locator('button[data-log-it]').press('Enter');
  await page.locator('.error-summary').waitFor();
  await checkPage(page);
  assert.ok(await page.locator('[name=outcome][value=not_solved]').isChecked(), 'what was chosen stands');
  await page.locator('[name=reason]').fill('Fel utfall trycktes');
  await page.locator('button[data-log-it]').press('Enter');
  await page.locator('.error-summary').waitFor({ state: 'detached' });
  await page.goto(repaired);
  assert.ok(await page.locator('[name=outcome][value=not_solved]').isChecked());
});
