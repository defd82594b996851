// What an operator fears: a full disk, a copy made while people work, a process that is killed.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { startServer, engine, binary, repository } from '../lib/server.mjs';

const visit = { place: 'sundsvall-kulturmagasinet', topics: ['print'], channel: 'visit', outcome: 'answered', minutes: 5 };
const scopes = ['--scope', 'inquiries:write', '--scope', 'inquiries:read', '--scope', 'statistics:read'];

function writer(server) {
  const client = new Client(server.url);
  const token = server.run(['token', 'add', '--municipality', 'sundsvall', ...scopes]).trim();
  return (key) => client.post('/api/v1/sundsvall/inquiries',
    { json: visit, headers: { authorization: `Bearer ${token}`, 'idempotency-key': key } });
}

/** What the desk's form sends beside what is typed. */
function hiddenOf(html) {
  return Object.fromEntries(['csrf_token', 'form_of', 'form_key'].map((name) => [name, Client.hidden(html, name) ?? '']));
}

function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'digilots-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  return { folder, remove: () => { execFileSync('umount', ['-l', folder]); rmSync(folder, { recursive: true }); } };
}

const disk = engine === 'sqlite' ? smallDisk() : undefined;
test(`[${engine}] a full disk stops writing, not reading, and it goes on by itself when there is room`
  + (disk ? '' : engine === 'sqlite' ? ' (skipped: may not mount a small disk here)' : ' (skipped: SQLite only)'),
{ skip: !disk }, async () => {
  const server = await startServer({ env: { DIGILOTS_DATA: disk.folder } });
  try {
    const write = writer(server);
    assert.equal((await write('before')).status, 201);
    const filler = join(disk.folder, 'filler');
    const free = () => { const s = statfsSync(disk.folder); return s.bavail * s.bsize; };
    // The program may be writing just then: what is left is filled until there is nothing.
    for (let full = false; !full;) {
      try {
        writeFileSync(filler, Buffer.alloc(free()), { flag: 'a' });
        full = free() === 0;
      } catch (error) {
        assert.equal(error.code, 'ENOSPC');
      }
    }
    let refused;
    for (let i = 0; i < 2000 && !refused; i++) {
      const answer = await write(`full-${i}`);
      if (answer.status !== 201) refused = answer;
    }
    assert.ok([503, 507].includes(refused?.status), `refused with ${refused?.status}`);
    const page = await new Client(server.url).get('/sundsvall/places');
    assert.equal(page.status, 200, 'reading goes on');
    rmSync(filler);
    let after;
    for (let i = 0; i < 50 && after?.status !== 201; i++) after = await write(`after-${i}`);
    assert.equal(after.status, 201, 'writing goes on without a restart');
  } finally {
    await server.stop().catch(() => {});
    disk.remove();
  }
});

test(`[${engine}] a database file that was moved away takes no writes, says so, and is used again when it is back`
  + (engine === 'sqlite' ? '' : ' (skipped: SQLite only)'), { skip: engine !== 'sqlite' }, async () => {
  const server = await startServer();
  try {
    const write = writer(server);
    const client = new Client(server.url);
    assert.equal((await write('before')).status, 201);
    const password = 'vinter-lots-2026-faults';
    server.addUser('sundsvall', 'guide', 'disk@prov.example', password);
    await client.signIn('disk@prov.example', password);
    const desk = await client.get('/sundsvall/staff/');
    const file = join(server.data, 'digilots.db');
    renameSync(file, file + '.moved');
    assert.equal((await write('during')).status, 503);
    const posted = await client.post('/sundsvall/staff/inquiries', { form: { ...hiddenOf(desk.text), topic: 'bank',
      outcome: 'answered', channel: 'visit', note: 'Visade hur man loggar in i appen' } });
    assert.equal(posted.status, 503);
    assert.match(posted.text, /Visade hur man loggar in i appen/, 'what was typed is still there');
    const ready = await client.get('/readyz');
    assert.equal(ready.status, 503);
    assert.equal(ready.text, 'the database cannot be used: digilots.db was moved, removed or replaced while it was in use\n');
    const doctor = spawnSync(binary, ['doctor'], { env: { ...process.env, ...server.environment }, encoding: 'utf8' });
    assert.equal(doctor.status, 1);
    assert.match(doctor.stdout, /The database file .*digilots\.db is not there/);
    assert.equal(existsSync(file), false, 'doctor makes none');
    renameSync(file + '.moved', file);
    assert.equal((await client.get('/readyz')).status, 200);
    assert.equal((await write('after')).status, 201);
  } finally {
    await server.stop();
  }
});

