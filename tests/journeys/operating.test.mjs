// What an operator does at the command line: municipalities, networks, and a restore that leaves nothing to put right.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { startServer, engine, binary } from '../lib/server.mjs';

/** What the command says, also where it ends with an error. */
function said(server, args) {
  try {
    return { code: 0, text: server.run(args) };
  } catch (error) {
    return { code: error.status, text: error.stdout + error.stderr };
  }
}

test(`[${engine}] a municipality is made active with its country's language and time zone`, async () => {
  const server = await startServer({ demo: false });
  try {
    assert.match(server.run(['municipality', 'activate', '4601']), /Bergen is active now: languages nb, en, time zone Europe\/Oslo\./);
    assert.match(server.run(['municipality', 'activate', 'sundsvall']), /Sundsvall is active now: languages sv, en, time zone Europe\/Stockholm\./);
    assert.match(server.run(['municipality', 'activate', '4601']), /Bergen was active already/);
    assert.equal(server.run(['municipality', 'list']), '2281\tSE\tsundsvall\tSundsvall\tactive\n4601\tNO\tbergen\tBergen\tactive\n');
    assert.equal(server.run(['municipality', 'list', '--all']).split('\n').length, 290 + 357 + 1);
    const nobody = said(server, ['municipality', 'activate', '9999']);
    assert.equal(nobody.code, 2);
    assert.match(nobody.text, /No municipality has the code "9999"/);
  } finally {
    await server.stop();
  }
});

test(`[${engine}] a network is made, changed and listed`, async () => {
  const server = await startServer({ demo: false });
  try {
    server.run(['municipality', 'activate', '2281']);
    const made = server.run(['network', 'save', 'mittnordiska', '--name', 'Mittnordiska nätverket', '--member', '2281', '--member', 'bergen']);
    assert.match(made, /The network mittnordiska \(Mittnordiska nätverket\) has 2 members\./);
    assert.match(made, /Bergen is not active here: digilots municipality activate 4601/);
    assert.equal(server.run(['network', 'list']), 'mittnordiska\tMittnordiska nätverket\t2281,4601\n');
    server.run(['network', 'save', 'mittnordiska', '--name', 'Mitt', '--member', '2280']);
    assert.equal(server.run(['network', 'list']), 'mittnordiska\tMitt\t2280\n');
    for (const wrong of [['Åre', '--name', 'X', '--member', '2281'], ['a', '--name', ' ', '--member', '2281'],
      ['a', '--name', 'X', '--member', '12345'], ['a', '--name', 'X']]) {
      assert.equal(said(server, ['network', 'save', ...wrong]).code, 2, wrong.join(' '));
    }
    assert.equal(server.run(['network', 'list']), 'mittnordiska\tMitt\t2280\n', 'nothing wrong was kept');
  } finally {
    await server.stop();
  }
});

test(`[${engine}] after a restore doctor is calm, all is found, and nothing of another history is left`, async () => {
  const copies = mkdtempSync(join(tmpdir(), 'digilots-copy-'));
  const server = await startServer();
  try {
    server.run(['backup', join(copies, 'copy')]);
    await server.end();
    server.run(['restore', join(copies, 'copy')]);
    const examined = said(server, ['doctor']);
    assert.equal(examined.code, 0, examined.text);
    assert.doesNotMatch(examined.text, /WRONG/);
    assert.match(examined.text, /search index +\d{2,} entries, up to date/);
    const left = readdirSync(server.data).filter((name) => /restoring|partial/.test(name));
    assert.deepEqual(left, []);
    await server.begin();
    const found = await new Client(server.url).get('/api/v1/sundsvall/search?q=bibliotek');
    assert.ok(JSON.parse(found.text).results.length > 0, found.text);
  } finally {
    await server.stop();
    rmSync(copies, { recursive: true, force: true });
  }
});

test(`[${engine}] nothing is restored under a running server, whichever folder its data lies in`, async () => {
  const copies = mkdtempSync(join(tmpdir(), 'digilots-copy-'));
  const server = await startServer();
  try {
    server.run(['backup', join(copies, 'copy')]);
    const elsewhere = engine === 'sqlite' ? {} : { DIGILOTS_DATA: join(copies, 'other-data') };
    const refused = spawnSync(binary, ['restore', join(copies, 'copy')],
      { env: { ...process.env, ...server.environment, ...elsewhere }, encoding: 'utf8' });
    assert.equal(refused.status, 1, refused.stdout);
    assert.match(refused.stderr, /running.*[Ss]top (it|every server)/s);
    await server.end();
    server.run(['restore', join(copies, 'copy')]);
  } finally {
    await server.stop();
    rmSync(copies, { recursive: true, force: true });
  }
});

test(`[${engine}] a restore takes another history's search index of figures away`, async () => {
  const copies = mkdtempSync(join(tmpdir(), 'digilots-copy-'));
  const server = await startServer();
  try {
    server.run(['backup', join(copies, 'copy')]);
    await server.end();
    const foreign = join(server.data, 'search-indicators', 'of-another-history');
    writeFileSync(foreign, 'x');
    server.run(['restore', join(copies, 'copy')]);
    assert.ok(!readdirSync(join(server.data, 'search-indicators')).includes('of-another-history'));
  } finally {
    await server.stop();
    rmSync(copies, { recursive: true, force: true });
  }
});

test(`[${engine}] a word that is no command is named with the nearest, and the demo says whether it was there`, async () => {
  const server = await startServer();
  try {
    for (const [words, told] of [[['foo'], /no command "digilots foo"\. Did you mean "digilots \w+"/],
      [['serv'], /Did you mean "digilots serve"/], [['user', 'ad'], /no command "digilots user ad"\. Did you mean "digilots user add"/],
      [['bakcup', '--help'], /Did you mean "digilots backup"/]]) {
      const answer = said(server, words);
      assert.equal(answer.code, 2, words.join(' '));
      assert.match(answer.text, told);
    }
    assert.match(server.run(['demo']), /The demo was here already: \d+ municipalities/);
  } finally {
    await server.stop();
  }
});
