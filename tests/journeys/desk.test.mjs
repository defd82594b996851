// The desk with scripts: numbers that are looked for, words that are not finished, a referral taken away, no answer at all.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { loggedToday } from '../lib/logged.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const email = 'guide@prov.example', password = 'Fyren lyser i natten 47';
const desk = '/sundsvall/staff/';
let server, browser;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'guide', email, password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function open(options = {}) {
  const context = await openContext(browser, looks[0], options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + '/login');
  await fillSignIn(page, email, password);
  await page.goto(server.url + desk);
  return { context, page };
}

const entries = loggedToday;
const search = (page) => page.locator('.search-form input[type=search]');
const topic = (page) => page.locator('[name=topic]:checked');
const problem = (page, kind) => page.locator(`#desk-hits [data-problem=${kind}]`);

async function searchFor(page, words) {
  const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === words);
  await search(page).fill(words);
  await answered;
  await page.locator('#desk-hits:not([aria-busy])').waitFor();
}

test(`[${engine}] a number typed at the desk is searched for, chooses no topic and logs nothing`, async () => {
  const { context, page } = await open();
  const before = await entries(page);
  await page.keyboard.type('1177');
  assert.equal(await search(page).inputValue(), '1177');
  assert.equal(await topic(page).count(), 0);
  await page.keyboard.press('Enter');
  assert.equal(page.url(), server.url + desk, 'nothing was sent');
  await page.reload();
  assert.equal(await entries(page), before);
  await context.close();
});

test(`[${engine}] a number typed at the desk leaves the topic that was chosen before`, async () => {
  const { context, page } = await open();
  await page.locator('[name=topic]').nth(4).check({ force: true });
  const chosen = await topic(page).getAttribute('value');
  await page.keyboard.type('112');
  assert.equal(await search(page).inputValue(), '112');
  assert.equal(await topic(page).getAttribute('value'), chosen);
  await context.close();
});

test(`[${engine}] one digit and Enter log the topic of that key; so do one digit and Ctrl+Enter`, async () => {
  const { context, page } = await open();
  for (const key of ['Enter', 'Control+Enter']) {
    const before = await entries(page);
    await page.keyboard.press('4');
    await Promise.all([page.waitForURL(/logged=/), page.keyboard.press(key)]);
    await page.goto(server.url + desk);
    assert.equal(await entries(page), before + 1);
  }
  await context.close();
});

test(`[${engine}] L leads to the topics, begins a word with the next letter, and saves nothing; whose question it is follows`, async () => {
  const { context, page } = await open();
  const before = await entries(page);
  const body = () => page.locator('[name=body]').inputValue();
  await page.keyboard.press('l');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'topic');
  await page.keyboard.type('ur');
  assert.equal(await page.locator('input[type=search]').inputValue(), 'lur', 'two letters in a row are looked for');
  await page.locator('[data-other-topics] select').selectOption('tax', { force: true });
  assert.equal(await body(), 'tax');
  await page.locator('[name=body]').selectOption('court');
  await page.locator('[data-other-topics] select').selectOption('migration', { force: true });
  assert.equal(await body(), 'court', 'what somebody chose stays');
  await page.goto(server.url + desk);
  assert.equal(await entries(page), before);
  await context.close();
});

/** What would be saved. */
const filledIn = (page) => page.locator('form[data-log-form]').evaluate((form) => {
  const data = new FormData(form);
  return { topics: [...data.getAll('topic'), ...data.getAll('topics')].filter(Boolean), to: data.get('referred_to') };
});

