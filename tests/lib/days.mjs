// The day that it is where the demo's municipalities are, and days before and after it: around midnight it is another in UTC.
export const dayFromNow = (days = 0) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(Date.now() + days * 86400e3);
