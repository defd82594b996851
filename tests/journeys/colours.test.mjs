// The nation's colours, computed a second time here: what the program answers is held against counting by hand, for
// twenty indicators and years of Kolada's own figures, in both directions. Needs ../shared/data/kolada.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, repository, engine } from '../lib/server.mjs';

const folder = join(repository, '../shared/data/kolada/values');
const files = ['agenda2030_part.csv', 'digital_inclusion.csv', 'context.csv'].map((name) => join(folder, name));
const catalogue = join(repository, '../shared/data/kolada/catalogue/kpi_2026-03-23.json');
const present = [catalogue, ...files].every((file) => existsSync(file));
const title = present ? '' : ' (skipped: ../shared/data/kolada/values is missing)';
const pairsWanted = 20;
let server, cells;

before(async () => {
  if (!present) return;
  const swedish = new Set(readFileSync(join(repository, 'data/municipalities.csv'), 'utf8').split('\n')
    .map((line) => line.split(',')).filter((row) => row[1] === 'SE').map((row) => row[0]));
  cells = new Map();
  for (const file of files) {
    for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
      const [kpi, municipality, year, gender, value] = line.trim().split(',');
      if (gender !== 'T' || !swedish.has(municipality) || !value) continue;
      const key = `${kpi} ${year}`;
      if (!cells.has(key)) cells.set(key, new Map());
      cells.get(key).set(municipality, Number(value));
    }
  }
  server = await startServer();
  server.run(['kolada', 'import', catalogue, ...files]);
});
after(async () => { await server?.stop(); });

/** Straight from the rule: counts of municipalities at least as good, and at least as bad, ties and itself included. */
function colourByCounting(values, mine, sign) {
  const all = [...values.values()];
  const better = all.filter((other) => sign * other >= sign * mine).length;
  const worse = all.filter((other) => sign * other <= sign * mine).length;
  if (better <= all.length / 4) return 'green';
  return worse <= all.length / 4 ? 'red' : 'yellow';
}

function pickPairs() {
  const large = [...cells].filter(([, values]) => values.size >= 20).sort(([a], [b]) => (a < b ? -1 : 1));
  return Array.from({ length: pairsWanted }, (_, at) => large[Math.floor((at * large.length) / pairsWanted)]);
}

test(`[${engine}] twenty indicators and years have the colours that counting gives${title}`, { skip: !present }, async () => {
  for (const [at, [key, values]] of pickPairs().entries()) {
    const [kpi, year] = key.split(' ');
    const direction = at % 2 ? 'low' : 'high';
    const answer = await fetch(`${server.url}/api/v1/indicators/${kpi}/distribution?year=${year}&gender=T&direction=${direction}`);
    assert.equal(answer.status, 200, key);
    const told = await answer.json();
    const sign = direction === 'high' ? 1 : -1;
    assert.equal(told.n, values.size, `${key}: how many`);
    assert.equal(told.values.length, values.size, `${key}: members`);
    assert.equal(told.missing.length, 290 - values.size, `${key}: those without a figure are named`);
    for (const { municipality, value, rank, colour } of told.values) {
      const mine = values.get(municipality);
      assert.equal(value, mine, `${key}, ${municipality}: value`);
      assert.equal(colour, colourByCounting(values, mine, sign), `${key}, ${direction}, ${municipality}: colour`);
      assert.equal(rank, 1 + [...values.values()].filter((other) => sign * other > sign * mine).length, `${key}, ${municipality}: rank`);
    }
    const limit = (colour, pick) => {
      const of = told.values.filter((row) => row.colour === colour).map((row) => row.value);
      return of.length ? pick(...of) : null;
    };
    assert.equal(told.green_limit, limit('green', sign > 0 ? Math.min : Math.max), `${key}: worst green`);
    assert.equal(told.red_limit, limit('red', sign > 0 ? Math.max : Math.min), `${key}: best red`);
  }
});

test(`[${engine}] "neither" ranks by size and colours nobody${title}`, { skip: !present }, async () => {
  const [key, values] = pickPairs()[3];
  const [kpi, year] = key.split(' ');
  const told = await (await fetch(`${server.url}/api/v1/indicators/${kpi}/distribution?year=${year}&direction=neither`)).json();
  assert.equal(told.n, values.size);
  assert.deepEqual([...new Set(told.values.map((row) => row.colour))], ['unknown']);
  assert.equal(told.values[0].rank, 1);
  assert.equal(told.values[0].value, Math.max(...values.values()));
});
