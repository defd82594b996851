// Debian's Chromium through playwright-core, with an axe run on every page a journey visits.
import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';
import { engine } from './server.mjs';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The shell takes half the time of the whole browser. */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path));

export async function openBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? installed,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

/** The four looks that every journey is walked in. */
export const looks = [
  { name: 'light, 1280 px', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { name: 'dark, 1280 px', colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  { name: 'light, 320 px', colorScheme: 'light', viewport: { width: 320, height: 700 } },
  { name: 'dark, 320 px', colorScheme: 'dark', viewport: { width: 320, height: 700 } },
];

export async function openContext(browser, look = looks[0], options = {}) {
  // axe is put in through the debugger, which a Content-Security-Policy without inline would otherwise refuse.
  return browser.newContext({ colorScheme: look.colorScheme, viewport: look.viewport, bypassCSP: true,
    locale: 'sv-SE', ...options });
}

/** 0 findings of WCAG 2.2 A and AA (axe runs on SQLite), nothing wider than the window, language and h1 set. */
export async function checkPage(page, where = page.url()) {
  await page.waitForLoadState('load');  // after a click the new page may still be arriving
  await auditable(page, (shown) => audit(shown, where));
}

/**
 * Where scripts are off, axe could not run either: the same document is then shown in a page beside it, whose own
 * scripts are held back.
 */
async function auditable(page, work) {
  const beside = besides.get(page);
  if (!beside) return work(page);
  beside.document = await page.content();
  beside.copy ??= await openCopy(page.context().browser(), beside);
  await beside.copy.goto(page.url());
  await work(beside.copy);
}

async function openCopy(browser, beside) {
  const context = await openContext(browser, beside.look);
  await context.route('**/*', (route) => {
    const kind = route.request().resourceType();
    if (kind === 'document') return route.fulfill({ body: beside.document, contentType: 'text/html; charset=utf-8' });
    return kind === 'script' ? route.abort() : route.continue();
  });
  return context.newPage();
}

const besides = new WeakMap();
/** Tells that this page runs without scripts, in this look. */
export function withoutScripts(page, look) {
  const beside = { look };
  besides.set(page, beside);
  page.once('close', () => beside.copy?.context().close().catch(() => {}));   // the browser may be closing
}

const audited = new Set();

async function audit(page, where) {
  const facts = await page.evaluate(() => ({
    h1: document.querySelectorAll('h1').length,
    title: document.title,
    heading: document.querySelector('h1')?.innerText.trim(),
    lang: document.documentElement.lang,
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  }));
  assert.equal(facts.h1, 1, `${where}: one h1`);
  assert.ok(facts.lang, `${where}: lang`);
  assert.ok(facts.overflow <= 1, `${where}: ${facts.overflow} px wider than the window`);
  // What axe looks at is the same on every engine, and takes most of a journey's time.
  if (engine === 'postgresql') return;
  const look = page.viewportSize().width + (await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches) ? ' dark' : ' light');
  // The same document in the same look has the same findings; what is typed and each form's own key are not looked at.
  const markup = await page.evaluate(() => document.documentElement.outerHTML.replace(/ value="[^"]*"/g, ''));
  const key = createHash('sha256').update(`${look} ${markup}`).digest('base64');
  if (audited.has(key)) return;
  audited.add(key);
  await page.evaluate(axeSource);
  // What is scrolled halfway beneath a foot that sticks to the window is no smaller target for that: axe sees the page unscrolled.
  const unstuck = await page.addStyleTag({ content: '.save-foot { position: static !important; }' });
  // Of a long table or list axe looks at the first lines: the others come from the same line of a template.
  const result = await page.evaluate(() => globalThis.axe.run({ include: [document.documentElement],
    exclude: [['tbody tr:nth-of-type(n+25)'], ['li:nth-of-type(n+25)'], ['option:nth-of-type(n+25)']] }, {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    resultTypes: ['violations'] }));
  await unstuck.evaluate((style) => style.remove());
  const findings = result.violations.map((v) => `${v.id}: ${v.help}\n    ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)
    + (n.any[0]?.message ? ' — ' + n.any[0].message : '')).join('\n    ')}`);
  assert.deepEqual(findings, [], `${where}: axe`);
}
