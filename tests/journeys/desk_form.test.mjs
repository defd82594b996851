// The desk's form: what will be saved and its button stay in view, numbers of the municipality's own list, what was ticked for a
// topic that is gone, and what is called unsaved.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47';
const desk = '/sundsvall/staff/';
let server, browser;

before(async () => {
  server = await startServer();
  for (const role of ['guide', 'administrator']) server.addUser('sundsvall', role, `${role}@prov.example`, password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function open(options = {}, path = desk, person = 'guide') {
  const context = await openContext(browser, looks[0], { reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + '/login');
  await fillSignIn(page, `${person}@prov.example`, password);
  await page.goto(server.url + path);
  return { context, page };
}

const search = (page) => page.locator('.search-form input[type=search]');
const chosen = (page) => page.evaluate(() => document.querySelector('[name=topic]:checked')?.value ?? '');

async function searchFor(page, words) {
  const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === words);
  await search(page).fill(words);
  await answered;
  await page.locator('#desk-hits:not([aria-busy])').waitFor();
}

/** Two frames: what was measured has its place. */
const settled = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(done));
}));

/** What will be saved, and its button: none of it outside the window. */
const outOfView = (page) => page.evaluate(() => [...document.querySelectorAll('[data-log-it], .save-foot select, .save-foot summary')]
  .map((one) => ({ what: one.name || one.textContent.trim(), ...one.getBoundingClientRect().toJSON() }))
  .filter(({ top, bottom, height }) => height === 0 || top < 0 || bottom > innerHeight)
  .map(({ what, top, bottom }) => `${what} ${Math.round(top)}–${Math.round(bottom)} of ${innerHeight}`));

const inView = async (page, when) => {
  await settled(page);
  assert.deepEqual(await outOfView(page), [], when);
};

