// Signing in on the page that asks for it.
export async function fillSignIn(page, email, password) {
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.locator('main form button[type=submit]').press('Enter');
  await page.waitForLoadState('load');
}
