// The contract that outside programs rely on, held against the running server.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { Client } from '../lib/client.mjs';
import { startServer, engine } from '../lib/server.mjs';

const municipalities = ['harnosand', 'kramfors', 'nordanstig', 'solleftea', 'sundsvall', 'ange', 'ornskoldsvik', 'timra', 'overkalix'];
const kinds = ['place', 'service', 'e_service', 'activity', 'contact', 'topic', 'booking', 'page'];
let server, client, token, reader;

before(async () => {
  server = await startServer();
  client = new Client(server.url);
  const scopes = (...names) => names.flatMap((name) => ['--scope', name]);
  token = server.run(['token', 'add', '--municipality', 'sundsvall', ...scopes('inquiries:write', 'inquiries:read', 'statistics:read')]).trim();
  reader = server.run(['token', 'add', '--municipality', 'sundsvall', ...scopes('statistics:read')]).trim();
});
after(() => server?.stop());

const bearer = (value, extra = {}) => ({ authorization: `Bearer ${value}`, ...extra });
async function json(path, options) {
  const answer = await client.get(path, options);
  assert.equal(answer.status, 200, `${path}: ${answer.status} ${answer.text.slice(0, 300)}`);
  return JSON.parse(answer.text);
}
function log(body, key, value = token) {
  return client.post('/api/v1/sundsvall/inquiries', { json: body, headers: bearer(value, key ? { 'idempotency-key': key } : {}) });
}
const visit = { place: 'sundsvall-kulturmagasinet', topics: ['print'], channel: 'visit', outcome: 'answered', minutes: 5, note: '' };

test(`[${engine}] search answers in every municipality and always has a fallback desk`, async () => {
  for (const slug of municipalities) {
    for (const q of ['bankid', 'skriva ut', 'fylla i blankett', 'försäkringskassan', 'mobil hjälp', 'bygglov', 'specialkost',
      'bibliotek öppet kväll', 'bank id', 'bibliotket', '', 'qwxzqwxz', '<script>alert(1)</script>', "'; DROP TABLE x; --", '🙂'.repeat(150)]) {
      const answer = await json(`/api/v1/${slug}/search?q=${encodeURIComponent(q)}`);
      assert.ok(answer.fallback.title, `${slug} ${q}: fallback`);
      assert.ok('phone' in answer.fallback && 'url' in answer.fallback);
      assert.ok([...answer.query].length <= 200);
      if (q === '' || q === 'qwxzqwxz') assert.deepEqual(answer.results, [], `${slug} "${q}"`);
      for (const hit of answer.results) {
        assert.ok(kinds.includes(hit.kind), hit.kind);
        for (const key of ['id', 'title', 'url', 'why', 'open_now', 'next_change', 'limitations', 'verified_on', 'phone']) {
          assert.ok(key in hit, `${slug} ${q}: ${key}`);
        }
        assert.ok(hit.why, 'says why');
      }
    }
  }
  assert.equal((await json('/api/v1/sundsvall/search?q=bibliotek&limit=1')).results.length, 1);
});

const asked = ['bankid', 'mobil', 'surfplatta', 'dator', 'appar', 'wifi', 'skriva ut', 'skanna', 'kopiera', 'bifoga fil', 'logga in',
  'lösenord', 'kivra', 'internetbank', 'swish', 'handla på nätet', 'fylla i blankett', 'försäkringskassan', 'skatteverket', 'pension',
  'arbetsförmedlingen', 'socialtjänst', 'uppehållstillstånd', 'körkort', 'pass', 'tolka beslut', 'cv', 'söka jobb', 'studier',
  'e-tjänst', 'försörjningsstöd', 'förskola', 'skolval', 'skolplattform', 'frånvaro', 'busskort', 'färdtjänst', 'eldstad', 'bygglov',
  'avlopp', 'sopor', 'specialkost', 'livsmedel', 'föreningsbidrag', 'lånekort', 'hemtjänst', 'dödsbo', 'energirådgivning', 'växel',
  'felanmälan', '1177', 'trygghetslarm', 'e-böcker', 'talbok', 'podd', 'bedrägeri', 'källkritik', 'e-post', 'videosamtal', 'facebook',
  'bilder', 'digital salong', 'café', 'workshop', 'föreläsning', 'studiebesök', 'kurs', 'handledning', 'boka tid', 'bibliotek', 'öppet nu'];

