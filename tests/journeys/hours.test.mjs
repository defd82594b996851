// Opening hours from the command line.
// Walked on one engine.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { binary } from '../lib/server.mjs';

function evaluate(notation, { country = 'SE', from = '2026-11-23', to = '2026-11-25', more = [] } = {}) {
  const zone = country === 'SE' ? 'Europe/Stockholm' : 'Europe/Oslo';
  const ended = spawnSync(binary, ['hours', 'eval', '--zone', zone, '--country', country, '--from', from, '--to', to, ...more, notation],
    { encoding: 'utf8' });
  return { ...ended, lines: ended.stdout.split('\n').filter(Boolean) };
}

test('hours eval prints a line of JSON for each stretch, clipped to the days that were asked for', () => {
  const { status, lines, stderr } = evaluate('Mo 08:00-12:00 open "drop-in", Mo 12:00-13:00; Su,Tu 22:00-03:00 unknown');
  assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
  assert.deepEqual(lines, [
    '{"from":"2026-11-23T00:00+01:00","to":"2026-11-23T03:00+01:00","state":"unknown"}',
    '{"from":"2026-11-23T08:00+01:00","to":"2026-11-23T12:00+01:00","state":"open","comment":"drop-in"}',
    '{"from":"2026-11-23T12:00+01:00","to":"2026-11-23T13:00+01:00","state":"open"}',
    '{"from":"2026-11-24T22:00+01:00","to":"2026-11-25T00:00+01:00","state":"unknown"}']);
  assert.deepEqual(evaluate('24/7', { from: '2026-10-24', to: '2026-10-26' }).lines,
    ['{"from":"2026-10-24T00:00+02:00","to":"2026-10-26T00:00+01:00","state":"open"}'], 'joined over the change of the clocks');
});

test('hours eval reads the notation alone; --as-shown closes on holidays and eves', () => {
  const days = { from: '2026-12-24', to: '2026-12-26' };
  assert.equal(evaluate('Mo-Fr 08:00-16:00', days).lines.length, 2);
  assert.equal(evaluate('Mo-Fr 08:00-16:00', { ...days, more: ['--as-shown'] }).lines.length, 0);
  assert.equal(evaluate('Mo-Fr 08:00-16:00; PH off', days).lines.length, 1);
  assert.equal(evaluate('Mo-Fr 08:00-16:00; PH off', { country: 'NO', from: '2026-05-17', to: '2026-05-26' }).lines.length, 5, '25 May is Whit Monday');
});

test('hours eval prints all as unknown where school holidays are named, and says why', () => {
  const { status, lines, stderr } = evaluate('Mo 08:00-16:00, Mo 16:00-17:00 unknown; SH off');
  assert.equal(status, 0);
  assert.deepEqual(lines, ['{"from":"2026-11-23T08:00+01:00","to":"2026-11-23T17:00+01:00","state":"unknown"}']);
  assert.match(stderr, /School holidays/);
});

test('hours eval prints what holds on school holidays as unknown on every day that may be one', () => {
  const { lines, stderr } = evaluate('SH 10:00-12:00');
  assert.deepEqual(lines, [
    '{"from":"2026-11-23T10:00+01:00","to":"2026-11-23T12:00+01:00","state":"unknown"}',
    '{"from":"2026-11-24T10:00+01:00","to":"2026-11-24T12:00+01:00","state":"unknown"}']);
  assert.match(stderr, /School holidays/);
});

test('hours eval works holidays out where its table ends, and says so', () => {
  const days = { from: '2040-12-24', to: '2040-12-27' };
  const named = evaluate('Mo-Su 08:00-16:00; PH off', days);
  assert.deepEqual(named.lines, ['{"from":"2040-12-24T08:00+01:00","to":"2040-12-24T16:00+01:00","state":"open"}']);
  assert.match(named.stderr, /known from 2015 to 2035/);
  assert.deepEqual(evaluate('Mo-Su 08:00-16:00', { ...days, more: ['--as-shown'] }).lines, []);
  assert.equal(evaluate('Mo-Su 08:00-16:00', days).stderr, '', 'what names no holiday needs none');
  assert.equal(evaluate('Mo-Su 08:00-16:00; PH off').stderr, '');
});

test('hours eval shows how a date is written that was written as elsewhere', () => {
  const wrong = evaluate('Mo-Fr 08:00-16:00; 2026-12-24 off');
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /at character 20: a date is written 2026 Dec 24/);
});

test('hours eval refuses days after times without a sign between, and points at them', () => {
  for (const text of ['Mo-Fr 08:00-16:00 Sa-Su off', 'Mo-Fr 08:00-16:00\nSa 10:00-14:00']) {
    const wrong = evaluate(text);
    assert.deepEqual([wrong.status, wrong.stdout], [2, ''], text);
    assert.match(wrong.stderr, /at character 19: a ; is missing before Sa/);
  }
  assert.equal(evaluate('Mo-Fr 08:00-12:00, We 14:00-16:00').status, 0);
});

test('hours eval ends with 2 and points at what it cannot read', () => {
  const wrong = evaluate('Må-Fr 08:00-16:00');
  assert.equal(wrong.status, 2);
  assert.equal(wrong.stdout, '');
  const pointed = evaluate('"på kvällen" Mo 08:00-16:60');
  assert.match(pointed.stderr, /at character 26: minutes are from 00 to 59/);
  assert.ok(pointed.stderr.includes('\n  "på kvällen" Mo 08:00-16:60\n  ' + ' '.repeat(25) + '^'), pointed.stderr);
  assert.equal(evaluate('').status, 2);
  assert.equal(evaluate('24/7', { from: '2026-13-01' }).status, 2);
  assert.equal(evaluate('24/7', { to: '2026-11-01' }).status, 2);
  assert.equal(evaluate('24/7', { more: ['--country', 'DK'] }).status, 2);
});
