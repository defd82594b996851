// The desk without a network: the bus's tablet, two people, a network that comes and goes, a server and tabs that are killed.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks } from '../lib/browser.mjs';
import { startServer, engine } from '../lib/server.mjs';
import * as device from '../lib/offline_device.mjs';

const { deskPath, password } = device;
let server, browser, token;

before(async () => {
  server = await startServer();
  for (const person of ['anna', 'bo']) server.addUser('sundsvall', 'guide', `${person}@prov.example`, password);
  server.addUser('sundsvall', 'administrator', 'chef@prov.example', password);
  token = server.run(['token', 'add', '--municipality', 'sundsvall', '--name', 'prov', '--scope', 'inquiries:read']).trim();
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

const openPage = (context) => device.openPage(context);
const signIn = (context, person) => device.signIn(server, context, person);
const makeReady = (context, person, look) => device.makeReady(server, context, person, look);
const openDesk = (context) => device.openDesk(server, context);
const { unlock } = device;

/** By keyboard; kept when this is over. */
async function log(page, digit, note = '') {
  const list = page.locator('[data-entries-list] li');
  const before = await list.count();
  await page.keyboard.press(digit);
  if (note) {
    await page.locator('summary:has-text("anteckning")').press('Enter');
    await page.fill('[name=note]', note);
  }
  await page.keyboard.press('Control+Enter');
  await list.nth(before).waitFor();
}

const number = async (page, of) => Number(await page.locator('[data-state][role=status]').getAttribute(`data-${of}`));
const states = (page) => page.locator('[data-entries-list] li').evaluateAll((all) => all.map((one) => one.dataset.state));

async function waitForNone(page, of = 'waiting') {
  await page.waitForFunction((name) => document.querySelector('[data-state][role=status]').dataset[name] === '0', of);
}

/** Of the log, what carries one of these notes or was logged since. */
async function logged(since) {
  const answer = await fetch(`${server.url}/api/v1/sundsvall/inquiries?since=${since}&limit=200`, { headers: { Authorization: `Bearer ${token}` } });
  return (await answer.json()).inquiries;
}

const sends = (page) => page.locator('[data-send]').click();

test(`[${engine}] the bus works a day without a network: five tabs killed, two people, and everything arrives once`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser);
  await makeReady(context, 'anna');
  await makeReady(context, 'bo');
  await context.clearCookies();   // both are signed out for the rest of the day
  await context.setOffline(true);

  let desk = await openDesk(context);
  await checkPage(desk);
  await unlock(desk, 'anna', 1);
  await checkPage(desk);
  for (const digit of ['1', '2', '3']) await log(desk, digit);
  await desk.close();                                                   // killed, 1
  desk = await openDesk(context);
  assert.equal(await number(desk, 'waiting'), 3);
  assert.equal(await desk.locator('[data-open]').isVisible(), false, 'a killed tab is locked');
  // Bo sees how many wait, and nothing of them.
  const locked = await desk.locator('main').innerText();
  assert.doesNotMatch(locked, /BankID|Mobil|anna/i);
  await unlock(desk, 'bo', 2);
  assert.deepEqual(await states(desk), []);
  await log(desk, '4');
  await log(desk, '5');
  await desk.close();                                                   // 2
  desk = await openDesk(context);
  await unlock(desk, 'anna', 1);
  assert.deepEqual(await states(desk), ['waiting', 'waiting', 'waiting']);
  await log(desk, '6');

  // The network is back, the answer to the first sending is lost: it was taken in, and the tab is killed.
  let arrived;
  const lost = new Promise((done) => { arrived = done; });
  await context.route('**/staff/offline/entries', async (route) => {
    const taken = await route.fetch().catch(() => undefined);           // the server may be stopped by now
    await route.abort('connectionreset').catch(() => {});               // the tab may be gone
    if (taken) arrived();
  });
  await context.setOffline(false);
  const other = await openDesk(context);
  await sends(desk);                                                    // one of the two tabs does
  await lost;
  assert.equal(await number(desk, 'waiting'), 6);
  await desk.close();                                                   // 3, in between
  await other.close();                                                  // 4
  // The server is killed and comes again.
  server.kill();
  await context.unroute('**/staff/offline/entries');
  desk = await openDesk(context);
  await unlock(desk, 'bo', 2);
  await log(desk, '7');
  assert.equal(await number(desk, 'waiting'), 7);
  await server.restart();
  // Killed while it sends: nobody knows what became of the answer.
  await sends(desk);
  await desk.close();                                                   // 5
  desk = await openDesk(context);
  await waitForNone(desk);
  const all = await logged(since);
  assert.deepEqual(all.map((one) => one.topics[0]).sort(), [...new Set(all.map((one) => one.topics[0]))].sort(), 'each once');
  assert.equal(all.length, 7);
  await unlock(desk, 'anna', 1);
  assert.deepEqual(await states(desk), ['sent', 'sent', 'sent', 'sent']);
  await desk.close();
  await context.close();

  // It counts for its author.
  for (const [person, count] of [['anna', 4], ['bo', 3]]) {
    const own = await openContext(browser);
    const page = await signIn(own, person);
    await page.goto(server.url + '/sundsvall/staff/');
    assert.equal(await page.locator('section[aria-labelledby=today] .log-list > li').count(), count, person);
    await own.close();
  }
});

