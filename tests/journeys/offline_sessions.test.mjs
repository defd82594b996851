// Who came at a session, counted on a device that has no network.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { makeReady, openDesk, password, signIn, unlock } from '../lib/offline_device.mjs';
import { startServer, engine } from '../lib/server.mjs';

let server, browser, arranges;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'guide', 'anna@prov.example', password);
  server.addUser('sundsvall', 'administrator', 'chef@prov.example', password);
  arranges = server.run(['token', 'add', '--municipality', 'sundsvall', '--name', 'kalender', '--scope', 'activities:write']).trim();
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

const states = (page) => page.locator('[data-entries-list] li').evaluateAll((all) => all.map((one) => one.dataset.state));
const waiting = async (page) => Number(await page.locator('[data-state][role=status]').getAttribute('data-waiting'));
const sends = (page) => page.locator('[data-send]').click();

/** A program's request about what is arranged. */
async function arrange(method, path, content) {
  const answer = await fetch(`${server.url}/api/v1/sundsvall${path}`, { method, body: JSON.stringify(content),
    headers: { Authorization: `Bearer ${arranges}`, 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() } });
  assert.ok(answer.ok, `${path} ${answer.status} ${await answer.clone().text()}`);
  return answer.status === 204 ? null : answer.json();
}

test(`[${engine}] who came is counted without a network, once; what a colleague counted meanwhile is not overwritten unseen`, async () => {
  // Nothing is arranged in the past: it begins with the next minute.
  const begins = Math.ceil((Date.now() + 2000) / 60_000) * 60_000;
  const [starts, ends] = [0, 3_600_000].map((after) => new Date(begins + after)
    .toLocaleString('sv', { timeZone: 'Europe/Stockholm' }).slice(0, 16).replace(' ', 'T'));
  await arrange('POST', '/activities', { title: 'Digital fika', kind: 'digital_cafe', purpose: 'support',
    sessions: [{ starts, ends, address: 'Biblioteket' }] });
  const context = await openContext(browser, looks[2]);
  await makeReady(server, context, 'anna');
  await context.setOffline(true);
  let desk = await openDesk(server, context);
  assert.equal(await desk.locator('[data-count]').isVisible(), false, 'locked');
  await unlock(desk, 'anna');
  const session = await desk.locator('#count-session option').nth(1).getAttribute('value');
  const numbers = (page) => page.locator('[data-count-form]');
  await desk.locator('[data-count] > summary').press('Enter');
  await desk.locator('#count-session').selectOption(session);
  for (const times of [1, 2, 3]) await desk.locator(`[data-step="1"][data-of=women]`).press(times === 2 ? ' ' : 'Enter');
  assert.equal(await numbers(desk).locator('[name=women]').inputValue(), '3');
  await numbers(desk).locator('[name=men]').fill('tre');
  await desk.keyboard.press('Control+Enter');
  const fault = desk.locator('.stepped:has([name=men]) + .field-error');
  await fault.waitFor();
  assert.equal(await numbers(desk).locator('[name=men]').getAttribute('aria-describedby'), await fault.getAttribute('id'));
  assert.equal(await desk.evaluate(() => document.activeElement.name), 'men');
  await checkPage(desk);
  assert.deepEqual(await states(desk), [], 'nothing is kept that is no number');
  await numbers(desk).locator('[name=men]').fill('2');
  assert.equal(await fault.count(), 0, 'it is no longer true');
  await checkPage(desk);
  // Killed before it is saved: it stands there again.
  await desk.waitForTimeout(600);
  await desk.close();
  desk = await openDesk(server, context);
  await unlock(desk, 'anna');
  assert.equal(await numbers(desk).locator('[name=men]').inputValue(), '2');
  await desk.waitForTimeout(Math.max(0, begins - Date.now() + 1000));
  await numbers(desk).locator('[name=men]').press('Control+Enter');
  await desk.locator('li[data-state=waiting]').waitFor();
  assert.match(await desk.locator('[data-entries-list]').innerText(), /Digital fika.*5/);
  // Anna's page is closed; a colleague counts the same session before the device is back.
  await desk.locator('[data-lock]').click();
  assert.doesNotMatch(await desk.locator('main').innerText(), /Digital fika/);
  await unlock(desk, 'anna');
  await arrange('PUT', `/sessions/${session}/attendance`, { women: 4 });
  await context.setOffline(false);
  await desk.locator('li[data-state=refused]').waitFor();
  const told = await desk.locator('li[data-state=refused]').innerText();
  assert.match(told, /Kvinnor: 4 .*3/);
  assert.match(told, /Män: – .*2/);
  await desk.locator('li[data-state=refused] button').first().press('Enter');
  assert.match(await desk.locator('[data-problems]').innerText(), /räknats under tiden/);
  assert.equal(await numbers(desk).locator('[name=women]').inputValue(), '3');
  await checkPage(desk);
  await numbers(desk).locator('[name=women]').fill('6');
  const anew = desk.waitForResponse((answer) => answer.url().endsWith('/search.json'));
  await desk.keyboard.press('Control+Enter');
  await desk.locator('li[data-state=sent]').waitFor();
  await anew;   // what stands now is kept for whoever counts once more
  assert.equal((await states(desk)).length, 1);
  await desk.close();
  // The page of the session says what was counted, once; the answer lost on the way changes nothing.
  const page = await signIn(server, context, 'anna');
  const attendance = `${server.url}/sundsvall/staff/sessions/${session}/attendance`;
  await page.goto(attendance);
  assert.equal(await page.locator('[name=women]').inputValue(), '6');
  assert.equal(await page.locator('[name=men]').inputValue(), '2');
  await context.route('**/staff/offline/entries', async (route) => {
    await route.fetch();
    await route.abort('connectionreset');
    await context.unroute('**/staff/offline/entries');
  });
  desk = await openDesk(server, context);
  await unlock(desk, 'anna');
  await desk.locator('[data-count] > summary').press('Enter');
  await desk.locator('#count-session').selectOption(session);
  assert.equal(await numbers(desk).locator('[name=women]').inputValue(), '6', 'as it stands at the server');
  await numbers(desk).locator('[name=girls]').fill('1');
  await desk.keyboard.press('Control+Enter');
  await desk.locator('[data-entries-list] li').nth(1).waitFor();
  for (let tries = 0; tries < 40 && await waiting(desk) > 0; ++tries) {
    await sends(desk);
    await desk.waitForTimeout(250);
  }
  await desk.locator('li[data-state=sent]').nth(1).waitFor();
  assert.deepEqual(await states(desk), ['sent', 'sent']);
  await page.goto(attendance);
  assert.equal(await page.locator('[name=girls]').inputValue(), '1');
  await context.close();
});
