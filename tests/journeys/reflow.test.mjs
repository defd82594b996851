// Large text fits: every page that a person can reach, public and of staff, at 360 px with 200 % text and at 320 px (as
// 1280 px at 400 % zoom is) is no wider than its window, and none weighs more than 150 kB. Addresses come from routes.txt;
// what stands in braces is filled from the links of the pages themselves.
// Walked on one engine.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../lib/browser.mjs';
import { startServer, repository, engine } from '../lib/server.mjs';

const password = 'Fyren lyser i natten 47';
const looks = [{ name: '360 px, text at 200 %', width: 360, text: '200%' }, { name: '320 px', width: 320, text: '100%' }];
const noPages = /^\/api\/|\.(csv|json|xlsx|pdf|odt|ics|txt|docx|png|jpg|webp|svg|css)$|\/(logout|table)$/;
let server, browser;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'administrator', 'administrator@prov.example', password);
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

/** Routes that are pages, as patterns: "/{municipality}/places/{slug}" → one path segment in each brace. */
function pagesOf(routes) {
  const patterns = routes.split('\n').filter((line) => line.startsWith('GET ')).map((line) => line.split(' ')[1])
    .filter((path) => !noPages.test(path));
  return patterns.map((path) => ({ path, matches: new RegExp(`^${path.replace(/\{municipality\}/g, 'sundsvall').replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
}

/** The first addresses met of each route, found by following links from the start pages. */
async function addressesOf(page, patterns, starts) {
  const found = new Map(), waiting = [...starts], met = new Set(starts);
  while (waiting.length) {
    const address = waiting.shift();
    const path = new URL(address, server.url).pathname;
    const pattern = patterns.find((one) => one.matches.test(path));
    if (!pattern || noPages.test(path) || found.has(pattern.path)) continue;
    const answer = await page.request.get(server.url + address);
    if (answer.status() !== 200) continue;
    found.set(pattern.path, address);
    for (const [, href] of (await answer.text()).matchAll(/href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&');
      if (!met.has(next)) { met.add(next); waiting.push(next); }
    }
  }
  return found;
}

async function signIn(page) {
  await page.goto(server.url + '/login');
  await page.fill('[name=email]', 'administrator@prov.example');
  await page.fill('[name=password]', password);
  await page.locator('main form button[type=submit]').press('Enter');
  await page.waitForURL(/\/sundsvall\/staff\/$/);
}

const excessOf = (page) => page.evaluate(() => {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide <= 0) return null;
  const blame = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1)
    .filter((one) => !one.closest('svg, .table-frame, .chart-scroll') && one.offsetParent)
    .map((one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.trim().slice(0, 40)}`);
  return `${wide} px: ${blame.slice(-3).join(' | ')}`;
});

/** What is chosen in a select stands whole, on as many lines as it needs. */
const cutOf = (page) => page.evaluate(() => {
  const context = document.createElement('canvas').getContext('2d');
  const cut = [...document.querySelectorAll('select:not([multiple])')].filter((one) => one.checkVisibility()).filter((one) => {
    const style = getComputedStyle(one);
    context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    const room = one.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const lines = context.measureText(one.selectedOptions[0]?.label ?? '').width / room;
    return lines > 1.02 && (one.scrollHeight > one.clientHeight + 1 || one.clientHeight < 2 * parseFloat(style.fontSize));
  });
  return cut.length ? `cut: ${cut.map((one) => `${one.name} "${one.selectedOptions[0].label}"`).join(' | ')}` : null;
});

test(`[${engine}] a week of opening hours fits in every language`, async () => {
  const context = await browser.newContext({ locale: 'sv-SE', bypassCSP: true });
  const page = await context.newPage();
  await signIn(page);
  await page.goto(server.url + '/sundsvall/staff/directory/places/sundsvall-kulturmagasinet');
  await page.selectOption('[name=hours_mode]', 'weekly');
  for (const day of [0, 1, 2, 3, 4]) await page.fill(`[name=hours_day_${day}]`, '8-12, 13-16.30');
  const answered = page.waitForEvent('load');
  await page.press('[name=hours_day_4]', 'Enter');
  await answered;
  for (const look of looks) {
    for (const language of ['sv', 'en', 'ar']) {
      await page.setViewportSize({ width: look.width, height: 800 });
      await page.goto(`${server.url}/${language}/sundsvall/places/kulturmagasinet`);
      assert.equal(await page.locator('.hours-week tbody tr').count(), 7);
      await page.evaluate((text) => { document.documentElement.style.fontSize = text; }, look.text);
      assert.equal(await excessOf(page), null, `${language} at ${look.name}`);
    }
  }
  await context.close();
});

for (const look of looks) {
  test(`[${engine}] no page scrolls sideways at ${look.name}`, async () => {
    const context = await browser.newContext({ viewport: { width: look.width, height: 800 }, locale: 'sv-SE', bypassCSP: true });
    const page = await context.newPage();
    await signIn(page);
    const patterns = pagesOf(readFileSync(join(repository, 'routes.txt'), 'utf8'));
    const addresses = await addressesOf(page, patterns, ['/', '/sundsvall/', '/sundsvall/staff/', '/staff/', '/staff/account',
      '/sundsvall/staff/indicator-updates', '/sundsvall/progress/wheel?compare=Timr%C3%A5', '/sundsvall/search?q=bankid',
      '/wheels/ydre', '/wheels/ydre/wheel/years', '/indicators', '/wheels', '/login']);
    assert.ok(addresses.size > 35, `only ${addresses.size} pages were found`);
    const wide = [];
    for (const address of [...addresses.values(), '/sundsvall/progress/wheel?compare=Timr%C3%A5', '/wheels/ydre?compare=Lund',
      '/not/here']) {
      const size = (await (await page.goto(server.url + address)).body()).length;
      if (size > 150_000) wide.push(`${address}: ${size} bytes`);
      await page.evaluate((text) => { document.documentElement.style.fontSize = text; }, look.text);
      const excess = await excessOf(page);
      if (excess) wide.push(`${address}: ${excess}`);
      const cut = await cutOf(page);
      if (cut) wide.push(`${address}: ${cut}`);
    }
    await context.close();
    assert.deepEqual(wide, []);
  });
}

test(`[${engine}] the header leaves the screen to the page where text is large, and its button opens the menu`, async () => {
  const size = { width: 360, height: 800 };
  const context = await browser.newContext({ viewport: size, locale: 'sv-SE', bypassCSP: true });
  const page = await context.newPage();
  await signIn(page);
  for (const address of ['/sundsvall/', '/sundsvall/places', '/sundsvall/staff/', '/sundsvall/staff/settings', '/wheels/ydre']) {
    await page.goto(server.url + address);
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    const high = await page.locator('.site-header').evaluate((header) => header.getBoundingClientRect().height);
    assert.ok(high <= size.height * 0.4, `${address}: the header is ${Math.round(high)} px high`);
    assert.equal(await page.locator('.site-header').evaluate((header) => getComputedStyle(header).position), 'static');
  }
  await page.goto(server.url + '/sundsvall/');
  const menu = page.locator('#main-menu'), button = page.locator('[data-menu]');
  assert.equal(await menu.isVisible(), false);
  await button.press('Enter');
  assert.equal(await button.getAttribute('aria-expanded'), 'true');
  assert.equal(await menu.isVisible(), true);
  await button.press('Enter');
  assert.equal(await menu.isVisible(), false);
  await button.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await menu.locator(':focus').count(), 1, 'the focus is in the menu');
  await page.keyboard.press('Escape');
  assert.equal(await button.getAttribute('aria-expanded'), 'false');
  assert.equal(await menu.isVisible(), false, 'Escape closes it');
  assert.equal(await button.evaluate((one) => one === document.activeElement), true, 'and the focus is on its button again');
  await page.setViewportSize({ width: 1280, height: 800 });
  assert.equal(await menu.isVisible(), true, 'where there is room it needs no button');
  assert.equal(await button.isVisible(), false);
  for (const language of ['sv', 'nb']) {
    await page.goto(`${server.url}/${language}/sundsvall/staff/settings`);
    const tops = await page.locator('#main-menu > ul > li').evaluateAll((items) => items.map((item) => Math.round(item.getBoundingClientRect().top)));
    assert.ok(tops.length >= 7 && new Set(tops).size === 1, `${language}: the whole menu of staff stands on one line: ${tops}`);
    const more = page.locator('.more-menu');
    assert.match(await more.locator('summary').getAttribute('class'), /is-current/, 'the page is one of those behind it');
    await more.locator('summary').press('Enter');
    for (const link of await more.locator('a').all()) assert.ok(await link.isVisible(), `${language}: the rest opens by keyboard`);
    assert.equal(await more.locator('[aria-current]').count(), 1);
    const right = await more.locator('ul').evaluate((list) => list.getBoundingClientRect().right);
    assert.ok(right <= 1280, `${language}: it stays on the page`);
    const [name, account] = await page.locator('.site-name, .sign-out').evaluateAll((ones) => ones.map((one) => one.getBoundingClientRect().bottom));
    assert.ok(name <= tops[0] && account <= tops[0], `${language}: who is signed in stands beside the name, above the menu`);
  }
  await context.close();
});

test(`[${engine}] without scripts the menu of a small screen is behind a link, and the page begins on the first screen`, async () => {
  for (const [width, height, text] of [[320, 568, '100%'], [360, 640, '200%']]) {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'sv-SE', javaScriptEnabled: false });
    const page = await context.newPage();
    for (const address of ['/sundsvall/', '/sundsvall/places', '/sundsvall/ask', '/sundsvall/search?q=bankid', '/wheels/ydre']) {
      await page.goto(server.url + address);
      await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, text);
      const heading = await page.locator('h1').boundingBox();
      assert.ok(heading.y < height - 40, `${address} at ${width} px, text at ${text}: it begins at ${Math.round(heading.y)} px`);
    }
    await page.goto(server.url + '/sundsvall/');
    const menu = page.locator('#main-menu'), opens = page.locator('header a[href="#main-menu"]');
    assert.equal(await menu.isVisible(), false);
    await opens.press('Enter');
    assert.equal(await menu.isVisible(), true, 'the link opens it');
    await page.keyboard.press('Tab');
    assert.equal(await menu.locator(':focus').count(), 1, 'the next Tab is in the menu');
    await menu.locator('a[href="#main"]').press('Enter');
    assert.equal(await menu.isVisible(), false, 'and another one closes it');
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.equal(await menu.isVisible(), true, 'where there is room it stands open');
    assert.equal(await opens.isVisible(), false);
    await context.close();
  }
});