test(`[${engine}] at 300 ms and with every twentieth sending lost everything arrives once`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser, looks[2]);
  await makeReady(context, 'anna', true);
  const desk = await openDesk(context);
  const network = await context.newCDPSession(desk);
  await network.send('Network.enable');
  await network.send('Network.emulateNetworkConditions', { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 20_000 });
  await unlock(desk, 'anna');
  let sent = 0;
  await context.route('**/staff/offline/entries', async (route) => {
    if (++sent % 4 !== 2) return route.continue();
    if (sent % 8 === 2) await route.fetch().catch(() => undefined);                            // it arrived, the answer did not
    return route.abort('connectionreset');
  });
  for (let i = 0; i < 10; ++i) await log(desk, String(i));
  for (let tries = 0; tries < 20 && await number(desk, 'waiting') > 0; ++tries) {
    await sends(desk);
    await desk.waitForFunction((before) => Number(document.querySelector('[data-state][role=status]').dataset.waiting) < before,
      await number(desk, 'waiting'), { timeout: 3000 }).catch(() => {});
  }
  await waitForNone(desk);
  assert.equal((await logged(since)).length, 10);
  await checkPage(desk);
  await context.close();
});

test(`[${engine}] what is refused is kept, says why to its author, and is mended; a wrong clock is corrected`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser, looks[1]);
  await makeReady(context, 'anna');
  await context.setOffline(true);
  const page = await openPage(context);
  // A device that is three days ahead.
  await page.addInitScript(() => {
    const ahead = 3 * 86_400_000, now = Date.now;
    Date.now = () => now() + ahead;
    globalThis.Date = class extends Date { constructor(...given) { super(...(given.length ? given : [now() + ahead])); } };
    Date.now = () => now() + ahead;
  });
  await page.goto(server.url + deskPath);
  await page.locator('[data-started]').waitFor();
  await unlock(page, 'anna');
  // A number is refused before anything is kept.
  await page.keyboard.press('1');
  await page.locator('summary:has-text("anteckning")').press('Enter');
  await page.fill('[name=note]', 'ring 070-174 06 35');
  await page.keyboard.press('Control+Enter');
  assert.deepEqual(await states(page), []);
  await page.fill('[name=note]', '');
  // A topic that the server no longer knows when it arrives.
  await page.evaluate(() => { document.querySelector('[name=topic][value]').value = 'topic_of_yesterday'; });
  await page.locator('[name=topic][value=topic_of_yesterday]').check({ force: true });
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-entries-list] li').waitFor();
  await context.setOffline(false);
  await page.locator('li[data-state=refused]').waitFor();
  assert.match(await page.locator('li[data-state=refused]').innerText(), /topic_of_yesterday.*finns inte i kodlistan|kodlistan/);
  await checkPage(page);
  assert.equal((await logged(since)).length, 0);
  // Locked it says only that something is to be mended.
  await page.locator('[data-lock]').click();
  assert.equal(await number(page, 'refused'), 1);
  assert.doesNotMatch(await page.locator('main').innerText(), /topic_of_yesterday|kodlistan/);
  await unlock(page, 'anna');
  await page.locator('li[data-state=refused] button').first().click();
  assert.match(await page.locator('[data-problems]').innerText(), /kodlistan/);
  await page.locator('[name=topic][data-key="2"]').press(' ');
  await page.locator('[data-log-it]').press('Enter');
  await page.locator('li[data-state=sent]').waitFor();
  const [entry] = await logged(since);
  assert.ok(Math.abs(Date.parse(entry.at) - Date.now()) < 120_000, `${entry.at} is by a clock that is right`);
  await context.close();
});

