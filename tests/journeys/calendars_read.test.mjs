// What our calendars say is read without complaint by programs that others have written: ical.js, and python3-icalendar.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { startServer, engine } from '../lib/server.mjs';

let server;
before(async () => { server = await startServer(); });
after(() => server?.stop());

const base = '/lotsby';

async function calendar(path) {
  const answer = await fetch(server.url + path);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers.get('content-type'), /^text\/calendar/);
  return await answer.text();
}

async function activities() {
  const answer = await fetch(`${server.url}/api/v1${base}/activities`);
  return (await answer.json()).activities.filter((activity) => activity.sessions.length > 0);
}

/** As ical.js reads it: each event with its summary, begin and end. */
function read(text) {
  const component = new ICAL.Component(ICAL.parse(text));
  component.getAllSubcomponents('vtimezone').forEach((zone) => ICAL.TimezoneService.register(zone));
  const events = component.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event, { strictExceptions: true }));
  for (const event of events) {
    assert.ok(event.uid && event.summary, text);
    assert.ok(event.endDate.compare(event.startDate) > 0, `${event.summary} ends before it begins`);
  }
  // It leaves what is escaped in a property that it does not know.
  const name = component.getFirstPropertyValue('x-wr-calname').replace(/\\([,;\\])/g, '$1');
  return { name, events };
}

/** The same by python3-icalendar of Debian, which says of each property what it could not read. */
function readByPython(text) {
  const program = `
import json, sys
from icalendar import Calendar
calendar = Calendar.from_ical(sys.stdin.buffer.read())
wrong = [str(error) for part in calendar.walk() for error in part.errors]
print(json.dumps({'wrong': wrong, 'events': [{'uid': str(event['UID']), 'summary': str(event['SUMMARY']),
    'begin': event['DTSTART'].dt.isoformat(), 'end': event['DTEND'].dt.isoformat()} for event in calendar.walk('VEVENT')]}))`;
  const ran = spawnSync('/usr/bin/python3', ['-c', program], { input: text, encoding: 'utf8' });
  assert.equal(ran.status, 0, `${ran.stderr} (python3-icalendar: bin/setup test)`);
  return JSON.parse(ran.stdout);
}

/** Both read as many, without complaint. */
function readByBoth(text, path) {
  const { name, events } = read(text);
  const { wrong, events: others } = readByPython(text);
  assert.deepEqual(wrong, [], path);
  assert.equal(events.length, others.length, path);
  return { name, events, others };
}

/** The same of events that are at a time each: both read the same. */
function checkBoth(text, path) {
  const { name, events, others } = readByBoth(text, path);
  const said = new Map(others.map((event) => [event.uid, event]));
  for (const event of events) {
    const other = said.get(event.uid);
    assert.equal(other?.summary, event.summary, path);
    assert.equal(Date.parse(other.begin), event.startDate.toJSDate().getTime(), `${path}: ${event.summary} begins`);
    assert.equal(Date.parse(other.end), event.endDate.toJSDate().getTime(), `${path}: ${event.summary} ends`);
  }
  return { name, events };
}

test(`[${engine}] the programme is read by both, and the times are those of the API`, async () => {
  const { events } = checkBoth(await calendar(`${base}/activities.ics`), 'all');
  assert.ok(events.length > 5);
  const starts = new Set(events.map((event) => event.startDate.toJSDate().getTime()));
  for (const activity of await activities())
    for (const session of activity.sessions) assert.ok(starts.has(Date.parse(session.starts)), session.starts);
});

test(`[${engine}] so are the calendars of each activity, of places, of a sign-up and of a booking`, async () => {
  const all = await activities();
  for (const { slug, title } of all) {
    const { name } = checkBoth(await calendar(`${base}/activities/${slug}.ics`), slug);
    assert.ok(name.startsWith(`${title}, `), name);
  }
  const { places } = await (await fetch(`${server.url}/api/v1${base}/places`)).json();
  for (const { slug } of places.slice(0, 20)) {
    const answer = await fetch(`${server.url}${base}/places/${slug}/calendar.ics`);
    if (answer.status === 200) readByBoth(await answer.text(), slug);
  }
  const free = all.flatMap((activity) => activity.sessions).find((session) => session.status === 'planned' && !(session.capacity <= session.taken));
  const post = (path, body) => fetch(`${server.url}/api/v1${base}${path}`,
    { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() }, body: JSON.stringify(body) });
  const signedUp = await (await post(`/sessions/${free.id}/sign-ups`, { persons: 1 })).json();
  assert.equal(checkBoth(await calendar(`${base}/sign-ups/${signedUp.code}.ics`), 'sign-up').events.length, 1);
  const { times } = await (await fetch(`${server.url}/api/v1${base}/times`)).json();
  const { offer, place, starts } = times[0];
  const booked = await (await post('/bookings', { offer, place, starts })).json();
  assert.equal(checkBoth(await calendar(`${base}/bookings/${booked.code}.ics`), 'booking').events.length, 1);
});
