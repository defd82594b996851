// How many the desk says were logged by whoever is signed in today; the last of them alone stand there.
export async function loggedToday(page) {
  return Number((await page.locator('#today .muted').innerText()).replace(/\D/g, ''));
}