test(`[${engine}] five wrong PINs: the device waits, nobody's PIN is gone, what waits is still sent`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser);
  await makeReady(context, 'anna');
  await context.clearCookies();
  await context.setOffline(true);
  const desk = await openDesk(context);
  await unlock(desk, 'anna');
  await log(desk, '1');
  await desk.locator('[data-lock]').click();
  const tries = async (pin, told) => {
    await desk.fill('[data-pin]', pin);
    await desk.keyboard.press('Enter');
    await desk.waitForFunction((text) => document.querySelector('[data-pin-error]').textContent.includes(text), told);
  };
  for (const left of ['4', '3', '2', '1', 'Fem felaktiga']) await tries('111222', left);
  await tries(device.pins.anna, 'nästa kan göras');
  assert.ok(await desk.locator('[data-locked]').isVisible(), 'also the right one has to wait');
  const later = await openPage(context);
  await later.addInitScript(() => { const now = Date.now; Date.now = () => now() + 6 * 60_000; });
  await later.goto(server.url + deskPath);
  await later.locator('[data-started]').waitFor();
  await unlock(later, 'anna');
  assert.deepEqual(await states(later), ['waiting'], 'and her own can be read');
  await later.close();
  await context.setOffline(false);
  await waitForNone(desk);
  assert.equal((await logged(since)).length, 1);
  await context.close();
});

test(`[${engine}] the right PIN under a colleague's number opens one's own desk and takes no PIN away`, async () => {
  const context = await openContext(browser);
  await makeReady(context, 'anna');
  await makeReady(context, 'bo');
  await context.setOffline(true);
  const desk = await openDesk(context);
  await unlock(desk, 'anna', 1);
  await log(desk, '1');
  await desk.locator('[data-lock]').click();
  for (let turn = 0; turn < 6; ++turn) {
    await unlock(desk, 'bo', 1);
    assert.deepEqual(await states(desk), [], 'his, not hers');
    assert.match(await desk.locator('[data-done]').innerText(), /nummer 2/);
    await desk.locator('[data-lock]').click();
  }
  await unlock(desk, 'anna', 1);
  assert.deepEqual(await states(desk), ['waiting']);
  await context.setOffline(false);
  await waitForNone(desk);
  await context.close();
});

test(`[${engine}] the search of the own municipality works without a network; Enter refers`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser, looks[3]);
  await makeReady(context, 'anna');
  await context.setOffline(true);
  const desk = await openDesk(context);
  await unlock(desk, 'anna');
  await desk.locator('[name=place]').selectOption('');   // nobody is referred to the place where one is
  await desk.evaluate(() => document.activeElement.blur());
  await desk.keyboard.type('kulturmag');
  const hit = desk.locator('[data-hits] [data-refer^="place:"]').first();
  await hit.waitFor();
  await checkPage(desk);
  await hit.press('Enter');
  assert.equal(await desk.locator('[name=outcome]:checked').getAttribute('value'), 'referred');
  await desk.keyboard.press('2');
  await desk.keyboard.press('Control+Enter');
  await desk.locator('[data-entries-list] li').waitFor();
  await context.setOffline(false);
  await waitForNone(desk);
  const [entry] = await logged(since);
  assert.match(entry.referred_to, /^place:/);
  await context.close();
});

