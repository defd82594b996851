// From a term that is arranged to a session that was held and counted, and from a time booked for somebody to the visit in the
// log: what residents do on a small phone without scripts or by ringing, and what staff do for them.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks, withoutScripts } from '../lib/browser.mjs';
import { movedClock } from '../lib/clock.mjs';
import { startServer, engine } from '../lib/server.mjs';
import { fillSignIn } from '../lib/sign_in.mjs';

const password = 'Fyren lyser i natten 47', title = 'Mobilen i lugn takt', fika = 'Fika med surfplattan';
const staff = '/lotsby/staff', phone = { width: 320, height: 640 };
const clock = movedClock();
let server, browser, greta, amina, session, visit;

before(async () => {
  clock.at(10, 15);
  server = await startServer({ env: clock.env });
  server.addUser('lotsby', 'coordinator', 'karin@prov.example', password);
  for (const guide of ['anna', 'bibbi']) server.addUser('lotsby', 'guide', `${guide}@prov.example`, password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

async function asStaff(person, path, look = looks[0], options = {}) {
  const context = await openContext(browser, look, options);
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(server.url + '/login');
  await fillSignIn(page, `${person}@prov.example`, password);
  await page.goto(server.url + path);
  return { context, page };
}
/** Who has an old phone: 320 px, no scripts. */
async function asResident(path, look = looks[2]) {
  const context = await openContext(browser, look, { javaScriptEnabled: false });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  withoutScripts(page, look);
  await page.setViewportSize(phone);
  await page.goto(server.url + path);
  return { context, page };
}
const main = (page) => page.locator('main').innerText();
/** Enter on it, and the page that comes of it. */
async function go(page, button, url) {
  await Promise.all([page.waitForURL(url), button.press('Enter')]);
  await checkPage(page);
}
async function signUp(page, fields) {
  await page.locator('main a', { hasText: title }).first().press('Enter');
  await page.waitForURL(/\/activities\/[a-z0-9-]+$/);
  await checkPage(page);
  await go(page, page.locator('main a[href*="/sign-up"]').first(), /\/sign-up$/);
  for (const [name, value] of Object.entries(fields))
    if (name === 'by') await page.locator(`[name=by][value=${value}]`).press('Space');
    else await page.fill(`[name=${name}]`, value);
  await go(page, page.locator('main form button[type=submit]').last(), /\/sign-ups\/[a-z0-9-]{14}/);
  return page.locator('main .card strong[translate=no]').innerText();
}

test(`[${engine}] a coordinator arranges a term: the days are seen first, and it says what was added`, async () => {
  const { context, page } = await asStaff('karin', `${staff}/activities/new`);
  for (const [name, text, times] of [[title, '14:00', '4'], [fika, '15:00', '']]) {
    await page.goto(`${server.url}${staff}/activities/new`);
    await checkPage(page);
    await page.fill('[name=title]', name);
    await page.selectOption('[name=kind]', 'digital_cafe');
    await page.selectOption('[name=purpose]', 'support');
    await page.check('[name=needs_sign_up]', { force: true });
    await page.check('[name=is_published]', { force: true });
    await go(page, page.locator('main form button[type=submit]').last(), /activities\/[0-9a-f-]{36}/);
    await page.goto(page.url().replace(/\?.*/, '') + '/series');
    await page.fill('[name=day]', clock.date(times ? 2 : 0));
    await page.fill('[name=starts]', text);
    await page.fill('[name=ends]', text.replace(':00', ':45'));
    if (times) await page.selectOption('[name=repeat]', '1');
    if (times) await page.fill('[name=times]', times);
    await page.fill('[name=address]', 'Bygdegården, stora salen');
    await page.fill('[name=capacity]', times ? '1' : '12');
    await page.locator('[name=step][value=look]').press('Enter');
    await page.locator('#dates').waitFor();
    await checkPage(page);
    assert.equal(await page.locator('section[aria-labelledby=dates] li').count(), Number(times || 1));
    await go(page, page.locator('[name=step][value=add]'), /sessions_added=/);
    assert.match(await main(page), times ? /4 tillfällen/ : /1 tillfälle/);
  }
  await context.close();
});

test(`[${engine}] somebody of eighty signs up on a small phone without scripts, and takes the code home on paper`, async () => {
  const { context, page } = await asResident('/lotsby/activities');
  await checkPage(page);
  greta = await signUp(page, { name: 'Greta' });
  assert.match(greta, /^[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}$/);
  assert.match(await main(page), /Du har en plats/);
  const slip = await page.locator('main a[href*="/slip.pdf"]').first().getAttribute('href');
  assert.equal((await context.request.get(server.url + slip)).headers()['content-type'], 'application/pdf');
  await context.close();
});

test(`[${engine}] who comes after waits, in order`, async () => {
  const { context, page } = await asResident('/lotsby/activities', looks[3]);
  amina = await signUp(page, { name: 'Amina', by: 'phone', contact: '060-19 10 00' });
  const text = await main(page);
  assert.match(text, /Du väntar på en plats/);
  assert.match(text, /nummer 1/);
  await context.close();
});

test(`[${engine}] the code is read out over the phone: staff type it and cancel, and the seat goes to who waits`, async () => {
  const { context, page } = await asStaff('anna', `${staff}/sessions`);
  await checkPage(page);
  await page.fill('[name=code]', greta.replaceAll('-', ' ').toUpperCase());
  await go(page, page.locator('form[action$="/sign-ups/find"] button'), /sessions\/[0-9a-f-]{36}\?found=/);
  session = new URL(page.url()).pathname;
  assert.match(await page.locator('li[aria-current]').innerText(), /Greta/);
  await go(page, page.locator('li[aria-current] form[action$="/cancel"] button'), /sign-ups\/[0-9a-f-]{36}\/cancel/);
  assert.match(await main(page), /Greta.*Mobilen i lugn takt/s);
  await go(page, page.locator('main form button').first(), /sessions\/[0-9a-f-]{36}\?done=given/);
  const toRing = page.locator('main .card', { hasText: 'Ring dessa' });
  assert.match(await toRing.innerText(), /Amina.*060-19 10 00/s);
  assert.equal(await page.locator('form[action$="/undo"]').count(), 0, 'a seat that is given away is not offered back');
  await go(page, toRing.locator('form[action$="/told"] button'), /done=changed/);
  assert.doesNotMatch(await main(page), /Ring dessa/);
  await context.close();

  const after = await asResident(`/lotsby/sign-ups/${amina}`);
  await checkPage(after.page);
  assert.match(await main(after.page), /Du har en plats/);
  await after.page.goto(`${server.url}/lotsby/sign-ups`);
  await after.page.fill('[name=code]', greta);
  await after.page.locator('main form button').press('Enter');
  await after.page.locator('.error-summary').waitFor();
  assert.match(await main(after.page), /Ingen är anmäld med den här koden/);
  await after.context.close();
});

test(`[${engine}] every session of the term is moved but one; who is signed up is rung and reads it by the code`, async () => {
  const { context, page } = await asStaff('karin', session, looks[1]);
  await page.locator('main a[href$="/change"]').first().press('Enter');
  await page.locator('[name=reach]').first().waitFor();
  await checkPage(page);
  await page.fill('[name=starts]', '16:00');
  await page.fill('[name=ends]', '16:45');
  await page.locator('[name=reach][value=all]').check({ force: true });
  const save = page.locator('main form button[type=submit]').last();
  await save.press('Enter');
  await page.locator('[name=stays]').first().waitFor();
  await checkPage(page);
  assert.match(await main(page), /Det här ändrar 4 tillfällen/);
  await page.locator('[name=stays]').nth(2).check({ force: true });
  await save.press('Enter');
  if (await page.locator('[name=stays]').count()) await save.press('Enter');   // what the choice changed is seen first
  await page.waitForURL(/done=changed/);
  await checkPage(page);
  assert.match(await page.locator('main .card', { hasText: 'Ring dessa' }).innerText(), /Amina/);
  await context.close();

  const { activities } = await (await fetch(`${server.url}/api/v1/lotsby/activities?from=${clock.date()}`)).json();
  const times = activities.find((one) => one.title === title).sessions.map((one) => one.starts.slice(11, 16));
  assert.deepEqual(times, ['16:00', '16:00', '14:00', '16:00']);
  const after = await asResident(`/lotsby/sign-ups/${amina}`);
  assert.match(await main(after.page), /16\.00/);
  await checkPage(after.page);
  await after.context.close();
});

test(`[${engine}] the screen at the place shows who is called, the newest largest, and renews itself`, async () => {
  const { places } = await (await fetch(`${server.url}/api/v1/lotsby/places`)).json();
  const place = places.find((one) => one.staffed_now);
  let first = 0;    // the demo may have given numbers today
  for (const more of [0, 1, 2]) {
    const { context, page } = await asResident(`/lotsby/places/${place.slug}/queue`);
    await page.locator('main form button').press('Enter');
    await page.locator('main [role=status], main .ds-alert').first().waitFor();
    await checkPage(page);
    const number = Number((await main(page)).match(/Ditt nummer är (\d+)/)[1]);
    first ||= number;
    assert.equal(number, first + more);
    await context.close();
  }
  const { context, page } = await asStaff('bibbi', `${staff}/queue`, looks[2]);
  if (await page.locator('[name=place]').inputValue() !== place.id) {
    await page.selectOption('[name=place]', place.id);
    await page.waitForURL(/place=/);
  }
  const newest = () => page.locator('[name=again]').evaluateAll((all) => Math.max(0, ...all.map((one) => Number(one.value))));
  for (let called = await newest(); called < first + 1; called += 1) {
    await page.locator('[name=step][value=call]').press('Enter');
    await page.locator(`[name=again][value="${called + 1}"]`).waitFor();
    await checkPage(page);
  }
  const screen = `${server.url}/lotsby/places/${place.slug}/screen`;
  const answer = await context.request.get(screen);
  assert.equal(answer.headers().refresh, '60');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(screen + '?still=1');
  await checkPage(page);
  assert.match(await page.locator('.called-now').innerText(), new RegExp(`${first + 1}$`));
  const sizes = await page.locator('main .screen').evaluate((all) => [...all.querySelectorAll('p')]
    .map((one) => [one.className, Number.parseFloat(getComputedStyle(one).fontSize)]));
  const called = sizes.find(([name]) => name === 'called-now')[1];
  assert.ok(sizes.every(([name, size]) => name === 'called-now' || size < called), JSON.stringify(sizes));
  await context.close();
});

test(`[${engine}] a guide books a home visit for somebody, and rings the day before`, async () => {
  const { context, page } = await asStaff('anna', `${staff}/bookings/new`);
  await page.selectOption('[name=offer]', { label: 'Hembesök' });
  await page.waitForURL(/offer=/);
  await page.fill('[name=day]', clock.date(1));
  await page.locator('[name=show]').press('Enter');
  await page.waitForURL(new RegExp(`day=${clock.date(1)}`));
  await page.selectOption('[name=at]', { index: 0 });
  await page.selectOption('[name=topic]', 'mobile');
  await page.locator('[name=way][value=phone]').check({ force: true });
  await page.fill('[name=contact]', '060-19 10 00');
  await page.fill('[name=name]', 'Elsa');
  await page.locator('main form button[type=submit]').last().press('Enter');
  await page.locator('.error-summary').waitFor();
  await checkPage(page);
  assert.equal(await page.inputValue('[name=contact]'), '060-19 10 00', 'what was typed stands there');
  await page.fill('[name=address]', 'Fyrgatan 9');
  await page.locator('main form button[type=submit]').last().press('Enter');
  await page.locator('form[action$="/state"]').waitFor();
  await checkPage(page);
  visit = (await page.locator('form[action$="/state"]').getAttribute('action')).replace(/\/state$/, '');
  await page.goto(`${server.url}${staff}/bookings/reminders`);
  await checkPage(page);
  const call = page.locator('section.card', { has: page.locator(`a[href$="${visit}"]`) });
  assert.match(await call.innerText(), /060-19 10 00/);
  await call.locator('button').press('Enter');
  await call.waitFor({ state: 'detached' });
  await context.close();
});

test(`[${engine}] the next day one key says that they got help, and the visit is in the log`, async () => {
  clock.nextDay(16, 45);
  const { context, page } = await asStaff('anna', visit);
  await checkPage(page);
  assert.match(await main(page), /Fyrgatan 9/);
  await go(page, page.locator('[name=state][value=seen]'), /came=saved/);
  await page.locator('main a[href*="/inquiries/"]').press('Enter');
  await page.waitForURL(/inquiries\/[0-9a-f-]{36}/);
  await checkPage(page);
  const entry = await main(page);
  assert.match(entry, /[Hh]embesök/);
  assert.equal(await page.inputValue('[name=minutes]'), '60');
  assert.doesNotMatch(entry, /Elsa|Fyrgatan|060-19/);
  await context.close();
});

test(`[${engine}] a librarian counts by thumb who came`, async () => {
  const { context, page } = await asStaff('bibbi', `${staff}/sessions`, looks[3], { hasTouch: true });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${server.url}${staff}/sessions`);
  await checkPage(page);
  await page.locator('main a', { hasText: fika }).first().tap();
  await page.waitForURL(/sessions\/[0-9a-f-]{36}/);
  await page.locator('main a[href$="/attendance"]').tap();
  await page.locator('[name=step][value="women+"]').waitFor();
  await checkPage(page);
  const tap = async (step, stands) => {
    const button = page.locator(`[name=step][value="${step}"]`), box = await button.boundingBox();
    assert.ok(box.width >= 44 && box.height >= 44, `${step}: ${box.width} x ${box.height}`);
    await button.tap();
    await page.waitForFunction(([name, stands]) => document.querySelector(`[name=${name}]`)?.value === stands,
      [step.slice(0, -1), stands]);
  };
  const taps = [['women+', '1'], ['women+', '2'], ['women+', '3'], ['women-', '2'], ['men+', '1'], ['girls+', '1']];
  for (const [step, stands] of taps) await tap(step, stands);
  await checkPage(page);
  await page.locator('main form .actions button[type=submit]').last().tap();
  await page.waitForURL(/done=counted/);
  await checkPage(page);
  const text = await main(page);
  assert.match(text, /Kvinnor\s+2/);
  assert.match(text, /Män\s+1/);
  await context.close();
});