test(`[${engine}] a copy made while people write holds all that was acknowledged before it began`, async () => {
  const server = await startServer();
  const copies = mkdtempSync(join(tmpdir(), 'digilots-copy-'));
  try {
    const write = writer(server);
    const acknowledged = [];
    let stop = false;
    const writers = Array.from({ length: 8 }, async (_, w) => {
      for (let i = 0; !stop; i++) {
        const answer = await write(`w${w}-${i}`);
        if (answer.status === 201) acknowledged.push(JSON.parse(answer.text).id);
      }
    });
    while (acknowledged.length < 50) await new Promise((done) => setImmediate(done));
    const before = acknowledged.length;
    const { execFile } = await import('node:child_process');
    const { promisify } = await import('node:util');
    const copy = join(copies, 'copy');
    await promisify(execFile)(binary, ['backup', copy], { env: { ...process.env, ...server.environment } });
    stop = true;
    await Promise.all(writers);
    const expected = acknowledged.slice(0, before);
    await restoreAndCompare(server, copy, expected);
  } finally {
    await server.stop().catch(() => {});
    rmSync(copies, { recursive: true, force: true });
  }
});

/** Restores into an empty installation of the same engine and asks it for every acknowledged id. */
async function restoreAndCompare(server, copy, expected) {
  const restored = await startServer({ demo: false, restoreFrom: copy });
  try {
    const token = restored.run(['token', 'add', '--municipality', 'sundsvall', ...scopes]).trim();
    const client = new Client(restored.url);
    for (const id of expected) {
      const answer = await client.get(`/api/v1/sundsvall/inquiries/${id}`, { headers: { authorization: `Bearer ${token}` } });
      assert.equal(answer.status, 200, `${id} is in the copy`);
    }
  } finally {
    await restored.stop();
  }
}

test(`[${engine}] what could not be synced to disk is never acknowledged`
  + (engine === 'sqlite' ? '' : ' (skipped: the database server syncs, not the program)'), { skip: engine !== 'sqlite' }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'digilots-sync-'));
  const library = join(folder, 'failing_sync.so');
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, join(repository, 'tests/lib/failing_sync.c'), '-ldl']);
  const broken = join(folder, 'broken');
  const server = await startServer({ env: { FAILING_SYNC: broken, LD_PRELOAD: library } });
  try {
    const write = writer(server);
    assert.equal((await write('before')).status, 201);
    writeFileSync(broken, '');
    for (let i = 0; i < 5; i++) {
      const answer = await write(`unsynced-${i}`);
      assert.ok([500, 503].includes(answer.status), `answered ${answer.status}: ${answer.text}`);
    }
    assert.equal((await new Client(server.url).get('/sundsvall/places')).status, 200, 'reading goes on');
    rmSync(broken);
    assert.equal((await write('unsynced-0')).status, 201, 'the same key again, now durable');
    assert.equal((await write('unsynced-0')).headers.get('idempotency-replayed'), 'true', 'written once');
  } finally {
    await server.stop().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
});

test(`[${engine}] asked to stop the moment it answers, it ends in order`, async () => {
  const server = await startServer({ demo: false });
  try {
    for (let i = 0; i < 5; i++) {
      const child = spawn(binary, ['serve'], { env: { ...process.env, ...server.environment }, stdio: ['ignore', 'pipe', 'ignore'] });
      child.stdout.once('data', () => child.kill('SIGTERM'));
      const [code, signal] = await new Promise((done) => child.once('exit', (...how) => done(how)));
      assert.deepEqual([code, signal], [0, null]);
    }
  } finally {
    await server.stop();
  }
});

test(`[${engine}] what it stores and copies is for its own user alone`, async () => {
  const server = await startServer({ demo: false });
  const copy = join(server.data, 'copy');
  try {
    server.run(['backup', copy]);
    for (const entry of readdirSync(server.data, { recursive: true })) {
      assert.equal(statSync(join(server.data, entry)).mode & 0o077, 0, `others may read ${entry}`);
    }
  } finally {
    await server.stop();
  }
});
