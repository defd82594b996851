// The five journeys of the service, walked in a real browser, with an axe run on every page they pass.
// In CI on SQLite in two looks (light 1280 px with JavaScript, dark 320 px without), and on PostgreSQL each in
// one of them by turns, since pages look the same on both;
// DIGILOTS_JOURNEYS=all walks all eight.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { openBrowser, openContext, checkPage, looks, withoutScripts } from '../lib/browser.mjs';
import { loggedToday } from '../lib/logged.mjs';
import { startServer, engine } from '../lib/server.mjs';

const password = 'Fyren lyser i natten 47';
const every = looks.flatMap((look) => [{ ...look, script: true }, { ...look, script: false }]);
const isAll = process.env.DIGILOTS_JOURNEYS === 'all';
const walked = isAll ? every : [{ ...looks[0], script: true }, { ...looks[3], script: false }];
let server, browser;

before(async () => {
  server = await startServer();
  for (const role of ['guide', 'editor', 'coordinator', 'administrator']) {
    server.addUser('sundsvall', role, `${role}@prov.example`, password);
  }
  browser = await openBrowser();
});
after(async () => { await browser?.close(); await server?.stop(); });

/** A new browser window; visit() goes there and checks what came. */
async function walk(look, person) {
  const context = await openContext(browser, look, { javaScriptEnabled: look.script });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  if (!look.script) withoutScripts(page, look);
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error' && !/status of 422/.test(message.text())) problems.push(message.text()); });
  const visit = async (path) => {
    const answer = await page.goto(server.url + path);
    assert.equal(answer.status(), 200, path);
    await checkPage(page);
  };
  if (person) {
    await visit('/login');
    await page.fill('[name=email]', `${person}@prov.example`);
    await page.fill('[name=password]', password);
    await page.locator('main form button[type=submit]').press('Enter');
    await page.waitForURL(/\/sundsvall\/staff\/$/);
    await checkPage(page);
  }
  return { page, visit, done: async () => { await context.close(); assert.deepEqual(problems, [], 'the console is quiet'); } };
}