test(`[${engine}] one field finds topics and help, and Enter takes the chosen one`, async () => {
  const { context, page } = await open();
  await searchFor(page, 'skolplattform');
  await page.locator('.topic-hits [data-selected]').waitFor();
  await checkPage(page);
  await page.keyboard.press('Enter');
  assert.deepEqual(await filledIn(page), { topics: ['school_platform'], to: '' });
  assert.ok(await page.locator('#more-topics').isVisible(), 'no button has it: it stands in the list of all topics');
  assert.equal(await page.locator('[data-hit]:visible').count(), 0, 'what was found leaves the screen to the entry');
  assert.equal(page.url(), server.url + desk, 'nothing was sent');
  const before = await entries(page);
  await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
  assert.equal(await entries(page), before + 1);
  await page.goto(server.url + desk);
  await searchFor(page, 'skolplatt');
  const topics = await page.locator('.topic-hits [data-hit]').count();
  assert.ok(topics > 0);
  for (let step = 0; step < topics; ++step) await page.keyboard.press('ArrowDown');
  const chosen = page.locator('.hit[data-selected]');
  const name = await chosen.locator('h3').innerText();
  await page.keyboard.press('Enter');
  assert.notEqual((await filledIn(page)).to, '');
  assert.deepEqual(await page.locator('.hit:visible h3').allInnerTexts(), [name], 'what there is to read about it stays');
  await search(page).focus();
  assert.ok(await page.locator('[data-hit]:visible').count() > 1, 'all of them again');
  await context.close();
});

test(`[${engine}] where a topic is chosen and somebody is to be referred Enter takes whom, and the topic stays`, async () => {
  const { context, page } = await open();
  await page.locator('[name=topic]').nth(4).check({ force: true });
  const chosen = await topic(page).getAttribute('value');
  await page.locator('[name=outcome][value=referred]').check({ force: true });
  await searchFor(page, 'skolplatt');
  assert.ok(await page.locator('.topic-hits [data-hit]').count() > 0, 'topics stand first');
  await page.keyboard.press('Enter');
  const filled = await filledIn(page);
  assert.deepEqual(filled.topics, [chosen]);
  assert.notEqual(filled.to, '');
  assert.equal(page.url(), server.url + desk, 'nothing was sent');
  await context.close();
});

test(`[${engine}] Enter takes what is called as was typed, and nothing where that is the place itself`, async () => {
  const { context, page } = await open();
  await page.locator('[name=place]').selectOption('');
  await searchFor(page, 'mobidig');
  await page.locator('.hit[data-named][data-selected]').waitFor();
  await page.goto(server.url + desk);
  await page.locator('[name=place]').selectOption('sundsvall-mobidig');
  await searchFor(page, 'mobidig');
  await page.locator('[data-named] [data-here]:visible').waitFor();
  assert.equal(await page.locator('#desk-hits [data-selected]').count(), 0);
  await page.keyboard.press('Enter');
  assert.equal((await filledIn(page)).to, '');
  assert.equal(page.url(), server.url + desk, 'nothing was sent');
  await context.close();
});

test(`[${engine}] a referral while a word is not finished fills in no topic`, async () => {
  const { context, page } = await open();
  for (const [words, expected] of [['skolp', []], ['skolplatt', ['school_platform']]]) {
    await page.goto(server.url + desk);
    await searchFor(page, words);
    await page.locator('.hit [data-refer]:visible').first().press('Enter');
    assert.deepEqual((await filledIn(page)).topics, expected, words);
  }
  await context.close();
});

test(`[${engine}] any topic is logged from the list behind "something else", with keys alone`, async () => {
  const { context, page } = await open();
  assert.equal(await page.locator('#more-topics').isVisible(), false);
  await page.locator('#topic-other').press('Space');
  await page.locator('#topic-other').press('Space');
  assert.equal(await page.locator('#more-topics:focus').count(), 1, 'the list has the focus');
  await page.selectOption('#more-topics', 'cv');
  await checkPage(page);
  await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Control+Enter')]);
  await page.locator('.log-list a').first().press('Enter');
  await page.waitForURL(/inquiries/);
  assert.equal(await page.inputValue('#more-topics'), 'cv', 'and is put right there');
  await checkPage(page);
  await context.close();
});

test(`[${engine}] what will be saved stands beside the button and goes back after each entry, unless it is kept`, async () => {
  const { context, page } = await open();
  const say = async (keep) => {
    await page.selectOption('[name=channel]', 'phone');
    await page.selectOption('[name=language]', 'ar');
    if (keep) await page.locator(`#keep-${keep}`).press('Space');
    await page.locator('[data-key="2"]').focus();
    await page.keyboard.press('2');
    await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
    await page.goto(server.url + desk);
    return [await page.inputValue('[name=channel]'), await page.inputValue('[name=language]')];
  };
  assert.deepEqual(await say(''), ['visit', '']);
  assert.deepEqual(await say('language'), ['visit', 'ar']);
  await page.locator('.when > summary').press('Enter');
  await page.fill('[name=time]', '08:05');
  await page.locator('[name=time]').blur();
  await page.locator('.when > summary').press('Enter');
  assert.match(await page.locator('.when > summary').innerText(), /08:05/, 'seen also while it is folded away');
  await context.close();
});

