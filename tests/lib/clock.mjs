// A server whose clock a journey moves (libfaketime): from an evening to the next morning without waiting for it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const zone = 'Europe/Stockholm', day = 24 * 3600_000;

/** The instant when it is hh:mm in the zone, on the day that holds `instant` there. */
function atTime(instant, hours, minutes) {
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  const offset = Date.parse(local.replace(' ', 'T') + 'Z') - Math.trunc(instant / 1000) * 1000;
  return Date.parse(local.slice(0, 10) + 'T00:00:00Z') + (hours * 60 + minutes) * 60_000 - offset;
}

/** The nearest Tuesday to come that is no holiday, and whose Wednesday is none. */
function ordinaryTuesday() {
  let instant = Date.now() + day;
  const is = () => new Intl.DateTimeFormat('en', { timeZone: zone, weekday: 'short' }).format(instant) === 'Tue';
  while (!is() || isHoliday(instant) || isHoliday(instant + day)) instant += day;
  return instant;
}
/** Those that may fall on these weekdays, and days before some. */
function isHoliday(instant) {
  const date = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(instant).slice(5);
  return date >= '12-23' || date <= '01-07' || ['04-30', '05-01', '05-17', '06-05', '06-06'].includes(date);
}

/** `env` for startServer; `at` and `nextDay` move it to a time of day; in between it goes on as clocks do. `date` is that
 *  Tuesday's where the municipality is, or so many days later. */
export function movedClock() {
  const file = join(mkdtempSync(join(tmpdir(), 'digilots-clock-')), 'offset');
  const tuesday = ordinaryTuesday();
  const set = (instant) => writeFileSync(file, `+${Math.round((instant - Date.now()) / 1000)}\n`);
  return {
    env: { LD_PRELOAD: '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1', FAKETIME_TIMESTAMP_FILE: file, FAKETIME_NO_CACHE: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1', NO_FAKE_STAT: '1' },
    at(hours, minutes) { set(atTime(tuesday, hours, minutes)); },
    date(days = 0) {
      return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(atTime(tuesday, 12, 0) + days * day);
    },
    nextDay(hours, minutes) { set(atTime(tuesday + day, hours, minutes)); },
  };
}
