// Starts the real program with the demo data, on the engine that DIGILOTS_TEST_ENGINE names, on a free loopback port.
import { spawn, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export const repository = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../..');
export const engine = process.env.DIGILOTS_TEST_ENGINE ?? 'sqlite';
export const binary = process.env.DIGILOTS_BINARY ?? join(repository, 'build/dev/digilots');

function createPostgresDatabase(template) {
  const admin = process.env.DIGILOTS_TEST_POSTGRES;
  if (!admin) throw new Error('DIGILOTS_TEST_POSTGRES must name a private cluster; bin/test starts one');
  const name = 'journey_' + randomBytes(6).toString('hex');
  const made = template ?? `template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`;
  execFileSync('psql', [admin, '-qc', `CREATE DATABASE ${name} STRATEGY file_copy TEMPLATE ${made}`]);
  const url = new URL(admin);
  url.pathname = '/' + name;
  return {
    name,
    location: url.toString(),
    drop: () => execFileSync('psql', [admin, '-qc', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]),
  };
}

export function run(environment, args, input) {
  return execFileSync(binary, args, { env: { ...process.env, ...environment }, input, encoding: 'utf8' });
}

// A short log: what a journey logs itself is what it looks at.
const makeDemo = (environment) => {
  run(environment, ['migrate']);
  run(environment, ['demo', '--inquiries', '200']);
};

/** The demo as bin/test keeps it for all files of a run, made before the first: its data folder and the name of its database. */
export function keepDemo() {
  if (!process.env.DIGILOTS_JOURNEY_DEMO) return undefined;
  const kept = join(process.env.DIGILOTS_JOURNEY_DEMO, engine);
  if (!existsSync(kept)) {
    const data = mkdtempSync(kept + '-');
    const postgres = engine === 'postgresql' ? createPostgresDatabase() : undefined;
    makeDemo({ DIGILOTS_DATA: join(data, 'data'), DIGILOTS_DATABASE: postgres?.location ?? 'sqlite' });
    writeFileSync(join(data, 'database'), postgres?.name ?? '');
    renameSync(data, kept);
  }
  return { data: join(kept, 'data'), database: readFileSync(join(kept, 'database'), 'utf8') || undefined };
}

/** A server with its own data folder (and database); stop() ends it and removes both. */
export async function startServer({ demo = true, env = {}, restoreFrom } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'digilots-journey-'));
  const kept = demo ? keepDemo() : undefined;
  const postgres = engine === 'postgresql' ? createPostgresDatabase(kept?.database) : undefined;
  const environment = {
    DIGILOTS_DATA: data,
    DIGILOTS_DATABASE: postgres?.location ?? 'sqlite',
    DIGILOTS_LISTEN: '127.0.0.1:0',
    DIGILOTS_RATE_LIMITS: 'off',
    ...env,
  };
  if (restoreFrom) run(environment, ['restore', restoreFrom]);
  else if (kept) cpSync(kept.data, environment.DIGILOTS_DATA, { recursive: true });
  else if (demo) makeDemo(environment);
  else run(environment, ['migrate']);
  let child, errors = '';
  const start = async (listen) => {
    child = spawn(binary, ['serve'], { env: { ...process.env, ...environment, DIGILOTS_LISTEN: listen }, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stderr.on('data', (chunk) => { errors = (errors + chunk).slice(-20000); });
    return new Promise((done, fail) => {
      child.once('exit', (code) => fail(new Error(`serve ended with ${code}: ${errors}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const found = /https?:\/\/[^\s/]+/.exec(line);
        if (found) done(found[0]);
      });
    });
  };
  const url = await start(environment.DIGILOTS_LISTEN);
  return {
    url, environment, data,
    run: (args, input) => run(environment, args, input),
    addUser(municipality, role, email, password) {
      return run(environment, ['user', 'add', '--municipality', municipality, '--role', role, '--email', email,
        '--password-stdin'], password + '\n');
    },
    /** The municipality says by when it answers who writes: before that it promises no day. */
    promiseAnswers(municipality) {
      const file = join(data, 'promises.csv');
      writeFileSync(file, 'Came by;We answer within;Unit of the promise\nform;2;working_days\n');
      return run(environment, ['import', 'table', '--municipality', municipality, '--kind', 'promises', file]);
    },
    log: () => errors,
    get pid() { return child.pid; },
    /** As if the power went: no goodbye. */
    kill() { child.removeAllListeners('exit'); child.kill('SIGKILL'); },
    /** On the same address as before. */
    async restart() {
      if (child.exitCode === null && child.signalCode === null) await new Promise((done) => child.once('exit', done));
      await start(new URL(url).host);
    },
    /** Politely, keeping the data; begin() goes on with it. */
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.removeAllListeners('exit');
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    },
    begin() { return start(new URL(url).host); },
    async stop() {
      await this.end();
      rmSync(data, { recursive: true, force: true });
      postgres?.drop();
    },
  };
}