test(`[${engine}] each outcome has a key, which saves nothing; in a field it writes`, async () => {
  const { context, page } = await open();
  const outcome = () => page.locator('[name=outcome]:checked').getAttribute('value');
  const keys = await page.locator('[data-outcome-key]').count();
  assert.equal(keys, await page.locator('[name=outcome]').count(), 'every one has a key');
  for (let key = 1; key <= keys; ++key) {
    await page.keyboard.press(`Shift+Digit${key}`);
    const expected = await page.locator(`[data-outcome-key="${key}"]`).getAttribute('value');
    assert.equal(await outcome(), expected);
    assert.ok(await page.locator(`#outcome-${expected} + label kbd`).isVisible());
  }
  assert.equal(page.url(), server.url + desk, 'nothing was sent');
  const last = await outcome();
  await page.locator('[name=minutes]').focus();
  await page.keyboard.press('Shift+Digit1');
  assert.equal(await outcome(), last, 'where one types a key is a letter');
  await page.fill('[name=minutes]', '');
  await checkPage(page);
  const before = await entries(page);
  await page.locator('h1').click();
  await page.keyboard.press('1');
  await page.keyboard.press('Shift+Digit2');
  await page.keyboard.press('Enter');
  await page.locator('#asked-receiver').waitFor();
  await checkPage(page);
  assert.ok(await page.locator('#asked-receiver').isVisible(), 'to whom is asked once');
  await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Control+Enter')]);
  assert.equal(await entries(page), before + 1);
  assert.match(await page.locator('.log-list > li').first().innerText(), /mottagaren inte antecknad/);
  await context.close();
});

test(`[${engine}] whom it refers to answers the question; corrected, Ctrl+Enter saves too; without scripts no outcome is told`, async () => {
  const { context, page } = await open();
  await page.locator('h1').click();
  await page.keyboard.press('1');
  await page.keyboard.press('Shift+Digit2');
  await page.keyboard.press('Enter');
  await page.locator('#asked-receiver').waitFor();
  await searchFor(page, 'mobidig');
  await page.locator('#desk-hits [data-refer]:not([hidden])').first().click();
  await page.locator('#asked-receiver').waitFor({ state: 'detached' });
  assert.match(await page.locator('[data-log-it]').innerText(), /^Logga/);
  await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Control+Enter')]);
  await page.locator('[data-done] a', { hasText: /Rätta/ }).click();
  await page.locator('[name=note]').fill('behövde stor text');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Posten är rättad').waitFor();
  await context.close();
  const plain = await open({ javaScriptEnabled: false });
  assert.equal(await plain.page.locator('[data-outcome-beside]').isVisible(), false);
  await plain.context.close();
});

test(`[${engine}] the last entry is undone with one key, or with the first Tab; it is read out`, async () => {
  const { context, page } = await open();
  const log = async () => {
    await page.keyboard.press('4');
    await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
    await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
  };
  const before = await entries(page);
  await log();
  await page.locator('[data-announced]:not(:empty)').waitFor({ state: 'attached' });
  await Promise.all([page.waitForURL(/undo$/), page.keyboard.press('Control+z')]);
  assert.equal(await entries(page), before);
  await page.goto(server.url + desk);
  await log();
  await page.keyboard.press('Tab');
  assert.equal(await page.locator('[data-undo]:focus').count(), 1);
  await Promise.all([page.waitForURL(/undo$/), page.keyboard.press('Enter')]);
  assert.equal(await entries(page), before);
  await page.goto(server.url + desk);
  await log();
  await page.keyboard.press('2');
  await page.keyboard.press('Control+z');
  assert.equal(await page.locator('[data-undo]:focus').count(), 1, 'something new is filled in: one more key');
  assert.match(page.url(), /logged=/);
  await context.close();
});

