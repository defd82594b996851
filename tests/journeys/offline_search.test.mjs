// What a device finds by itself: danger by the server's phrases, held against the server's own questions; words with a slip.
// Walked on one engine.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dangerFinder } from '../../web/scripts/offline/danger.mjs';
import { finder } from '../../web/scripts/offline/search.mjs';
import { wordsOf } from '../../web/scripts/offline/words_of.mjs';

const source = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const kinds = ['fire', 'suicide', 'illness', 'child', 'violence', 'fraud', 'lost', 'suspected_fraud'];
const dangerIn = dangerFinder(kinds.map((kind) => ({ kind })), source('data/danger_phrases.csv'));
const questions = source('src/referral/danger_test.cpp');

test('danger is recognised as the server does, but for slips of the finger', () => {
  const all = [...questions.matchAll(new RegExp(`\\{"((?:[^"\\\\]|\\\\.)*)", (${kinds.join('|')})\\}`, 'g'))];
  assert.ok(all.length > 300);
  const missed = all.filter(([, text, kind]) => dangerIn(text)?.kind !== kind).map(([, text]) => text);
  assert.ok(missed.length * 100 <= all.length * 2, missed.join('\n'));
  for (const text of ['bedrägeri', 'lurad', 'jag har blivit lurad', 'hjärtinfarkt', 'det brinner']) assert.ok(dangerIn(text), text);
});

test('what names no danger gets no card', () => {
  const harmless = questions.slice(questions.indexOf('harmless[] = {'), questions.indexOf('void expect_danger'));
  const texts = [...harmless.matchAll(/"([^"]*)"/g)].map(([, text]) => text);
  assert.ok(texts.length > 100);
  assert.deepEqual(texts.filter((text) => dangerIn(text)), []);
});

test('a word with a slip is looked for as the nearest one that is known', () => {
  const prepared = (title, words) => ({ title, first: wordsOf(title), rest: wordsOf(words) });
  const find = finder([prepared('Biblioteket', 'låna böcker skriva ut'), prepared('Bygglov', 'hus')], [prepared('Skriva ut', 'print')]);
  const slip = find('bibliotket');
  assert.deepEqual([slip.records.map(({ title }) => title), slip.corrected], [['Biblioteket'], 'biblioteket']);
  assert.equal(find('biblioteket').corrected, '');
  assert.deepEqual(find('bok').records, [], 'short words are not guessed');
  assert.deepEqual([find('xyzzyplugh').records, find('xyzzyplugh').corrected], [[], '']);
});

const prepared = (title, words, more = {}) => ({ title, first: wordsOf(title), rest: wordsOf(words), ...more });

test('an answer is found by most of what a question says, and by no single word beside it', () => {
  const find = finder([], [], [prepared('Hur ansöker jag om bygglov?', 'tillbyggnad altan'), prepared('Hur skaffar jag BankID?', 'e-legitimation')]);
  const titles = (text) => find(text).answers.map(({ title }) => title);
  assert.deepEqual(titles('hur ansöker jag om bygglov'), ['Hur ansöker jag om bygglov?']);
  assert.deepEqual(titles('ansöka bygglov altan'), ['Hur ansöker jag om bygglov?']);
  assert.deepEqual(titles('bankid ny telefon'), []);
  assert.deepEqual(titles('bankid'), ['Hur skaffar jag BankID?']);
  assert.deepEqual(titles('hur jag'), ['Hur ansöker jag om bygglov?', 'Hur skaffar jag BankID?']);
  assert.ok(find('hur skaffar jag bankid').answers[0].named);
});

test('who answers for their own field alone stands behind others', () => {
  const find = finder([prepared('Lärcentrum', 'komvux', { of_its_field: true }), prepared('Biblioteket', 'komvux')], []);
  assert.deepEqual(find('komvux').records.map(({ title }) => title), ['Biblioteket', 'Lärcentrum']);
  assert.deepEqual(find('lärcentrum').records.map(({ title }) => title), ['Lärcentrum']);
});

test('what is called as was typed comes first and says so', () => {
  const prepared = (title, words) => ({ title, first: wordsOf(title), rest: wordsOf(words) });
  const records = [prepared('Socialkontorets reception', 'kommunhusets'), prepared('Kommunhusets reception för alla', 'reception'),
    prepared('Kommunhusets reception', '')];
  const find = finder(records, [prepared('Reception', 'kommunhusets')]);
  const { records: found, topics } = find('KOMMUNHUSETS  reception');
  assert.deepEqual([found[0].title, found[0].named], ['Kommunhusets reception', true]);
  assert.ok(found.slice(1).every((one) => !one.named) && topics.every((one) => !one.named));
  assert.ok(find('reception').topics[0].named, 'a topic has a name, too');
  assert.ok(find('kommunhusets rec').records.every((one) => !one.named), 'only a beginning of it');
});

test('a question of several words is answered by those that say something, their inflections and the topics that they name', () => {
  const weak = source('src/platform/search/words.cpp').match(/"[^"\n]*"/g).map((word) => word.slice(1, -1)).join(' ');
  const topics = [prepared('Skatt', '', { key: 'tax', phrases: ['deklaration', 'deklarera', 'skatten'] }),
    prepared('Skriva ut', 'printa', { key: 'print', phrases: ['skriva ut', 'printa'] }),
    prepared('BankID', 'e-legitimation', { key: 'e_id', phrases: ['bankid', 'logga in'] }),
    prepared('Förskola', '', { key: 'school', phrases: ['förskola', 'dagis'] })];
  const records = [prepared('Biblioteket', 'skriva ut BankID', { target: 'place:library', topics: ['print', 'e_id'] }),
    prepared('Skattekontoret', '', { target: 'place:tax', topics: ['tax'] }),
    prepared('Ansökan om förskoleplats', '', { target: 'e_service:school', topics: ['school'] }),
    prepared('Försäkringskassan', '', { target: 'contact:fk' }), prepared('Vårdcentralen', 'läkare', { target: 'place:health' })];
  const find = finder(records, topics, [], weak);
  for (const [text, target, topic] of [
    ['hjälp med deklarationen', 'place:tax', 'tax'], ['kontakta försäkringskassan', 'contact:fk', undefined],
    ['bankid fungerar inte', 'place:library', 'e_id'], ['ansöka om plats i förskolan', 'e_service:school', 'school'],
    ['var kan jag skriva ut biljetter', 'place:library', 'print'], ['boka tid på vårdcentralen', 'place:health', undefined]]) {
    const found = find(text);
    assert.deepEqual([found.records[0]?.target, found.topics[0]?.key], [target, topic], text);
    assert.equal(found.corrected, '', text);
  }
  assert.deepEqual(find('hur är det med det').records, [], 'nothing is said');
  assert.deepEqual(find('var kan jag köpa zebrafinkar').records, []);
  assert.deepEqual(find('biblioteket').records.map(({ target }) => target), ['place:library'], 'one word finds what it found');
});