test(`[${engine}] every address that a search gives is a page of its own`, async () => {
  const found = new Map();
  for (const slug of municipalities) {
    for (const q of asked) {
      const answer = await json(`/api/v1/${slug}/search?limit=50&q=${encodeURIComponent(q)}`);
      for (const hit of [...answer.results, answer.fallback]) found.set(hit.url, { ...hit, slug });
    }
  }
  assert.ok(found.size > 200, `only ${found.size} addresses`);
  for (const [url, hit] of found) {
    const page = await client.get(url, { redirect: 'manual' });
    assert.equal(page.status, 200, `${url} (${hit.kind} ${hit.title})`);
    if (hit.kind && hit.kind !== 'topic' && !url.includes('/places/')) {
      assert.ok(page.text.includes('<h1'), url);
      const heading = /<h1[^>]*>([^<]*)/.exec(page.text)[1].replaceAll('&#39;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"');
      assert.equal(heading, hit.title, url);
    }
    if (hit.kind === 'topic') assert.ok(page.text.includes('class="hit"'), `${url} lists no place`);
  }
});

test(`[${engine}] places come whole, filter, and go out as GeoJSON`, async () => {
  const list = await json('/api/v1/sundsvall/places');
  const items = list.places ?? list.results ?? list.items;
  assert.ok(items.length >= 5);
  for (const item of items) for (const key of ['id', 'slug', 'title', 'url']) assert.ok(item[key], key);
  assert.ok(!items.some((item) => item.id === 'sundsvall-kontaktcenter'), 'planned ones are not listed');
  const one = await json(`/api/v1/sundsvall/places/${items[0].slug}`);
  assert.equal(one.id, items[0].id);
  const geo = await client.get('/api/v1/sundsvall/places', { headers: { accept: 'application/geo+json' } });
  assert.match(geo.headers.get('content-type'), /geo\+json/);
  assert.equal(JSON.parse(geo.text).type, 'FeatureCollection');
  for (const query of ['open=now', 'aid=printer', 'topic=print', 'kind=library', 'near=62.39,17.31']) {
    await json(`/api/v1/sundsvall/places?${query}`);
  }
  const bad = await client.get('/api/v1/sundsvall/places?near=here');
  assert.equal(bad.status, 400);
  assert.match(bad.headers.get('content-type'), /application\/problem\+json/);
  assert.equal((await client.get('/api/v1/sundsvall/places/nowhere')).status, 404);
  assert.equal((await client.get('/api/v1/nowhere/places')).status, 404);
});

test(`[${engine}] e-services come whole`, async () => {
  const list = await json('/api/v1/nordanstig/e-services');
  const items = list.e_services ?? list.results ?? list.items;
  assert.ok(items.length > 10);
  for (const item of items) for (const key of ['id', 'slug', 'title', 'url']) assert.ok(item[key], key);
  assert.equal((await json(`/api/v1/nordanstig/e-services/${items[0].slug}`)).id, items[0].id);
});

test(`[${engine}] an inquiry is written once, whatever is sent again`, async () => {
  const first = await log(visit, 'visit-1');
  assert.equal(first.status, 201, first.text);
  const id = JSON.parse(first.text).id;
  const again = await log(visit, 'visit-1');
  assert.equal(again.status, 201);
  assert.equal(JSON.parse(again.text).id, id);
  assert.equal((await log({ ...visit, minutes: 6 }, 'visit-1')).status, 409);
  const many = await Promise.all(Array.from({ length: 20 }, () => log(visit, 'visit-2')));
  assert.equal(new Set(many.map((answer) => JSON.parse(answer.text).id)).size, 1, 'at the same moment too');
  const found = await client.get(`/api/v1/sundsvall/inquiries/${id}`, { headers: bearer(token) });
  assert.equal(JSON.parse(found.text).place, visit.place);
});