/** Logs two entries, each on its own page; their elements' ids, the last first. */
async function twoMistakes(page) {
  for (const key of ['3', '4']) {
    const before = page.url();
    await page.keyboard.press(key);
    await Promise.all([page.waitForURL((url) => url.href !== before && url.searchParams.has('logged')), page.keyboard.press('Enter')]);
    await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
  }
  return page.locator('.log-list > li').evaluateAll((all) => all.slice(0, 2).map((one) => one.id));
}

/** Of a page that is only half there nothing is said. */
function areGone(page, ids) {
  return page.waitForFunction((all) => document.readyState === 'complete' && document.querySelector('[data-undone]') &&
    all.every((id) => !document.getElementById(id)), ids);
}

test(`[${engine}] two mistakes in a row are undone one after the other, and what no key undoes is said`, async () => {
  const { context, page } = await open();
  const before = await entries(page);
  const mistakes = await twoMistakes(page);
  // Keys that come before a page stands are the matter of the next journey.
  for (const mistake of [mistakes[0], mistakes]) {
    await page.keyboard.press('Control+z');
    await areGone(page, [mistake].flat());
    await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
  }
  assert.equal(await entries(page), before);
  assert.equal(await page.locator('[name=topic]:checked').getAttribute('data-key'), '3', 'the earlier one stands in the form');
  // Where something new is typed the button is only pointed at, and the page says so.
  await page.goto(server.url + desk);
  if (before === 0) {
    await page.keyboard.press('Control+z');
    assert.ok(await page.getByText('Det finns inget mer från i dag att ångra.').isVisible());
    await page.keyboard.press('4');
    await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
    await page.goto(server.url + desk);
  }
  const stood = await entries(page);
  await page.keyboard.press('Control+z');
  assert.ok(await page.getByText('Tryck på Enter för att ångra posten som är markerad.').isVisible());
  await checkPage(page);
  await Promise.all([page.waitForURL(/\/undo$/), page.keyboard.press('Enter')]);
  assert.equal(await entries(page), stood - 1);
  await context.close();
});

test(`[${engine}] two mistakes are undone, too, where the keys come while the page still loads`, async () => {
  const { context, page } = await open();
  const mistakes = await twoMistakes(page);
  await page.evaluate(() => {
    const undo = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }));
    undo();
    // As a browser says it of a page that has only now loaded all it consists of.
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    undo();
  });
  await areGone(page, mistakes);
  await context.close();
});

test(`[${engine}] the second of two mistakes is undone however long the first takes`, async () => {
  const { context, page } = await open();
  const mistakes = await twoMistakes(page);
  // Pressed so long ago; the answer comes only now. (A key that is pressed from here would wait for the answer itself.)
  await page.evaluate(() => {
    const rightNow = Date.now;
    Date.now = () => rightNow() - 20_000;
    for (let time = 0; time < 2; ++time)
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }));
    Date.now = rightNow;
  });
  await areGone(page, mistakes);
  await context.close();
});

test(`[${engine}] the button says which topic of the whole list Enter took`, async () => {
  const { context, page } = await open();
  await searchFor(page, 'skolskjuts');
  await page.keyboard.press('Enter');
  const chosen = page.locator('[data-other-topics] select option:checked');
  const name = (await chosen.innerText()).trim();
  assert.match(await page.locator('label[for=topic-other]').innerText(), new RegExp(`: ${name}$`));
  assert.ok(await page.locator('label[for=topic-other]').isVisible());
  await page.keyboard.press('Escape');
  await page.locator('[name=topic]').first().check({ force: true });
  assert.ok(!(await page.locator('label[for=topic-other]').innerText()).includes(':'), 'not of a button that is not chosen');
  await context.close();
});