for (const [turn, look] of walked.entries()) {
  let number = 0;
  /** On PostgreSQL every other journey in each look. */
  const journey = (name, work) => {
    if (isAll || engine === 'sqlite' || number++ % walked.length === turn) test(name, work);
  };
  const where = `[${engine}] ${look.name}, ${look.script ? 'with' : 'without'} JavaScript:`;

  journey(`${where} a resident finds a place`, async () => {
    const { page, visit, done } = await walk(look);
    await visit('/');
    await page.locator('main a[href="/sundsvall/"]').first().press('Enter');
    await checkPage(page);
    await page.fill('main input[name=q]', 'skriva ut');
    await page.press('main input[name=q]', 'Enter');
    await page.waitForURL(/search\?q=/);
    await checkPage(page);
    await page.locator('main a[href="/sundsvall/places/biblioteken-och-digidelcenter-kulturmagasinet"], main a[href*="/sundsvall/places/"]').first().press('Enter');
    await checkPage(page);
    await visit('/sundsvall/places');
    await visit('/sundsvall/places?open=now');
    await visit('/sundsvall/places?aid=printer');
    assert.match(await page.locator('main').innerText(), /Kulturmagasinet/);
    await visit('/nordanstig/e-services');
    await page.locator('main a[href*="/nordanstig/e-services/"]').first().press('Enter');
    await checkPage(page);
    for (const path of ['/accessibility', '/sundsvall/accessibility', '/privacy', '/sundsvall/privacy', '/open-data', '/ar/sundsvall/', '/nb/sundsvall/places']) await visit(path);
    await done();
  });

  journey(`${where} anyone looks up where a municipality stands, and why`, async () => {
    const { page, visit, done } = await walk(look);
    await visit('/indicators');
    await page.fill('main input[name=q]', 'bredband');
    await page.press('main input[name=q]', 'Enter');
    await page.waitForURL(/q=bredband/);
    await checkPage(page);
    await page.locator('main a[href*="/indicators/N07900"]').first().press('Enter');
    await page.waitForURL(/N07900/);
    await checkPage(page);
    await page.selectOption('[name=year]', '2018');
    await page.locator('main form.question-form button').press('Enter');
    await page.waitForURL(/year=2018/);
    assert.match(await page.locator('main').innerText(), /Alla kommuner, 2018/);
    await page.locator('main th a[href*="sort=name"]').press('Enter');
    await page.waitForURL(/sort=name/);
    for (const path of ['/sundsvall/progress/indicators/N00209?with=2513', '/overkalix/progress/indicators/U21347',
      '/indicators/N00927', '/ar/overkalix/progress/indicators/N00563?year=2021']) await visit(path);
    await done();
  });

  journey(`${where} a guide refers and logs`, async () => {
    const { page, visit, done } = await walk(look, 'guide');
    const entries = () => loggedToday(page);
    const before = await entries();
    if (look.script) {
      // Two keys: the topic, save.
      await page.keyboard.press('1');
      await page.keyboard.press('Enter');
    } else {
      await page.locator('[name=topic]').first().check({ force: true });
      await page.locator('button[data-log-it]').press('Enter');
    }
    await page.waitForURL(/\/staff\/\?/);
    assert.equal(await entries(), before + 1, 'the entry is in today’s list at once');
    await checkPage(page);
    if (look.script) {
      await page.keyboard.press('/');
      await page.keyboard.type('bankid');
      await page.locator('[data-hit]').first().waitFor();
      await page.keyboard.press('Enter');
    } else {
      await page.fill('#search-here', 'bankid');
      await page.press('#search-here', 'Enter');
      await page.locator('[data-refer]:visible').first().press('Enter');
    }
    await page.locator('input[name=referred_to]').first().waitFor({ state: 'attached' });
    await checkPage(page);
    await page.locator('[name=topic]').first().check({ force: true });
    await page.locator('button[data-log-it]').press('Enter');
    await page.locator('#today .muted', { hasText: `(${before + 2})` }).waitFor();
    await visit('/sundsvall/staff/inquiries');
    await done();
  });

  journey(`${where} a personal number in the note is refused and nothing typed is lost`, async () => {
    const { page, done } = await walk(look, 'guide');
    await page.locator('[name=topic]').first().check({ force: true });
    await page.locator('form[data-log-form] > details').last().locator('summary').first().press('Enter');
    await page.fill('[name=note]', 'ringde om 811218-9876');
    await page.locator('button[data-log-it]').press('Enter');
    // With scripts it is not sent at all.
    await page.locator(look.script ? '[data-free-text] .field-error' : '[data-error-summary]').first().waitFor();
    await checkPage(page);
    assert.match(await page.inputValue('[name=note]'), /ringde om/);
    await done();
  });

  journey(`${where} a director reads the wheel and opens a target`, async () => {
    const { page, visit, done } = await walk(look);
    await visit('/overkalix/progress');
    await page.locator('main a[href$="/overkalix/progress/wheel"]').first().press('Enter');
    await checkPage(page);
    if (look.script) {
      await page.locator('.wheel a.wheel-goal[href]').first().focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    } else {
      await page.locator('.wheel a.wheel-target').first().press('Enter');
    }
    await page.waitForURL(/\/progress\/targets\//);
    await checkPage(page);
    for (const path of ['/overkalix/progress/wheel?year=2016&compare=Kalix', '/wheels', '/wheels/stockholm', '/ar/overkalix/progress/wheel',
      '/overkalix/progress/method', '/overkalix/progress/wheel/embed', '/overkalix/progress/wheel/years', '/wheels/bjurholm/wheel/years',
      '/wheels/bjurholm/targets/4.1', '/indicators', '/indicators?q=bredband', '/indicators/N07900?year=2021',
      '/overkalix/progress/indicators/N15472?with=2514']) await visit(path);
    await done();
  });

  journey(`${where} a director goes through the years of the wheel`, async () => {
    const { page, visit, done } = await walk(look);
    await visit('/');
    await page.locator('main a[href$="/wheels"]').first().press('Enter');
    await page.waitForURL(/\/wheels$/);
    await visit('/overkalix/progress/wheel?year=2021');
    if (look.script) {
      const slider = page.locator('[data-year-choice] input[type=range]');
      await slider.press('ArrowLeft');
      await page.locator('h1', { hasText: '2020' }).waitFor();
      assert.match(page.url(), /year=2020/);
      assert.equal(await slider.getAttribute('aria-valuetext'), '2020');
      assert.equal(await slider.evaluate((field) => field === document.activeElement), true);
      await page.locator('.wheel a.wheel-goal[href]').first().focus();
      await page.keyboard.press('ArrowDown');
      assert.match(await page.locator('[data-wheel-caption]').innerText(), /^\d+\.\w+ /);
    } else {
      await page.locator('[data-year-choice] select').selectOption('2020');
      await page.locator('[data-year-choice] button').press('Enter');
      await page.waitForURL(/year=2020/);
    }
    await checkPage(page);
    await page.locator('[data-year-choice] a', { hasText: 'Alla år' }).press('Enter');
    await page.waitForURL(/\/wheel\/years$/);
    await checkPage(page);
    await done();
  });

  journey(`${where} a coordinator reads statistics and corrects an entry`, async () => {
    const { page, visit, done } = await walk(look, 'coordinator');
    await page.locator('[name=topic]').first().check({ force: true });
    await page.locator('button[data-log-it]').press('Enter');
    await page.waitForURL(/\/staff\/\?/);
    await visit('/sundsvall/staff/statistics');
    for (const path of ['', '/targets/4.1', '/goals', '/goals/new', '/evaluations', '/evaluations/2022']) {
      await visit(`/sundsvall/staff/progress${path}`);
    }
    await visit('/sundsvall/staff/inquiries');
    await page.locator('main a[href*="/sundsvall/staff/inquiries/0"]').first().press('Enter');
    await checkPage(page);
    await page.locator('[name=outcome][value=not_solved]').check({ force: true });
    await page.locator('button[data-log-it]').press('Enter');
    await page.waitForLoadState();
    await checkPage(page);
    await done();
  });

  journey(`${where} an editor changes opening hours and residents see it at once`, async () => {
    const { page, visit, done } = await walk(look, 'editor');
    await visit('/sundsvall/staff/directory');
    await page.locator('main a', { hasText: 'Kommunhuset' }).first().press('Enter');
    await checkPage(page);
    const hours = page.locator('[name=hours_mode]').first();
    if (await hours.evaluate((field) => field.tagName) === 'SELECT') await hours.selectOption('weekly');
    else await page.locator('[name=hours_mode][value=weekly]').check({ force: true });
    await page.fill('[name=hours_day_0]', '08:00-16:30');
    await page.locator('main form button[type=submit]', { hasText: /^Spara/ }).first().press('Enter');
    await page.waitForLoadState();
    await checkPage(page);
    await visit('/sundsvall/places/kommunhuset');
    assert.match(await page.locator('main').innerText(), /16[.:]30/);
    await done();
  });

  journey(`${where} an administrator adds a guide, who can sign in at once`, async () => {
    const { page, visit, done } = await walk(look, 'administrator');
    await visit('/sundsvall/staff/settings');
    await visit('/sundsvall/staff/people');
    const email = `ny-${Math.random().toString(36).slice(2)}@sundsvall.example`;
    await page.fill('[name=email]', email);
    await page.locator('[name=role][value=guide]').check({ force: true });
    await page.fill('[name=password]', password);
    await page.locator('main form button[type=submit]', { hasText: /^Lägg till/ }).first().press('Enter');
    await page.waitForLoadState();
    await checkPage(page);
    await visit('/sundsvall/staff/settings/audit');
    for (const path of ['/sundsvall/staff/indicators', '/sundsvall/staff/indicators/N07900', '/sundsvall/staff/indicator-updates']) {
      await visit(path);
    }
    await done();
    const context = await openContext(browser, look, { javaScriptEnabled: look.script });
    const fresh = await context.newPage();
    await fresh.goto(server.url + '/login');
    await fresh.fill('[name=email]', email);
    await fresh.fill('[name=password]', password);
    await fresh.locator('main form button[type=submit]').press('Enter');
    await fresh.waitForURL(/\/sundsvall\/staff\/$/);
    await context.close();
  });
}
