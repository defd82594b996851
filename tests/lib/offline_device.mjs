// A device that works without a network: made ready by somebody signed in, opened by a PIN.
import { checkPage } from './browser.mjs';
import { fillSignIn } from './sign_in.mjs';

export const password = 'Fyren lyser i natten 47';
export const setup = '/sundsvall/staff/offline', deskPath = '/sundsvall/staff/offline/desk';
export const pins = { anna: '274951', bo: '806317' };

export async function openPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

export async function signIn(server, context, person) {
  await context.clearCookies();
  const page = await openPage(context);
  await page.goto(server.url + '/login');
  await fillSignIn(page, `${person}@prov.example`, password);
  return page;
}

/** Signs in, chooses a PIN, signs out as far as the device is concerned. */
export async function makeReady(server, context, person, look = false) {
  const page = await signIn(server, context, person);
  await page.goto(server.url + setup);
  await page.locator('[data-setup]:not([hidden])').waitFor();
  if (look) await checkPage(page);
  await page.fill('[name=label]', 'Bussens surfplatta');
  await page.fill('[data-pin]', pins[person]);
  await page.fill('[data-pin-again]', pins[person]);
  await page.keyboard.press('Enter');
  await page.locator('[data-ready]:not([hidden])').waitFor();
  if (look) await checkPage(page);
  await page.close();
}

export async function openDesk(server, context) {
  const page = await openPage(context);
  await page.goto(server.url + deskPath);
  await page.locator('[data-started]').waitFor();
  return page;
}

/** `number`: which PIN on the device. */
export async function unlock(page, person, number = 1) {
  const who = page.locator('[data-who-list]');
  if (await who.isVisible()) await who.selectOption({ index: number - 1 });
  await page.fill('[data-pin]', pins[person]);
  await page.keyboard.press('Enter');
  await page.locator('[data-open]:not([hidden])').waitFor();
}