test(`[${engine}] the words of the button that logs stand in it, however many fields stand beside it`, async () => {
  const { context, page } = await open();
  for (const gone of ['nothing', '[name=body_unit]', '[name=body]', '[name=language]']) {
    await page.evaluate((field) => document.querySelector(`.save-foot ${field}`)?.closest('.field, .save-chip')?.remove(), gone);
    for (const width of [320, 360, 640, 768, 1024, 1100, 1200, 1280, 1366, 1440, 1600, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      const [needs, has] = await page.locator('[data-log-it]').evaluate((button) => [button.scrollWidth, button.clientWidth]);
      assert.ok(needs <= has + 1, `without ${gone}, ${width} px: the words take ${needs} px, the button has ${has}`);
    }
  }
  await context.close();
});

test(`[${engine}] the first screen has all topics, how it went and what will be saved`, async () => {
  const { context, page } = await open();
  for (const [width, height] of [[1280, 900], [1366, 768]]) {
    await page.setViewportSize({ width, height });
    await page.evaluate(() => scrollTo(0, 0));
    await inView(page, `${width}×${height}`);
    const foot = await page.locator('.save-foot').boundingBox();
    for (const label of await page.locator('.tile label, #outcome label').all()) {
      const { y, height: high } = await label.boundingBox();
      assert.ok(y + high <= foot.y + 1, `${width}×${height}: ${await label.innerText()} ends at ${Math.round(y + high)}, the foot begins at ${Math.round(foot.y)}`);
    }
  }
  await context.close();
});

for (const [width, height] of [[1280, 900], [320, 700]]) {
  test(`[${engine}] the button and what will be saved are in view at ${width}×${height}, whatever is typed, chosen or found`, async () => {
    const { context, page } = await open({ viewport: { width, height } });
    page.on('dialog', (dialog) => dialog.accept());
    await inView(page, 'nothing yet');
    await page.keyboard.press('5');
    await inView(page, 'a topic');
    await searchFor(page, 'bankid');
    await page.locator('.hit').first().waitFor();
    await inView(page, 'what was found');
    await checkPage(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const hit = await page.locator('[data-selected]').boundingBox(), foot = await page.locator('.save-foot').boundingBox();
    assert.ok(hit.y < foot.y && hit.y + Math.min(hit.height, 60) <= foot.y + 1, 'the chosen hit does not stand below it');
    await page.keyboard.press('Enter');
    await inView(page, 'somebody is referred');
    await page.locator('form[data-log-form] > details').last().locator('summary').first().press('Enter');
    await page.locator('#note').fill('Ville ha hjälp hemma');
    await inView(page, 'a note');
    await page.locator('.when > summary').click();
    await page.locator('[name=time]').fill('08:05');
    await inView(page, 'a time');
    await checkPage(page);
    const time = await page.locator('[name=time]').boundingBox(), above = await page.locator('.save-foot').boundingBox();
    assert.ok(time.y + time.height <= above.y + 1 && time.y >= 0, 'the time opens above it, in view');
    await page.goto(server.url + desk);
    await page.keyboard.press('4');
    await Promise.all([page.waitForURL(/logged=/), page.keyboard.press('Enter')]);
    await inView(page, 'what was just logged stands above the form');
    await checkPage(page);
    await context.close();
  });

  test(`[${engine}] nothing that has the focus stands below the foot of the form at ${width}×${height}`, async () => {
    const { context, page } = await open({ viewport: { width, height } });
    await searchFor(page, 'bankid');
    await page.locator('.hit').first().waitFor();
    await page.locator('form[data-log-form] > details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
    await page.evaluate(() => scrollTo(0, 0));
    await search(page).focus();
    const below = [];
    for (let step = 0; step < 80; ++step) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const one = document.activeElement, foot = document.querySelector('.save-foot');
        if (foot.contains(one)) return 'foot';
        if (!foot.parentElement.contains(one)) return '';
        const { top, bottom, height } = one.getBoundingClientRect(), edge = foot.getBoundingClientRect().top;
        const isTall = height > edge;
        return (isTall ? top > edge - 40 : bottom > edge + 1) ? `${one.tagName} ${one.name || one.textContent.trim()} ${top}–${bottom}, ${edge}` : '';
      });
      if (found && found !== 'foot') below.push(found);
    }
    assert.deepEqual(below, []);
    await context.close();
  });
}

test(`[${engine}] the foot of the form leaves the window where letters are large or the window is low`, async () => {
  for (const [width, height, text] of [[360, 800, '200%'], [320, 225, '100%']]) {
    const { context, page } = await open({ viewport: { width, height } });
    await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, text);
    await settled(page);
    const { top, high } = await page.locator('.save-foot').evaluate((foot) => ({ top: foot.getBoundingClientRect().top, high: foot.offsetHeight }));
    assert.ok(high > height / 3 && top > height, `${width}×${height}: ${top}, ${high} high`);
    await page.locator('[data-log-it]').focus();
    const button = await page.locator('[data-log-it]').boundingBox();
    assert.ok(button.y >= 0 && button.y + button.height <= height, 'it is come to');
    await context.close();
  }
});

test(`[${engine}] without scripts the button is in view, too, and so it is with forced colours`, async () => {
  for (const options of [{ javaScriptEnabled: false }, { forcedColors: 'active' }]) {
    const { context, page } = await open({ viewport: { width: 320, height: 700 }, ...options });
    const button = await page.locator('[data-log-it]').boundingBox();
    assert.ok(button.y > 0 && button.y + button.height <= 700, JSON.stringify(button));
    await context.close();
  }
});

