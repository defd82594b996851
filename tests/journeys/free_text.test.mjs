// The browser's check of free text, held against the same table as the server's (src/platform/personal/free_text_cases_test.cpp).
// Walked on one engine.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { register } from 'node:module';
import { readFileSync } from 'node:fs';

// What the bundle takes along as text: the list of given names.
register(`data:text/javascript,${encodeURIComponent(`import { readFileSync } from 'node:fs';
export async function load(url, context, next) {
  if (!url.endsWith('.txt')) return next(url, context);
  return { format: 'module', shortCircuit: true, source: 'export default ' + JSON.stringify(readFileSync(new URL(url), 'utf8')) };
}`)}`);
const { kindOf, doubtsAbout, find } = await import('../../web/scripts/free_text/check.mjs');

const casesOf = (file) => readFileSync(new URL(`../free_text/${file}`, import.meta.url), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => {
    const [kind, doubts, text] = line.split('\t');
    return { kind, doubts, text: JSON.parse(text) };
  });

test('texts are read as the server reads them', () => {
  const cases = casesOf('written.txt');
  assert.ok(cases.length > 900);
  for (const { kind, doubts, text } of cases) {
    assert.equal(kindOf(text), kind, text);
    assert.equal(doubtsAbout(text).join(), doubts, text);
  }
});

test('no identifier is missed, and ordinary texts are hardly refused', () => {
  const cases = casesOf('generated.txt');
  const identifiers = cases.filter(({ kind }) => kind !== 'none');
  const ordinary = cases.filter(({ kind }) => kind === 'none');
  assert.ok(identifiers.length > 700 && ordinary.length > 500);
  assert.deepEqual(identifiers.filter(({ text }) => kindOf(text) === 'none').map(({ text }) => text), []);
  const refused = ordinary.filter(({ text }) => kindOf(text) !== 'none');
  assert.ok(refused.length * 1000 <= ordinary.length * 5, refused.map(({ text }) => text).join('\n'));
});

test('none of the ways in which people write them is missed', () => {
  const cases = casesOf('writings.txt');
  assert.equal(cases.length, 800);
  for (const { kind, text } of cases) assert.equal(kindOf(text) === 'none', kind === 'none', `${kind}: ${text}`);
});

test('what is told in words and signs is found', () => {
  const cases = casesOf('told.txt');
  const identifiers = cases.filter(({ kind }) => kind !== 'none');
  const ordinary = cases.filter(({ kind }) => kind === 'none');
  assert.ok(identifiers.length > 600 && ordinary.length > 500);
  for (const { kind, text } of identifiers) assert.equal(kindOf(text), kind, text);
  const refused = ordinary.filter(({ text }) => kindOf(text) !== 'none');
  assert.ok(refused.length * 1000 <= ordinary.length * 5, refused.map(({ text }) => text).join('\n'));
});

test('the families of identifiers and of ordinary notes are known', () => {
  const cases = casesOf('families.txt');
  const identifiers = cases.filter(({ kind }) => kind !== 'none');
  const ordinary = cases.filter(({ kind }) => kind === 'none');
  assert.ok(identifiers.length >= 1000 && ordinary.length >= 1000);
  assert.deepEqual(identifiers.filter(({ text }) => kindOf(text) === 'none').map(({ text }) => text), []);
  const refused = ordinary.filter(({ text }) => kindOf(text) !== 'none');
  assert.ok(refused.length * 1000 <= ordinary.length * 5, refused.map(({ text }) => text).join('\n'));
});

test('it says where it stands, as the server does', () => {
  const place = (text) => {
    const found = find(text);
    return found ? [found.from, found.to] : null;
  };
  assert.equal(place('Hjälp med BankID'), null);
  assert.deepEqual(place('hon, 811218-9876, ja'), [6, 16]);
  assert.deepEqual(place('Åsa på 070-123 45 67 i morgon'), [8, 20]);
  assert.deepEqual(place('skriv till åsa(at)example.org tack'), [12, 29]);
  assert.deepEqual(place('kort 4111 1111 1111 1111 spärrat'), [6, 24]);
  assert.deepEqual(place('Mejl till anna.berg@gmail.com'), [11, 29]);
  assert.deepEqual(place('Mejl: anna.berg (at) gmail.com.'), [7, 30]);
  assert.deepEqual(place('ring 47901234'), [6, 13]);
  assert.deepEqual(place('hon ringer 41234567 ikväll'), [12, 19]);
  assert.deepEqual(place('8503129999 är mitt personnummer'), [1, 10]);
  assert.deepEqual(place('pnr: 850312-9999'), [6, 16]);
  assert.deepEqual(place('ring +46 70 123 45 67 nu'), [6, 21]);
  assert.deepEqual(place('född 9 juli 1985, sista fyra 9805'), [6, 33]);
  assert.deepEqual(place('８１１２１８－９８７６'), [1, 11]);
});