test(`[${engine}] what is not saved survives the tab, sealed; no way leads out to a browser's error; with a network there is one`, async () => {
  const since = new Date().toISOString();
  const context = await openContext(browser, looks[2], { timezoneId: 'America/New_York' });
  await makeReady(context, 'anna');
  await context.setOffline(true);
  let desk = await openDesk(context);
  await unlock(desk, 'anna');
  /** The bytes that the device keeps of it, as a text; "" for none. */
  const kept = () => desk.evaluate(() => new Promise((done) => {
    indexedDB.open('digilots-offline').onsuccess = ({ target }) => {
      target.result.transaction('people').objectStore('people').getAll().onsuccess = (found) =>
        done(String.fromCharCode(...new Uint8Array(found.target.result.find(({ vault }) => vault).draft?.data ?? 0)));
    };
  }));
  const waitForKept = async (isSo) => {
    for (let tries = 0; tries < 100 && !isSo(await kept()); ++tries) await desk.waitForTimeout(50);
    assert.ok(isSo(await kept()));
  };
  await desk.keyboard.press('2');
  await desk.locator('summary:has-text("anteckning")').press('Enter');
  await waitForKept((bytes) => bytes !== '');
  const without = (await kept()).length;
  await desk.fill('[name=note]', 'tre zebrafinkar i bussen');
  await waitForKept((bytes) => bytes.length > without);
  assert.doesNotMatch(await kept(), /zebrafinkar/, 'sealed');
  await desk.close();                                                   // killed
  desk = await openDesk(context);
  assert.doesNotMatch(await desk.content(), /zebrafinkar/, 'nothing of it stands on a locked desk');
  // A page of the staff that needs a network: the desk, which says so. Links that would leave it do not.
  await server.end();   // what the worker asks for does not come either
  await desk.goto(server.url + '/sundsvall/staff/inquiries');
  await desk.locator('[data-no-way]:not([hidden])').waitFor();
  assert.equal(new URL(desk.url()).pathname, deskPath);
  assert.equal(await desk.locator('.site-footer').isVisible(), false);
  assert.equal(await desk.locator('[data-to-desk]').isVisible(), false);
  await desk.locator('.site-name').click();
  assert.equal(new URL(desk.url()).pathname, deskPath);
  await unlock(desk, 'anna');
  assert.equal(await desk.inputValue('[name=note]'), 'tre zebrafinkar i bussen');
  await checkPage(desk);
  await desk.keyboard.press('Control+Enter');
  const line = desk.locator('[data-entries-list] li');
  await line.waitFor();
  await waitForKept((bytes) => bytes === '');
  // The municipality's clock, wherever the device is.
  const hour = (moment, zone) => new Date(moment).toLocaleTimeString('sv', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  const shown = (await line.locator('span').first().innerText()).slice(0, 2);
  assert.ok([since, Date.now()].map((moment) => hour(moment, 'Europe/Stockholm')).includes(shown), shown);
  await server.begin();
  await context.setOffline(false);
  await waitForNone(desk);
  assert.equal((await logged(since)).length, 1);
  await desk.locator('[data-to-desk] a').click();
  await desk.locator('[data-log-form]').waitFor();
  assert.equal(new URL(desk.url()).pathname, '/sundsvall/staff/');
  await context.close();
});

test(`[${engine}] a network without the server is told as such; what is sent is no longer said to wait`, async () => {
  const context = await openContext(browser, looks[2]);
  await makeReady(context, 'anna');
  await server.end();   // the device keeps its network
  const desk = await openPage(context);
  await desk.goto(server.url + '/sundsvall/staff/');
  await desk.locator('[data-no-way]:not([hidden])').waitFor();
  assert.equal(new URL(desk.url()).pathname, deskPath);
  const state = desk.locator('[data-state][role=status]');
  await desk.locator('[data-started]').waitFor();
  assert.match(await state.innerText(), /Inget svar från servern/);
  assert.equal(await desk.locator('[data-to-desk]').isVisible(), false);
  await unlock(desk, 'anna');
  await log(desk, '3');
  assert.match(await state.innerText(), /Inget svar från servern/);
  assert.match(await desk.locator('[data-done]').innerText(), /skickas när det finns nät/);
  await server.begin();
  await sends(desk);
  await desk.locator('li[data-state=sent]').waitFor();
  assert.equal((await desk.locator('[data-done]').innerText()).trim(), 'Sparat och skickat.');
  await desk.locator('[data-to-desk]:not([hidden])').waitFor();
  await context.close();
});

test(`[${engine}] where somebody else's entry has its number an entry is kept, and comes in under a new one`, async () => {
  const since = new Date().toISOString(), same = crypto.randomUUID();
  const open = async (person) => {
    const context = await openContext(browser);
    await makeReady(context, person);
    await context.setOffline(true);
    const page = await openPage(context);
    await page.addInitScript((id) => {
      const other = crypto.randomUUID.bind(crypto);
      let first = id;
      crypto.randomUUID = () => { const given = first ?? other(); first = null; return given; };
    }, same);
    await page.goto(server.url + deskPath);
    await page.locator('[data-started]').waitFor();
    await unlock(page, person);
    return { context, page };
  };
  const anna = await open('anna'), bo = await open('bo');
  for (const { page } of [anna, bo]) await log(page, '2');
  await bo.context.setOffline(false);
  await bo.page.locator('li[data-state=sent]').waitFor();
  await anna.context.setOffline(false);
  const refused = anna.page.locator('li[data-state=refused]');
  await refused.waitFor();
  assert.match(await refused.innerText(), /Någon annans post har det numret/);
  assert.equal((await logged(since)).length, 1);
  await refused.locator('button').first().press('Enter');
  await anna.page.locator(`li[data-state=refused]:not([data-entry="${same}"])`).waitFor();
  assert.equal(await anna.page.locator('[data-entries-list] li').count(), 1);
  await anna.page.locator('[data-log-it]').press('Enter');
  await anna.page.locator('li[data-state=sent]').waitFor();
  assert.equal((await logged(since)).length, 2);
  for (const { context } of [anna, bo]) await context.close();
});
