// What an operator does at the command line: municipalities, networks, and a restore that leaves nothing to put right.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
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

test(`[${engine}] a host name belongs to a body with a key, and a name that nobody has is told at the start`, async () => {
  const server = await startServer({ demo: false });
  try {
    await server.end();
    server.environment.DIGILOTS_HOSTS = 'digital.example=region-gavleborg';
    await assert.rejects(server.begin(), /leads digital\.example to "region-gavleborg", which is no municipality.*municipality add/);
    server.run(['municipality', 'add', 'region-gavleborg', '--name', 'Region Gävleborg']);
    await server.begin();
    const page = await new Promise((done, fail) => get(server.url + '/', { headers: { host: 'digital.example' } }, (response) => {
      let text = '';
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => done({ status: response.statusCode, text }));
    }).on('error', fail));
    assert.equal(page.status, 200);
    assert.match(page.text, /Region Gävleborg/);
  } finally {
    await server.stop();
  }
});

test(`[${engine}] one command writes the report of a year in all its forms, in the language that is asked for`, async () => {
  const server = await startServer({ demo: false });
  const folder = mkdtempSync(join(tmpdir(), 'digilots-report-'));
  const year = String(new Date().getFullYear());
  try {
    server.run(['municipality', 'activate', '2281']);
    for (const language of ['sv', 'nb']) {
      const written = server.run(['report', 'sundsvall', '--year', year, '--language', language, '--to', folder]).trim().split('\n');
      assert.deepEqual(written, ['pdf', 'odt', 'xlsx'].map((ending) => join(folder, `report-${year}-sundsvall-${language}.${ending}`)));
      assert.ok(readFileSync(written[0]).subarray(0, 4).equals(Buffer.from('%PDF')));
      for (const file of written.slice(1)) assert.ok(readFileSync(file).subarray(0, 2).equals(Buffer.from('PK')));
    }
    for (const [wrong, why] of [[['--year', '2999'], /year: /], [['--place', 'nowhere'], /place: /], [['--language', 'xx'], /"xx" is no language/],
      [['--to', join(folder, 'not-there')], /There is no folder/]]) {
      const told = said(server, ['report', 'sundsvall', ...(wrong[0] === '--to' ? [] : ['--to', folder]), ...wrong]);
      assert.equal(told.code, 2);
      assert.match(told.text, why);
    }
    assert.match(said(server, ['report', 'atlantis', '--to', folder]).text, /"atlantis" is not active here/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await server.stop();
  }
});

test(`[${engine}] a table is named before, between and after the options, as the help writes it`, async () => {
  const server = await startServer({ demo: false });
  try {
    server.run(['municipality', 'activate', '2281']);
    const file = join(server.data, 'places.csv');
    writeFileSync(file, 'Reference;Name\n');
    const options = ['--municipality', 'sundsvall', '--kind', 'places'];
    for (const words of [[...options, file, '--dry-run'], [file, ...options, '--dry-run'], ['--dry-run', ...options, file],
      [...options, file, '--dry-run', '--skip-refused']]) {
      const answer = said(server, ['import', 'table', ...words]);
      assert.doesNotMatch(answer.text, /At Most|required but received/, words.join(' '));
      assert.notEqual(answer.code, 2, words.join(' ') + ': ' + answer.text);
    }
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

test(`[${engine}] what needs data says that there is none, and another program's database is left as it is`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'digilots-none-'));
  const data = join(folder, 'mistyped');
  const env = { ...process.env, DIGILOTS_DATA: data, DIGILOTS_DATABASE: 'sqlite' };
  const command = (...args) => spawnSync(binary, args, { env, encoding: 'utf8' });
  try {
    const none = command('user', 'list');
    assert.equal(none.status, 1);
    assert.match(none.stderr, /digilots\.db is not there.*digilots serve/s);
    assert.equal(existsSync(data), false, 'nothing is made');
    mkdirSync(data);
    execFileSync('python3', ['-c',
      'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute("CREATE TABLE customer (id TEXT)"); c.commit()',
      join(data, 'digilots.db')]);
    const before = readFileSync(join(data, 'digilots.db'));
    for (const args of [['serve'], ['demo'], ['migrate'], ['user', 'list'], ['backup', join(folder, 'copy')]]) {
      const refused = command(...args);
      assert.equal(refused.status, 1, args.join(' '));
      assert.match(refused.stderr, /is no database of Digilots: it holds the table customer/, args.join(' '));
      assert.ok(readFileSync(join(data, 'digilots.db')).equals(before), args.join(' '));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test(`[${engine}] a search index that somebody removes is back without a restart`, async () => {
  const server = await startServer();
  try {
    const client = new Client(server.url);
    const corrected = async () => (await client.get('/sundsvall/search?q=bibliotket')).text.includes('Biblioteken och DigidelCenter');
    assert.ok(await corrected(), 'a slip needs the index');
    // The program may write the index anew while files are being removed: it is moved away first.
    for (const name of ['search', 'search-indicators']) {
      renameSync(join(server.data, name), join(server.data, `${name}-removed`));
      rmSync(join(server.data, `${name}-removed`), { recursive: true, maxRetries: 60, retryDelay: 20 });
    }
    const end = Date.now() + 30000;
    while (!(existsSync(join(server.data, 'search', 'current')) && (await corrected()) && (await client.get('/readyz')).status === 200)) {
      assert.ok(Date.now() < end, server.log());
      await new Promise((done) => setTimeout(done, 100));
    }
    assert.match(server.run(['doctor']), /search index +\d+ entries, up to date/);
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