test(`[${engine}] visits that are typed while the one before is on its way are all logged, however slow the network`, async () => {
  const { context, page } = await open();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  for (const [latency, pause, key] of [[300, 400, 'Control+Enter'], [100, 150, 'Control+Enter'], [300, 400, 'Enter'], [300, 60, 'Enter'],
    [100, 40, 'Enter'], [0, 25, 'Enter'], [0, 60, 'Control+Enter'], [0, 140, 'Enter']]) {
    await network.send('Network.emulateNetworkConditions', { offline: false, latency, downloadThroughput: -1, uploadThroughput: -1 });
    const stood = await entries(page);
    for (const digit of ['1', '2', '3', '4']) {
      await page.keyboard.press(digit, { delay: 0 });
      await page.waitForTimeout(pause);
      await page.keyboard.press(key);
      await page.waitForTimeout(pause);
    }
    await page.waitForFunction((n) => Number(document.querySelector('#today .muted').textContent.replace(/\D/g, '')) >= n, stood + 4)
      .catch(() => assert.fail(`latency ${latency}, pause ${pause}, ${key}`));
    await page.goto(server.url + desk);
    assert.equal(await entries(page), stood + 4, `latency ${latency}, pause ${pause}: none twice`);
    const topics = await page.locator('[data-entry] > span:nth-child(2)').allInnerTexts();
    assert.equal(new Set(topics.slice(0, 4).map((text) => text.split('\n')[0])).size, 4, 'each its own topic');
  }
  await context.close();
});

test(`[${engine}] the arrow keys come to whom a rule names before those who were found`, async () => {
  server.addUser('sundsvall', 'editor', 'rules@prov.example', password);
  const boss = await openContext(browser, looks[0]);
  const rules = await boss.newPage();
  await rules.goto(server.url + '/login');
  await fillSignIn(rules, 'rules@prov.example', password);
  await rules.goto(`${server.url}/sundsvall/staff/topic-rules/new`);
  await rules.selectOption('[name=topic]', 'school_platform');
  await rules.selectOption('[name=handling]', 'hand_over');
  await rules.fill('[name=rule]', 'Skolan har en egen support.');
  await rules.selectOption('[name=contact]', { index: 1 });
  await rules.locator('main form button[type=submit]').first().click();
  await rules.waitForURL((url) => !url.pathname.endsWith('/new'));
  await boss.close();
  const { context, page } = await open();
  await searchFor(page, 'skolplattform');
  const named = await page.locator('#desk-hits [data-rule] [data-refer]').getAttribute('data-refer');
  const topics = await page.locator('.topic-hits [data-hit]').count();
  for (let step = 0; step < topics; ++step) await page.keyboard.press('ArrowDown');
  await page.locator('.rule-hit [data-selected]').waitFor();
  await page.keyboard.press('Enter');
  assert.deepEqual(await filledIn(page), { topics: ['school_platform'], to: named });
  assert.ok(await page.getByText('Skolan har en egen support.').first().isVisible(), 'what there is to read about it stays');
  await context.close();
});

test(`[${engine}] of a note that is refused while an entry is put right, the field and what is said are both in view`, async () => {
  const { context, page } = await open();
  await page.keyboard.press('4');
  await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
  await page.locator('.log-list a').first().click();
  await page.waitForURL(/inquiries/);
  // As wide as a desk's screen, a phone, and the desk's screen at 200 %.
  for (const [width, height] of [[1280, 900], [320, 700], [640, 450]]) {
    await page.setViewportSize({ width, height });
    await page.locator('#note').fill('Ring Kalle 070-174 06 05');
    await page.evaluate(() => scrollTo(0, 0));
    await page.locator('button[data-log-it]').click();
    await page.locator('#note:focus').waitFor();
    for (const part of ['#note', '#note-said']) {
      const { top, bottom } = await page.locator(part).evaluate((element) => element.getBoundingClientRect().toJSON());
      assert.ok(top >= -1 && bottom <= height + 1, `${part} at ${width}: ${top} to ${bottom} of ${height}`);
    }
  }
  await context.close();
});

test(`[${engine}] an error about the topic goes as soon as one is chosen`, async () => {
  const { context, page } = await open();
  for (const choose of [() => page.locator('[name=topic]').nth(2).check({ force: true }),
    async () => { await page.locator('#topic-other').check({ force: true }); await page.selectOption('#more-topics', 'cv'); }]) {
    await page.goto(server.url + desk);
    await Promise.all([page.waitForResponse((answer) => answer.status() === 422), page.keyboard.press('Control+Enter')]);
    await page.locator('#topics-error').waitFor();
    await choose();
    assert.equal(await page.locator('#topics-error, [data-error-summary]').count(), 0);
    assert.equal(await page.locator('#topics[aria-describedby]').count(), 0);
    await checkPage(page);
  }
  await context.close();
});

