// A coordinator sets a weekly goal, writes down what nobody counts, and explains the week that was missed.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { Client } from '../lib/client.mjs';
import { startServer, engine } from '../lib/server.mjs';

const password = 'Fyren lyser i natten 47';
const limit = { timeout: 300_000 };
const goals = '/sundsvall/staff/goals';
const day = 86400e3;
const iso = (date) => date.toISOString().slice(0, 10);
const daysAgo = (days) => new Date(Date.now() - days * day);
let server, coordinator;

before(async () => {
  server = await startServer();
  server.addUser('sundsvall', 'coordinator', 'coordinator@prov.example', password);
  coordinator = await new Client(server.url).signIn('coordinator@prov.example', password);
});
after(async () => { await server?.stop(); });

/** Fills in and sends the form of a page; where it leads then. */
async function send(path, fields) {
  const page = (await coordinator.get(path)).text;
  const hidden = ['csrf_token', 'form_of', 'seen', 'form_key'].map((name) => [name, Client.hidden(page, name)]).filter(([, value]) => value);
  const answer = await coordinator.post(path, { form: { ...Object.fromEntries(hidden), ...fields } });
  assert.equal(answer.status, 303, answer.text);
  return answer.headers.get('location');
}

/** "2026-W47" */
function week(date) {
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${String(Math.ceil(((thursday - first) / day + 1) / 7)).padStart(2, '0')}`;
}

test(`[${engine}] a weekly goal is set, and its missed week explained`, limit, async () => {
  const record = await send(`${goals}/records/new`, { title: 'En grupp varje vecka', kind: 'weekly', starts: iso(daysAgo(60)), ends: iso(daysAgo(-60)) });
  const id = /records\/([^/?]+)/.exec(record)[1];
  await send(`${goals}/values/new?goal=${id}`, { note: 'Närvarolistan', goal: id, day: iso(daysAgo(21)), number: '1' });
  const path = `${goals}/${id}/weeks/${week(daysAgo(14))}`;
  const missed = (await coordinator.get(path)).text;
  assert.match(missed, /Missat|Räknas inte/);
  const back = await send(path, { reason: 'Handledaren var sjuk' });
  const year = (await coordinator.get(back)).text;
  assert.match(year, /Handledaren var sjuk/);
  const goal = (await coordinator.get(`${goals}/${id}`)).text;
  assert.match(goal, /Nådda veckor: 1/);
  const board = await coordinator.get(`${goals}/board.pdf?for=politician`);
  assert.equal(board.status, 200);
});

/** How many pages a PDF has; they stand in compressed parts of it. */
function pagesOf(pdf) {
  let text = pdf.toString('latin1');
  for (const { index, 0: mark } of text.matchAll(/stream\r?\n/g)) {
    const end = text.indexOf('endstream', index + mark.length);
    try { text += inflateSync(pdf.subarray(index + mark.length, end)).toString('latin1'); } catch { /* a picture or a letter form */ }
  }
  return text.match(/\/Type\s*\/Page(?!s)/g).length;
}

test(`[${engine}] what politicians and the steering group get is one side of A4`, limit, async () => {
  const lotsby = await new Client(server.url).signIn('coordinator@lotsby.example', 'demo-lots-vinter-2026');
  for (const board of ['desk', 'manager', 'politician']) {
    const page = await lotsby.get(`/lotsby/staff/goals/board?for=${board}`);
    assert.match(page.text, /Väcka nyfikenhet/);
    const answer = await fetch(`${server.url}/lotsby/staff/goals/board.pdf?for=${board}`,
      { headers: { cookie: [...lotsby.cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    assert.equal(pagesOf(Buffer.from(await answer.arrayBuffer())), 1, board);
  }
});

test(`[${engine}] the funder's report tells of goals, money and each activity, and comes as PDF, ODT and XLSX`, limit, async () => {
  const lotsby = await new Client(server.url).signIn('coordinator@lotsby.example', 'demo-lots-vinter-2026');
  const reports = '/lotsby/staff/goals/reports';
  const form = (await lotsby.get(reports)).text;
  const hidden = Object.fromEntries(['csrf_token', 'form_of', 'seen', 'form_key'].map((name) => [name, Client.hidden(form, name)]).filter(([, value]) => value));
  const begun = await lotsby.post(reports, { form: { ...hidden, kind: 'funder', period: String(new Date().getFullYear()) } });
  assert.equal(begun.status, 303, begun.text);
  const path = begun.headers.get('location');
  const report = (await lotsby.get(path)).text;
  assert.match(report, /Väcka nyfikenhet/);
  assert.match(report, /1[\u00a0\u202f]660[\u00a0\u202f]000/);
  const cookie = [...lotsby.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  for (const [ending, begins] of [['pdf', '%PDF'], ['odt', 'PK'], ['xlsx', 'PK']]) {
    const file = await fetch(`${server.url}${path}/report.${ending}`, { headers: { cookie } });
    assert.equal(file.status, 200, ending);
    assert.ok(Buffer.from(await file.arrayBuffer()).toString('latin1').startsWith(begins), ending);
  }
  const early = await lotsby.post(reports, { form: { ...hidden, kind: 'funder', period: String(new Date().getFullYear() + 1) } });
  assert.equal(early.status, 422);
});
