// Three installations on loopback: two members with one of their own each, and the one where their network is served.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { startServer, engine } from '../lib/server.mjs';

const password = 'Fyren lyser i natten 47';
const limit = { timeout: 300_000 };
const now = new Date();
const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 15)).toISOString().slice(0, 7);
let centre, administrator;
const members = {};

before(async () => {
  centre = await startServer({ demo: false });
  for (const [slug, code, number] of [['sundsvall', '2281', 40], ['kramfors', '2282', 30]]) {
    const server = await startServer({ demo: false });
    server.run(['municipality', 'activate', code]);
    await log(server, slug, number);
    server.run(['release', '--month', month]);
    members[slug] = { server, code, key: server.run(['network', 'key', '--new']).trim() };
  }
  centre.run(['municipality', 'activate', '2262']);
  centre.run(['network', 'save', 'teo', '--name', 'TEO', '--member', '2262', '--member', '2281', '--member', '2282', '--lead', '2262']);
  centre.addUser('timra', 'administrator', 'leder@prov.example', password);
  await centre.end();
  await centre.begin();
  administrator = await new Client(centre.url).signIn('leder@prov.example', password);
});
after(async () => {
  await centre?.stop();
  for (const { server } of Object.values(members)) await server.stop();
});

async function log(server, slug, number) {
  const token = server.run(['token', 'add', '--municipality', slug, '--scope', 'inquiries:write']).trim();
  await server.end();
  await server.begin();
  for (let at = 0; at < number; ++at) {
    const json = { topics: ['print'], channel: 'visit', outcome: 'answered', at: `${month}-15T10:00:00Z` };
    const answer = await new Client(server.url).post(`/api/v1/${slug}/inquiries`, { json, headers: { authorization: `Bearer ${token}` } });
    assert.ok([200, 201].includes(answer.status), answer.text);
  }
}

/** Fills in the form of a page; where it is sent. */
async function send(client, path, fields, action = path) {
  const page = (await client.get(path)).text;
  const hidden = ['csrf_token', 'form_of', 'seen', 'form_key'].map((name) => [name, Client.hidden(page, name)]).filter(([, value]) => value);
  const answer = await client.post(action, { form: { ...Object.fromEntries(hidden), ...fields } });
  assert.equal(answer.status, 303, answer.text);
  return answer.headers.get('location');
}

const addKey = ({ code, key }) => send(administrator, '/timra/staff/network/keys/new', { title: `Nyckel ${code}`, network: 'teo', member: code, public_key: key });
const aggregate = ({ server }) => server.run(['network', 'aggregate', '--network', 'teo', '--period', month]).trim();
const bring = async (file) => (await new Client(centre.url).post('/api/v1/networks/teo/aggregates', { json: file })).status;

test(`[${engine}] members send what is released, the network locks it, and a correction is seen`, limit, async () => {
  const { sundsvall, kramfors } = members;
  assert.equal(statSync(join(sundsvall.server.data, 'network.key')).mode & 0o077, 0, 'the secret key is its owner’s alone');
  const file = aggregate(sundsvall);
  assert.equal(await bring(file), 422, 'no key is known yet');
  await addKey(sundsvall);
  await addKey(kramfors);
  assert.equal(await bring(file), 201);
  assert.equal(await bring(file), 409, 'replayed');
  const parsed = JSON.parse(file);
  assert.equal(await bring(JSON.stringify({ ...parsed, member: '2282' })), 422, 'foreign');
  const altered = Buffer.from(Buffer.from(parsed.payload, 'base64').toString().replace('"count":40', '"count":90')).toString('base64');
  assert.notEqual(altered, parsed.payload);
  assert.equal(await bring(JSON.stringify({ ...parsed, payload: altered })), 422, 'altered');
  const figures = '/timra/staff/networks/teo/figures';
  await send(administrator, `${figures}?period=${month}`, { period: month }, `${figures}/lock`);
  assert.equal(await bring(aggregate(kramfors)), 409, 'locked, and no revision');
  kramfors.server.run(['release', '--month', month, '--revise', '--reason', 'Ett blad till']);
  assert.equal(await bring(aggregate(kramfors)), 201, 'a revision');
  const page = (await new Client(centre.url).get(`/en/networks/teo/figures?period=${month}`)).text;
  assert.match(page, /Corrected after the lock/);
  assert.match(page, /revision 2 after the lock\. Ett blad till/);
  const complete = JSON.parse((await new Client(centre.url).get(`/api/v1/networks/teo/completeness?period=${month}`)).text);
  assert.equal(complete.reported, 2);
  assert.equal(complete.expected, 3, 'who leads it has said nothing: that is not zero');
});

test(`[${engine}] a key is changed: the old one holds no more`, limit, async () => {
  const { sundsvall } = members;
  const list = (await administrator.get('/timra/staff/network/keys')).text;
  const [address] = new RegExp('/timra/staff/network/keys/[\\w-]{20,}').exec(list.slice(list.indexOf('Nyckel 2281') - 300));
  await send(administrator, address, {}, `${address}/end`);
  sundsvall.server.run(['release', '--month', month, '--revise', '--reason', 'Rättat']);
  assert.equal(await bring(aggregate(sundsvall)), 422);
  sundsvall.key = sundsvall.server.run(['network', 'key', '--new']).trim();
  assert.equal(sundsvall.server.run(['network', 'key']).trim(), sundsvall.key);
  await addKey(sundsvall);
  assert.equal(await bring(aggregate(sundsvall)), 201);
});

test(`[${engine}] what a member offers is fetched, once`, limit, async () => {
  const { kramfors } = members;
  await send(administrator, '/timra/staff/network/keys/new', { title: 'Nyckel med adress', network: 'teo', member: kramfors.code,
    public_key: kramfors.key, address: kramfors.server.url });
  kramfors.server.run(['release', '--month', month, '--revise', '--reason', 'Ännu ett blad']);
  kramfors.server.run(['network', 'aggregate', '--network', 'teo', '--period', month, '--offer']);
  const pull = () => centre.run(['network', 'pull', '--network', 'teo', '--period', month]);
  assert.match(pull(), /Kramfors\ttaken in/);
  assert.match(pull(), /Kramfors\tThis revision is known already/);
  assert.match((await new Client(centre.url).get(`/en/networks/teo/figures?period=${month}`)).text, /revision 3 after the lock\. Ännu ett blad/);
});