test(`[${engine}] a referral is taken away with a button, and its line follows the outcome`, async () => {
  const { context, page } = await open();
  await page.locator('#outcome-booked').check({ force: true });
  const outcome = await page.locator('[name=outcome]:checked').getAttribute('value');
  await searchFor(page, 'mobidig');
  await page.keyboard.press('Enter');
  const line = page.locator('[data-refers]');
  await line.waitFor();
  await checkPage(page);
  await page.locator('#outcome-answered').press('Space');
  assert.ok(await line.isHidden(), 'nobody is referred');
  await page.locator('#outcome-referred').press('Space');
  assert.ok(await line.isVisible());
  await page.locator('[data-refer-away]').press('Enter');
  assert.ok(await line.isHidden());
  assert.equal(await page.inputValue('[name=referred_to]'), '');
  assert.equal(await page.locator('[name=outcome]:checked').getAttribute('value'), outcome);
  assert.equal(page.url(), server.url + desk, 'nothing was sent');
  await context.close();
});

test(`[${engine}] an entry is put right as it was logged: hits come while one types, arrows choose, Enter takes, nothing is lost`, async () => {
  const { context, page } = await open();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  await page.locator('[data-done] a', { hasText: /Rätta/ }).click();
  await page.locator('#outcome-referred').check({ force: true });
  await page.locator('[name=note]').fill('behövde stor text');
  const field = page.locator('[data-find-target]');
  const asked = page.waitForRequest((one) => new URL(one.url()).searchParams.has('fragment'));
  await field.pressSequentially('mobidig', { delay: 10 });
  const address = new URL((await asked).url());
  assert.deepEqual([...address.searchParams.keys()].sort(), ['fragment', 'q'], 'no more of the form stands in an address');
  await page.locator('#desk-hits [data-selected]').first().waitFor();
  await checkPage(page);
  assert.equal(await page.locator('#desk-hits [data-selected][data-named]').count(), 1, 'what is called as was typed');
  const first = await page.locator('#desk-hits [data-selected] [data-refer]').getAttribute('data-refer');
  const all = await page.locator('#desk-hits [data-hits] [data-refer]:not([hidden])').count();
  await field.press('ArrowDown');
  const second = await page.locator('#desk-hits [data-selected] [data-refer]').getAttribute('data-refer');
  if (all > 1) assert.notEqual(second, first);
  await field.press('ArrowUp');
  await field.press('Enter');
  await page.locator(`#referred_to option[value="${first}"]:checked`).waitFor({ state: 'attached' });
  assert.equal(await page.inputValue('[name=note]'), 'behövde stor text');
  await page.waitForFunction(() => document.activeElement.value === 'refer_away');   // the keyboard goes on from there
  await context.close();
});

test(`[${engine}] without scripts a referral is taken away, too`, async () => {
  const { context, page } = await open({ javaScriptEnabled: false });
  await page.locator('#search-here').fill('mobidig');
  await page.locator('#search-here').press('Enter');
  await page.locator('[data-hit] button[name=refer]').first().press('Enter');
  await page.locator('[data-refers]:visible').waitFor();
  await page.locator('button[value=refer_away]').press('Enter');
  await page.locator('[data-refers]').waitFor({ state: 'hidden' });
  assert.equal(await page.inputValue('[name=referred_to]'), '');
  await context.close();
});

test(`[${engine}] who was signed out while searching is told, and finds words and form again after signing in`, async () => {
  const { context, page } = await open();
  await page.locator('[name=topic]').nth(1).check({ force: true });
  await page.locator('form[data-log-form] > details').last().evaluate((details) => { details.open = true; });
  await page.fill('[name=note]', 'Höll på länge med fakturan');
  await context.clearCookies({ name: 'session' });
  await search(page).fill('mobidig');
  await problem(page, 'signed-out').waitFor();
  assert.equal(await page.locator('#desk-hits[aria-busy]').count(), 0);
  await checkPage(page);
  await problem(page, 'signed-out').locator('a').press('Enter');
  await page.locator('[name=password]').waitFor();
  assert.ok(!page.url().includes('mobidig'));
  await fillSignIn(page, email, password);
  assert.equal(await page.inputValue('[name=note]'), 'Höll på länge med fakturan');
  assert.ok(await page.locator('[name=topic]').nth(1).isChecked());
  assert.equal(await search(page).inputValue(), 'mobidig');
  await page.locator('[data-hit]').first().waitFor();
  await context.close();
});

