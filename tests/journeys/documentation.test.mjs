// What the documentation says, held against the running program.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { startServer, engine, repository } from '../lib/server.mjs';

let server, token, networkToken;
const scopes = (...names) => names.flatMap((name) => ['--scope', name]);
const read = (path) => readFileSync(join(repository, path), 'utf8');

before(async () => {
  server = await startServer({ env: { DIGILOTS_HOSTS: 'digital.sundsvall.se=sundsvall' } });
  token = server.run(['token', 'add', '--municipality', 'sundsvall', ...scopes('inquiries:write', 'inquiries:read', 'statistics:read', 'counts:write', 'counts:read', 'needs:write')]).trim();
  networkToken = server.run(['token', 'add', '--network', 'teo', ...scopes('statistics:public')]).trim();
});
after(() => server?.stop());

/** "curl … # 201" over one or more lines. */
function examples(text) {
  const code = text.split('\n').filter((line) => line.startsWith('    ')).map((line) => line.slice(4)).join('\n');
  return code.replace(/\\\n\s*/g, ' ').split('\n').filter((line) => line.startsWith('curl ')).map((line) => {
    const found = /^(.*\S)\s+# (\d{3})$/.exec(line);
    assert.ok(found, `an example without its status: ${line}`);
    return { command: found[1], status: found[2] };
  });
}

test(`[${engine}] every example of docs/api.md gives the status that it promises`, async () => {
  const found = examples(read('docs/api.md'));
  assert.ok(found.length >= 14, `${found.length} examples`);
  const referred = await fetch(`${server.url}/api/v1/sundsvall/inquiries`, {
    method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ topics: ['bank'], channel: 'visit', outcome: 'referred', referred_to: 'place:sundsvall-kommunhuset' }),
  });
  const env = { ...process.env, DIGILOTS: server.url, TOKEN: token, NETWORK_TOKEN: networkToken, REFERRED: (await referred.json()).id };
  for (const { command, status } of found) {
    const answer = execFileSync('bash', ['-c', `curl() { command curl -s -w '\\n%{http_code}' "$@"; }; ${command}`], { env, encoding: 'utf8' });
    assert.equal(answer.trim().split('\n').pop(), status, `${command}\n${answer.slice(0, 500)}`);
  }
});

test(`[${engine}] docs/operating.md lists every setting with its environment variable`, () => {
  const manual = read('docs/operating.md');
  const settings = [...read('src/app/settings.cpp').matchAll(/^ {4}\{"([a-z_]+)", "(DIGILOTS_[A-Z_]+)",/gm)];
  assert.ok(settings.length >= 11, `${settings.length} settings`);
  for (const [, key, variable] of settings) {
    assert.ok(manual.includes('`' + key + '`'), `${key} is not in docs/operating.md`);
    assert.ok(manual.includes('`' + variable + '`'), `${variable} is not in docs/operating.md`);
  }
});

test(`[${engine}] a network's token reads the network's totals and nothing else, and can be listed and revoked`, async () => {
  const client = new Client(server.url);
  const headers = { authorization: `Bearer ${networkToken}` };
  const path = '/api/v1/networks/teo/statistics?table=topic';
  assert.equal((await client.get(path, { headers })).status, 200);
  assert.equal((await client.get(path.replace('networks/teo', 'sundsvall'), { headers })).status, 404);
  assert.equal((await client.get(path, { headers: { authorization: `Bearer ${token}` } })).status, 404, "a municipality's token");
  const line = server.run(['token', 'list']).split('\n').find((one) => one.includes('\tnetwork:teo\t'));
  assert.ok(line && line.endsWith('\tactive'), 'it is in the list');
  const id = line.split('\t')[0];
  const refused = (args) => { try { server.run(args); return ''; } catch (error) { return error.stderr; } };
  assert.match(refused(['token', 'add', '--network', 'teo', ...scopes('inquiries:read')]), /statistics:public/);
  assert.match(refused(['token', 'add', '--network', 'atlantis', ...scopes('statistics:public')]), /teo/);
  assert.match(refused(['token', 'add', ...scopes('statistics:read')]), /--network KEY/);
  assert.match(refused(['token', 'revoke', '--municipality', 'sundsvall', id]), /no such key/i);
  server.run(['token', 'revoke', '--network', 'teo', id]);
  assert.equal((await client.get(path, { headers })).status, 401);
  assert.match(server.run(['token', 'add', '--help']), /--network/);
});

test(`[${engine}] a municipality has a host name of its own`, () => {
  const ask = (host, path) => execFileSync('curl', ['-s', '-w', '\n%{http_code} %{redirect_url}', '-H', `Host: ${host}`, server.url + path], { encoding: 'utf8' });
  assert.match(ask('digital.sundsvall.se', '/'), /<title>[^<]*Sundsvall[^]*200 $/);
  assert.match(ask('digital.sundsvall.se', '/'), /rel="canonical" href="\/sundsvall\/"/);
  assert.match(ask('digital.sundsvall.se', '/places'), /308 \S+\/sundsvall\/places$/);
  assert.match(ask('digital.sundsvall.se', '/harnosand/'), /404 $/);
  assert.doesNotMatch(ask('digilots.example.org', '/'), /<title>[^<]*Sundsvall/);
  assert.match(ask('digilots.example.org', '/harnosand/'), /200 $/);
});
