// Without a network: whom to ring in danger, a word with a slip, and the last entry taken back by the keyboard.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { makeReady, openDesk, password, unlock } from '../lib/offline_device.mjs';

let server, browser;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'guide', 'anna@prov.example', password);
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
  await desk.locator('#desk-hits .hit h3', { hasText: /bibliotek/i }).first().waitFor();
  assert.equal(await desk.locator('.danger-card').count(), 0);
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
