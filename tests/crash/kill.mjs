// kill -9 in the middle of 64 writers, again and again: nothing acknowledged is lost, nothing is doubled, the counts
// agree with the rows, and the server is ready again within a second.
//   node tests/crash/kill.mjs [CYCLES]      engine by DIGILOTS_TEST_ENGINE, program by DIGILOTS_BINARY
import assert from 'node:assert/strict';
import { Agent, request } from 'node:http';
import { startServer, engine } from '../lib/server.mjs';

const cycles = Number(process.argv[2] ?? 25);
const writers = 64;
const server = await startServer();
const token = server.run(['token', 'add', '--municipality', 'sundsvall', '--scope', 'inquiries:write',
  '--scope', 'inquiries:read', '--scope', 'statistics:read']).trim();
const topics = ['print', 'e_id', 'bank', 'mobile'];
const acknowledged = new Map();   // key → id
const unsure = new Set();         // sent, no answer seen
let slowest = 0;

function send(agent, method, path, body, key) {
  return new Promise((done) => {
    const headers = { authorization: `Bearer ${token}` };
    if (body) Object.assign(headers, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'idempotency-key': key });
    const call = request(server.url + path, { method, agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => { text += chunk; });
      answer.on('end', () => done({ status: answer.statusCode, text }));
      answer.on('error', () => done({ status: 0 }));
    });
    call.on('error', () => done({ status: 0 }));
    call.end(body);
  });
}

const bodyOf = (key) => JSON.stringify({ place: 'sundsvall-kulturmagasinet', channel: 'visit', outcome: 'answered',
  minutes: 5, topics: [topics[key.length % topics.length]] });

async function write(agent, key) {
  unsure.add(key);
  const answer = await send(agent, 'POST', '/api/v1/sundsvall/inquiries', bodyOf(key), key);
  if (answer.status !== 201) return answer.status;
  acknowledged.set(key, JSON.parse(answer.text).id);
  unsure.delete(key);
  return 201;
}

async function ready() {
  const begun = performance.now();
  const agent = new Agent();
  while ((await send(agent, 'GET', '/readyz')).status !== 200) {
    assert.ok(performance.now() - begun < 30_000, 'the server comes back');
    await new Promise((done) => setImmediate(done));
  }
  agent.destroy();
}

async function checkWritten(keys) {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  await Promise.all([...keys].map(async (key) => {
    const answer = await send(agent, 'GET', `/api/v1/sundsvall/inquiries/${acknowledged.get(key)}`);
    assert.equal(answer.status, 200, `${key} was acknowledged and is lost`);
  }));
  agent.destroy();
}

for (let cycle = 0; cycle < cycles; cycle++) {
  const agent = new Agent({ keepAlive: true, maxSockets: writers });
  const mine = [];
  const until = 100 + Math.floor(Math.random() * 400);   // acknowledged writes before the kill
  let stop = false;
  const before = acknowledged.size;
  const work = Array.from({ length: writers }, async (_, w) => {
    for (let i = 0; !stop; i++) {
      const key = `c${cycle}-w${w}-${i}`;
      mine.push(key);
      if (await write(agent, key) === 0) return;
      if (acknowledged.size - before >= until && !stop) { stop = true; server.kill(); }
    }
  });
  await Promise.all(work);
  agent.destroy();
  const begun = performance.now();
  await server.restart();
  await ready();
  slowest = Math.max(slowest, performance.now() - begun);
  await checkWritten(mine.filter((key) => acknowledged.has(key)));
  // What got no answer is sent again with its key: written once, whether the first one came through or not.
  const again = new Agent({ keepAlive: true, maxSockets: writers });
  for (const key of [...unsure]) assert.equal(await write(again, key), 201, `${key} again`);
  again.destroy();
}

const agent = new Agent({ keepAlive: true });
const ids = new Set();
for (let cursor = ''; ;) {
  const answer = await send(agent, 'GET', '/api/v1/sundsvall/inquiries?limit=200' + (cursor && `&cursor=${encodeURIComponent(cursor)}`));
  assert.equal(answer.status, 200, answer.text);
  const page = JSON.parse(answer.text);
  for (const item of page.inquiries ?? page.items ?? page.results) ids.add(item.id);
  if (!(cursor = page.next)) break;
}
assert.equal(ids.size, acknowledged.size, 'rows are the acknowledged ones, each once');
for (const [key, id] of acknowledged) assert.ok(ids.has(id), `${key} is listed`);
const year = new Date().getUTCFullYear();
const counted = JSON.parse((await send(agent, 'GET', `/api/v1/sundsvall/statistics?measure=inquiries&from=${year - 1}-01-01&to=${year + 1}-12-31`)).text);
assert.equal(counted.rows.reduce((sum, row) => sum + row.value, 0), ids.size, 'the counts agree with the rows');
agent.destroy();
await server.stop();
console.log(`${engine}: ${cycles} kills under ${writers} writers, ${ids.size} inquiries acknowledged, 0 lost, 0 doubled, `
  + `ready again in at most ${Math.round(slowest)} ms`);
