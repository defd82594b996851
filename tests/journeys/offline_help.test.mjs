// Without a network: whom to ring in danger, a word with a slip, and the last entry taken back by the keyboard.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { makeReady, openDesk, password, signIn, unlock } from '../lib/offline_device.mjs';

let server, browser;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'guide', 'anna@prov.example', password);
  server.addUser('sundsvall', 'administrator', 'chef@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

test(`[${engine}] a guide without a network sees whom to ring, finds a word with a slip, and takes the last entry back`, async () => {
  const context = await openContext(browser);
  await makeReady(server, context, 'anna');
  await context.setOffline(true);
  const desk = await openDesk(server, context);
  await unlock(desk, 'anna');

  await desk.fill('#search', 'jag har blivit lurad');
  await desk.locator('.danger-card a[href="tel:112"]').first().waitFor();
  await checkPage(desk);
  await desk.fill('#search', 'bibliotket');
  await desk.locator('.danger-card').first().waitFor({ state: 'detached' });
  await desk.locator('#desk-hits .hit h3', { hasText: /bibliotek/i }).first().waitFor();
  await desk.fill('#search', '');
  await desk.evaluate(() => document.activeElement.blur());

  const waiting = desk.locator('[data-entries-list] li');
  await desk.keyboard.press('Control+z');
  await desk.locator('[data-problems]:not([hidden])').waitFor();
  for (const digit of ['1', '2']) {
    await desk.evaluate(() => document.activeElement.blur());
    await desk.keyboard.press(digit);
    await desk.keyboard.press('Control+Enter');
    await waiting.nth(Number(digit) - 1).waitFor();
  }
  await desk.keyboard.press('Control+z');
  await desk.waitForFunction(() => document.querySelectorAll('[data-entries-list] li').length === 1);
  assert.equal(await desk.locator('[name=topic][data-key="2"]').isChecked(), true, 'it stands in the form again');
  await desk.evaluate(() => document.activeElement.blur());
  await desk.keyboard.press('Control+z');
  await desk.locator('[data-problems]:not([hidden])').waitFor();
  assert.equal(await waiting.count(), 1, 'what stands in the form is not lost');
  await context.close();
});

/** As an administrator writes it; `fields`: by name, of lists their keys. */
async function write(page, path, fields) {
  await page.goto(`${server.url}/sundsvall/staff/${path}/new`);
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`).first();
    const kind = await field.evaluate((one) => one.type);
    if (kind === 'select-one') await field.selectOption(value);
    else if (/radio|checkbox/.test(kind)) await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else await field.fill(value);
  }
  await page.locator('main form button[type=submit]').last().click();
  await page.waitForURL(/added=/);
}

test(`[${engine}] without a network a guide reads rules and answers, and is referred to nobody at the own place`, async () => {
  const context = await openContext(browser);
  const chief = await signIn(server, context, 'chef');
  await write(chief, 'topic-rules', { topic: 'authority_forms', body: 'migration', handling: 'hand_over', rule: 'Boka tid hos Migrationsverket.' });
  await write(chief, 'topic-rules', { topic: 'print', handling: 'here', rule: 'Skrivaren står vid fönstret.' });
  await write(chief, 'answers', { question: 'Hur ansöker jag om bygglov?', answer: 'I e-tjänsten, med en ritning.' });
  await chief.close();
  await makeReady(server, context, 'anna');
  await context.setOffline(true);
  const desk = await openDesk(server, context);
  await unlock(desk, 'anna');
  const hits = desk.locator('#desk-hits');

  await desk.fill('#search', 'skriva ut');
  await hits.locator('.rule-hit', { hasText: 'Skrivaren står vid fönstret.' }).waitFor();
  await desk.fill('#search', 'ansöka om bygglov');
  await hits.locator('h3', { hasText: 'Hur ansöker jag om bygglov?' }).waitFor();
  await hits.locator('summary').first().click();
  await hits.locator('p', { hasText: 'I e-tjänsten, med en ritning.' }).waitFor();
  await checkPage(desk);

  const own = await desk.locator('[name=place] option:checked').textContent();
  await desk.fill('#search', own.trim());
  const here = hits.locator('.hit[data-named]');
  await here.locator('[data-here]:not([hidden])').waitFor();
  assert.equal(await here.locator('[data-refer]').isVisible(), false);
  await desk.keyboard.press('Enter');
  assert.equal(await desk.locator('[name=referred_to]').inputValue(), '');

  await desk.fill('#search', '');
  await desk.locator('[name=topic][value=authority_forms], [data-other-topics] select').first().waitFor({ state: 'attached' });
  await desk.evaluate(() => {
    const form = document.querySelector('[data-log-form]');
    const tile = form.querySelector('[name=topic][value=authority_forms]');
    if (tile) tile.checked = true;
    else form.querySelector('[data-other-topics] select').value = 'authority_forms';
    form.querySelector('[name=body]').value = 'migration';
    form.querySelector('[name=body]').dispatchEvent(new Event('change', { bubbles: true }));
  });
  await desk.locator('[data-log-form] > [data-rule]:not([hidden])', { hasText: 'Boka tid hos Migrationsverket.' }).waitFor();
  await context.close();
});