test(`[${engine}] what was ticked for a sensitive topic goes with the topic, and the rules close`, async () => {
  const { context, page } = await open();
  const bank = page.locator('[name=topic][value=bank]'), rules = page.locator('#helper-rules'), tick = page.locator('[name=rules_followed]');
  await bank.check({ force: true });
  assert.ok(await rules.evaluate((details) => details.open));
  await tick.check({ force: true });
  await page.locator('h1').click();
  const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === '1177');
  await page.keyboard.type('1177');
  await answered;
  await page.locator('#desk-hits:not([aria-busy])').waitFor();
  await settled(page);
  assert.equal(await chosen(page), 'bank');
  assert.ok(await tick.isChecked(), 'a number that was looked for took nothing away');
  await page.locator('[name=topic][value=print]').check({ force: true });
  assert.equal(await tick.isChecked(), false);
  assert.ok(await rules.isHidden());
  await settled(page);   // what closed has moved what stands below it
  await bank.check({ force: true });
  assert.ok(await tick.isVisible());
  assert.equal(await tick.isChecked(), false, 'it is another one');
  await context.close();
});

test(`[${engine}] unsaved text is spoken of where something was typed, not where something was only chosen`, async () => {
  const { context, page } = await open();
  page.on('dialog', (dialog) => dialog.accept());
  await page.keyboard.press('4');
  await page.selectOption('[name=channel]', 'phone');
  await page.goto(server.url + desk);
  assert.equal(await page.locator('[data-draft-back]').count(), 0);
  await page.keyboard.press('4');
  await page.locator('[name=minutes]').fill('15');
  await page.goto(server.url + desk);
  await page.locator('[data-draft-back]').press('Enter');
  assert.equal(await page.inputValue('[name=minutes]'), '15');
  assert.notEqual(await chosen(page), '', 'and what was chosen with it is there again');
  await context.close();
});

test(`[${engine}] the number of an own topic is typed without coming to the search first`, async () => {
  const admin = await open({}, '/sundsvall/staff/settings/topics', 'administrator');
  for (const [label, code] of [['Färdtjänst', '1.17'], ['Skolskjuts', '1.1'], ['Parkering', '12.3']]) {
    await admin.page.goto(server.url + '/sundsvall/staff/settings/topics');
    const form = admin.page.locator('form[action$="/settings/topics"]');
    await form.evaluate((one) => one.closest('details')?.setAttribute('open', ''));
    await form.locator('[name=label]').fill(label);
    await form.locator('[name=maps_to]').selectOption('bus_card');
    await form.locator('[name=list_code]').fill(code);
    await Promise.all([admin.page.waitForURL(/added|topics\/own_/), form.locator('button[type=submit]').first().press('Enter')]);
  }
  await admin.context.close();
  const { context, page } = await open();
  const entries = await page.locator('.log-list > li').count();
  const type = async (words) => {
    const answered = page.waitForResponse((answer) => new URL(answer.url()).searchParams.get('q') === words);
    await page.locator('h1').click();
    for (const key of words) await page.keyboard.press(key);
    assert.equal(await search(page).inputValue(), words);
    assert.equal(await chosen(page), '', 'no topic of a digit alone');
    await answered;
    await page.locator('#desk-hits:not([aria-busy]) .topic-hits [data-selected]').waitFor();
    await page.keyboard.press('Enter');
    return page.locator('#more-topics option:checked').innerText();
  };
  for (const [words, label] of [['1.17', /Färdtjänst/], ['12.3', /Parkering/]]) {
    await page.goto(server.url + desk);
    assert.match(await type(words), label);
  }
  // However slowly: the digit had chosen a topic meanwhile.
  await page.goto(server.url + desk);
  await page.keyboard.press('1');
  assert.notEqual(await chosen(page), '');
  await page.waitForFunction((since) => performance.now() - since > 1200, await page.evaluate(() => performance.now()));
  await page.keyboard.press('.');
  assert.equal(await search(page).inputValue(), '1.');
  assert.equal(await chosen(page), '');
  // A digit that begins no number goes on to the last entry, as before.
  await page.goto(server.url + desk);
  await page.keyboard.press('4');
  await page.keyboard.press('.');
  assert.equal(await search(page).inputValue(), '');
  assert.notEqual(await chosen(page), '');
  assert.equal(await page.locator('.log-list > li').count(), entries, 'nothing was logged');
  await context.close();
});