test(`[${engine}] the example of the API's description is accepted as it stands`, async () => {
  const description = await json('/api/openapi.json');
  assert.match(description.openapi, /^3\.1/);
  const path = Object.keys(description.paths).find((p) => /\/api\/v1\/\{[a-z]+\}\/inquiries$/.test(p));
  const content = description.paths[path].post.requestBody.content['application/json'];
  const example = content.example ?? Object.values(content.examples)[0].value;
  assert.equal((await log(example, 'example-1')).status, 201);
});

test(`[${engine}] bad fields are named one by one`, async () => {
  const answer = await log({ place: 'nowhere', topics: ['nonsense'], channel: 'pigeon', outcome: 'answered', minutes: -1 }, 'bad-1');
  assert.equal(answer.status, 422);
  assert.match(answer.headers.get('content-type'), /application\/problem\+json/);
  for (const field of ['place', 'topics', 'channel', 'minutes']) assert.match(answer.text, new RegExp(field), field);
  for (const note of ['ring 070-123 45 67', '811218-9876', 'anna@example.se', '19811218-9876', '8112189876']) {
    assert.equal((await log({ ...visit, note }, `note-${note.length}-${note.slice(0, 3).trim()}`)).status, 422, note);
  }
  assert.equal((await log('{"place":', 'bad-2')).status, 400);
  assert.equal((await client.post('/api/v1/sundsvall/inquiries', { json: visit })).status, 401);
  assert.equal((await log(visit, 'bad-3', reader)).status, 403);
});

test(`[${engine}] the list goes on with its cursor`, async () => {
  for (let i = 0; i < 60; i++) assert.equal((await log(visit, `list-${i}`)).status, 201);
  const seen = new Set();
  let page = JSON.parse((await client.get('/api/v1/sundsvall/inquiries?since=2020-01-01T00:00:00Z&limit=25', { headers: bearer(token) })).text);
  for (;;) {
    const items = page.inquiries ?? page.results ?? page.items;
    for (const item of items) { assert.ok(!seen.has(item.id), 'never twice'); seen.add(item.id); }
    if (!page.next) break;
    page = JSON.parse((await client.get(`/api/v1/sundsvall/inquiries?limit=25&cursor=${encodeURIComponent(page.next)}`, { headers: bearer(token) })).text);
  }
  assert.ok(seen.size >= 60);
});

test(`[${engine}] statistics count what was logged, at once`, async () => {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const path = `/api/v1/sundsvall/statistics?measure=inquiries&from=${today}&to=${today}`;
  const total = async () => (await json(path, { headers: bearer(reader) })).rows.reduce((sum, row) => sum + row.value, 0);
  const before = await total();
  assert.equal((await log(visit, 'count-1')).status, 201);
  assert.equal(await total(), before + 1);
  const by = await json(`${path}&by=topic,month`, { headers: bearer(reader) });
  assert.ok(by.rows.some((row) => row.topic === 'print' && row.month === today.slice(0, 7)));
  assert.ok(by.definition && by.period);
  assert.equal((await client.get(path)).status, 401);
  assert.equal((await client.get(`${path}&by=nonsense`, { headers: bearer(reader) })).status, 400);
});

test(`[${engine}] the head of an answer is the same without its body, and unchanged pages are not sent again`, async () => {
  const whole = await client.get('/sundsvall/places');
  const head = await client.send('HEAD', '/sundsvall/places');
  assert.equal(head.status, 200);
  assert.equal(head.text, '');
  const etag = whole.headers.get('etag');
  assert.ok(etag);
  assert.equal((await client.get('/sundsvall/places', { headers: { 'if-none-match': etag } })).status, 304);
  assert.ok(!/unsafe-(inline|eval)/.test(whole.headers.get('content-security-policy')));
});
