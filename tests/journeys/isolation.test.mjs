// A user of one municipality reaches nothing of another: every route of the golden list, every role.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { repository, startServer, engine } from '../lib/server.mjs';

const roles = ['guide', 'editor', 'coordinator', 'administrator'];
const password = 'Fyren lyser i natten 47';
const routes = readFileSync(join(repository, 'routes.txt'), 'utf8').trim().split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split(' '))
  // Nobody here sees to privacy beside their role: those pages are an administrator's then.
  .map(([method, path, ...role]) => [method, path, ...role.map((one) => (one === 'privacy' ? 'administrator' : one))]);

let server;
const people = {};
const foreign = {};

before(async () => {
  server = await startServer();
  for (const role of roles) {
    const email = `${role}@prov.example`;
    server.addUser('sundsvall', role, email, password);
    people[role] = await new Client(server.url).signIn(email, password);
  }
  server.addUser('harnosand', 'administrator', 'granne@prov.example', password);
  const neighbour = await new Client(server.url).signIn('granne@prov.example', password);
  const token = server.run(['token', 'add', '--municipality', 'harnosand', '--scope', 'inquiries:write',
    '--scope', 'inquiries:read', '--scope', 'statistics:read']).trim();
  const logged = await neighbour.post('/api/v1/harnosand/inquiries', {
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'isolation-1' },
    json: { place: 'harnosand-servicecenter', topics: ['print'], channel: 'visit', outcome: 'answered' },
  });
  assert.equal(logged.status, 201, logged.text);
  foreign.inquiry = JSON.parse(logged.text).id;
  foreign.token = token;
  people.token = server.run(['token', 'add', '--municipality', 'sundsvall', '--scope', 'inquiries:write',
    '--scope', 'inquiries:read', '--scope', 'statistics:read']).trim();
});
after(() => server?.stop());

function fill(path, municipality) {
  return path.replace('{municipality}', municipality).replace('{network}', 'teo').replace('{key}', 'teo')
    .replace('{slug}', 'servicecenter').replace(/\{[a-z_]+\}/g, foreign.inquiry);
}

function outcome(answer) {
  if (answer.status === 303 && (answer.headers.get('location') ?? '').includes('/login')) return 'signed out';
  return answer.status;
}

test(`[${engine}] every route names a role`, () => {
  assert.ok(routes.length > 40, 'the golden list is there');
  for (const route of routes) assert.equal(route.length, 3, route.join(' '));
});

test(`[${engine}] nobody signed out reaches a staff page`, async () => {
  const stranger = new Client(server.url);
  for (const [method, path, role] of routes.filter(([, , r]) => roles.includes(r) || r === 'signed_in' || r === 'operator')) {
    const answer = await stranger.send(method, fill(path, 'sundsvall'), method === 'POST' ? { form: { a: 'b' } } : {});
    assert.ok(['signed out', 401, 403, 404].includes(outcome(answer)), `${method} ${path} (${role}): ${outcome(answer)}`);
  }
});

for (const role of roles) {
  test(`[${engine}] a ${role} of Sundsvall finds nothing of Härnösand and nothing above the role`, async () => {
    const rank = roles.indexOf(role);
    for (const [method, path, needed] of routes.filter(([, , r]) => roles.includes(r))) {
      const options = method === 'POST' ? { form: { a: 'b' } } : {};
      if (path.includes('{municipality}')) {
        const other = await people[role].send(method, fill(path, 'harnosand'), options);
        assert.equal(other.status, 404, `${method} ${path} in the other municipality: ${other.status}`);
      }
      const own = await people[role].send(method, fill(path, 'sundsvall'), options);
      if (roles.indexOf(needed) > rank) assert.equal(own.status, 404, `${method} ${path} needs ${needed}: ${own.status}`);
      else if (method === 'GET' && !/\{(?!municipality)/.test(path)) {
        assert.ok(own.status < 400, `${method} ${path} is open to ${needed}: ${own.status}`);
      }
    }
  });
}

test(`[${engine}] another municipality's record is not there under one's own path`, async () => {
  const path = `/sundsvall/staff/inquiries/${foreign.inquiry}`;
  assert.equal((await people.administrator.get(path)).status, 404);
  const api = await new Client(server.url).get(`/api/v1/sundsvall/inquiries/${foreign.inquiry}`,
    { headers: { authorization: `Bearer ${people.token}` } });
  assert.equal(api.status, 404);
});

test(`[${engine}] a token opens its own municipality and scope only`, async () => {
  const client = new Client(server.url);
  for (const [method, path, role] of routes.filter(([, , r]) => r.startsWith('token:'))) {
    const options = { headers: { authorization: `Bearer ${foreign.token}` } };
    if (method === 'POST') options.json = {};
    const other = await client.send(method, fill(path, 'sundsvall'), options);
    assert.ok([403, 404].includes(other.status), `${method} ${path} (${role}): ${other.status}`);
    const none = await client.send(method, fill(path, 'sundsvall'), method === 'POST' ? { json: {} } : {});
    assert.equal(none.status, 401, `${method} ${path} without a token`);
  }
});

test(`[${engine}] a public page is the same for everybody and sets nothing`, async () => {
  for (const [method, path] of routes.filter(([m, p, r]) => r === 'anyone' && m === 'GET' && !/\{(?!municipality)/.test(p))) {
    const answer = await new Client(server.url).send(method, fill(path, 'sundsvall'));
    assert.ok(answer.status < 500, `${path}: ${answer.status}`);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff', path);
  }
});