test(`[${engine}] the word that found a signed-out desk finds hits after signing in elsewhere; Search asks the server`, async () => {
  const { context, page } = await open();
  const cookies = await context.cookies();
  await context.clearCookies({ name: 'session' });
  await search(page).fill('mobidig');
  await problem(page, 'signed-out').waitFor();
  await context.addCookies(cookies);
  await search(page).fill('mobidigg');
  await problem(page, 'signed-out').waitFor({ state: 'detached' });
  await searchFor(page, 'mobidig');
  await page.locator('[data-hit]').first().waitFor();
  await context.clearCookies({ name: 'session' });
  await search(page).fill('bankid');
  await problem(page, 'signed-out').waitFor();
  await page.locator('.search-form button').press('Enter');
  await page.waitForURL(/login/);
  await fillSignIn(page, email, password);
  assert.equal(await search(page).inputValue(), 'bankid');
  await page.locator('[data-hit]').first().waitFor();
  await context.close();
});

for (const [where, address, hits] of [['desk', desk, '#desk-hits'], ['start page', '/sundsvall/', '#results']]) {
  test(`[${engine}] a search that gets no answer says so at the ${where} and is asked anew`, async () => {
    const { context, page } = await open();
    await page.goto(server.url + address);
    const asked = (answer) => page.route('**/*fragment=1*', answer);
    await asked((route) => route.abort());
    await search(page).fill('mobidig');
    await page.locator(`${hits} [data-problem=no-network]`).waitFor();
    await checkPage(page);
    await page.unroute('**/*fragment=1*');
    await asked((route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<p>Upptaget</p>' }));
    await search(page).fill('bankid');
    await page.locator(`${hits} [data-problem=no-answer]`).waitFor();
    assert.equal(await page.locator(`${hits}[aria-busy]`).count(), 0);
    await page.unroute('**/*fragment=1*');
    await search(page).fill('mobidig');
    await page.locator(`${hits} .hit`).first().waitFor();
    assert.equal(await page.locator(`${hits} [data-problem]`).count(), 0);
    await asked((route) => route.abort());
    await search(page).fill('bibliotek');
    await page.locator(`${hits} [data-problem=no-network]`).waitFor();
    await search(page).press('Enter');
    await page.waitForURL(/q=bibliotek/);
    await page.locator(`${hits} .hit`).first().waitFor();
    await context.close();
  });
}

test(`[${engine}] who turned the keys off has none, Ctrl+Enter neither`, async () => {
  const { context, page } = await open();
  const turn = async () => {
    await page.locator('[data-keys-help] summary').press('Enter');
    await Promise.all([page.waitForLoadState('load'), page.locator('[data-keys-help] button').press('Enter')]);
    await page.locator('[data-keys-help]:not([hidden])').waitFor({ state: 'attached' });
  };
  await turn();
  await page.locator('[name=topic]').nth(1).check({ force: true });
  assert.equal(await page.locator('[data-key-hint]:visible').count(), 0);
  const before = page.url();
  await page.locator('h1').click();
  const logged = await entries(page);
  for (const key of ['Control+Enter', 'Shift+Digit2', '3', '.', 'l', 'Control+z']) await page.keyboard.press(key);
  assert.equal(page.url(), before, 'nothing was sent');
  assert.equal(await page.locator('input[type=search]').inputValue(), '');
  assert.equal(await page.locator('[name=topic]').nth(1).isChecked(), true);
  assert.equal(await page.locator('[name=outcome]:checked').getAttribute('value'), 'answered');
  await page.goto(server.url + desk);
  assert.equal(await entries(page), logged, 'nothing was logged');
  await turn();
  await context.close();
});
