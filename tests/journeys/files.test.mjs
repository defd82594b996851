// Pictures and documents of records: what residents see, what is refused before it is read, and that a backup has all of it.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '../lib/client.mjs';
import { startServer, engine } from '../lib/server.mjs';

const megabyte = 1024 * 1024;
let server, editor;

before(async () => {
  server = await startServer();
  editor = await new Client(server.url).signIn('editor@lotsby.example', 'demo-lots-vinter-2026');
});
after(() => server?.stop());

/** The pages of the first record of a list: its own, and that of a new file. */
async function firstOf(list) {
  const { text } = await editor.get(list);
  const url = text.match(new RegExp(`href="(${list}/[0-9a-f-]{36})"`))?.[1];
  assert.ok(url, `${list} has none`);
  return { url, files: `${url}/files/new` };
}

async function add(client, files, name, bytes, fields = {}) {
  const page = (await client.get(files)).text;
  const form = new FormData();
  for (const hidden of ['csrf_token', 'form_of', 'form_key']) form.set(hidden, Client.hidden(page, hidden) ?? '');
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set('file', new Blob([bytes]), name);
  const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const answer = await fetch(server.url + files, { method: 'POST', body: form, headers: { cookie }, redirect: 'manual' });
  return { status: answer.status, text: await answer.text(), location: answer.headers.get('location') };
}

const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]) / 1024;

test(`[${engine}] residents see a place with its picture in words, and open its document, in each country`, async () => {
  for (const [slug, place, shows] of [['lotsby', 'medborgarkontoret-i-lotsby', /ett gult hus/], ['losvik', 'innbyggertorget-i-losvik', /et gult hus/]]) {
    const page = await new Client(server.url).get(`/${slug}/places/${place}`);
    const image = page.text.match(/<img src="([^"]+\.png)" alt="([^"]+)" width="720" height="720"/);
    assert.ok(image, page.text);
    assert.match(image[2], shows);
    const picture = await fetch(server.url + image[1]);
    assert.equal(picture.headers.get('content-type'), 'image/png');
    assert.match(picture.headers.get('cache-control'), /public, max-age=\d+, immutable/);
    const again = await fetch(server.url + image[1], { headers: { 'if-none-match': picture.headers.get('etag') } });
    assert.equal(again.status, 304);
    const document = page.text.match(/href="(\/[^"]+\.pdf)"[^>]*>[^<]+<\/a> <span class="muted">\(PDF/);
    assert.ok(document, page.text);
    const bytes = Buffer.from(await (await fetch(server.url + document[1])).arrayBuffer());
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  }
});

test(`[${engine}] what is far too large is refused on a page before it is read`, { timeout: 60_000 }, async () => {
  const { files } = await firstOf('/lotsby/staff/directory/places');
  const before = memory();
  const cookie = [...editor.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
  const size = 200 * megabyte;
  const answer = await new Promise((done, fail) => {
    const sent = request(server.url + files, { method: 'POST', headers: {
      cookie, 'content-type': 'multipart/form-data; boundary=x', 'content-length': size, 'accept-language': 'sv' } }, (response) => {
      let text = '';
      response.on('data', (chunk) => { text += chunk; });
      response.on('end', () => { sent.destroy(); done({ status: response.statusCode, text }); });
    });
    sent.on('error', fail);
    sent.write(Buffer.alloc(64 * 1024));
  });
  assert.equal(answer.status, 413);
  assert.match(answer.text, /<h1[^>]*>[^<]*för stor/);
  assert.match(answer.text, /Lotsby/, 'in the look of the municipality');
  assert.ok(memory() - before < 20, `${memory() - before} MB more`);
});

test(`[${engine}] a file comes back from a backup as it was, and doctor is content`, async () => {
  const { url, files } = await firstOf('/lotsby/staff/directory/contacts');
  const text = Buffer.from('Så svarar vi.\n'.repeat(60_000));
  const added = await add(editor, files, 'Svar.txt', text, { name: 'Svar' });
  assert.equal(added.status, 303, added.text);
  const address = (await editor.get(url)).text.match(/href="([^"]+\/svar\.txt)"/)[1];
  const bytes = async (client) => {
    const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const answer = await fetch(server.url + address, { headers: { cookie }, redirect: 'manual' });
    return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  assert.ok((await bytes(editor)).bytes.equals(text));
  assert.notEqual((await bytes(new Client(server.url))).status, 200);
  const copies = mkdtempSync(join(tmpdir(), 'digilots-copy-'));
  try {
    server.run(['backup', join(copies, 'copy')]);
    const page = (await editor.get(url)).text.match(/href="([^"]+\/files\/[0-9a-f-]{36})">[^<]*Svar/)[1];
    const form = (await editor.get(page)).text;
    const removed = await editor.post(`${page}/remove`, { form: { csrf_token: Client.hidden(form, 'csrf_token'), seen: Client.hidden(form, 'seen'), sure: 'yes' } });
    assert.equal(removed.status, 303, removed.text);
    assert.equal((await bytes(editor)).status, 404);
    await server.end();
    server.run(['restore', join(copies, 'copy')]);
    assert.match(server.run(['doctor']), /files +\d+ of records, \d+ kB, all whole/);
    await server.begin();
    const again = await new Client(server.url).signIn('editor@lotsby.example', 'demo-lots-vinter-2026');
    assert.ok((await bytes(again)).bytes.equals(text));
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
});
