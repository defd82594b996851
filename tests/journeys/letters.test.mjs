// Letters from the running program: a forgotten password, the operator's commands, a server killed while it hands one over.
import { test, before, after } from 'node:test';
import assert from 'node:assert/strict';
import { Client } from '../lib/client.mjs';
import { startMailServer, readable } from '../lib/mail_server.mjs';
import { startServer, engine } from '../lib/server.mjs';

const email = 'anna@prov.example', first = 'Fyren lyser i natten 47', second = 'Skeppet ankrar i gryningen 12';
const limit = { timeout: 180_000 };
let server, mail;

before(async () => {
  mail = await startMailServer();
  server = await startServer({ env: { DIGILOTS_SMTP_URL: mail.url, DIGILOTS_MAIL_FROM: 'digilots@prov.example',
    DIGILOTS_PUBLIC_ADDRESS: 'https://digilots.prov.example' } });
  server.addUser('sundsvall', 'guide', email, first);
});
after(async () => { mail?.stop(); await server?.stop(); });

const ask = (address) => new Client(server.url).post('/login/forgotten', { form: { email: address } });

test(`[${engine}] a forgotten password is replaced by a link in a letter`, limit, async () => {
  assert.equal((await ask('nobody@prov.example')).status, 200);
  assert.equal((await ask(email)).status, 200);
  const letter = await mail.letter(0);
  assert.equal(letter.recipient, email);
  const link = /https:\/\/digilots\.prov\.example(\/\S+)/.exec(readable(letter.text))[1];
  const anna = new Client(server.url);
  assert.equal((await anna.get(link)).status, 200);
  assert.equal((await anna.post(link, { form: { password: second } })).status, 303);
  assert.equal((await anna.get(link)).status, 410, 'once');
  await anna.signIn(email, second);
  assert.ok(!server.log().includes(email), 'no address in the log');
  assert.ok(!server.log().includes(link.split('/').pop()), 'no link in the log');
});

test(`[${engine}] the operator is told that all is well`, limit, async () => {
  assert.equal(server.run(['mail', 'list']), '', 'nothing to tell');
  assert.match(server.run(['doctor']), /mail +smtp:\/\/127\.0\.0\.1/);
});

test(`[${engine}] a server killed while it hands a letter over loses nothing`, limit, async () => {
  mail.holds = true;
  const number = mail.letters.length;
  await ask(email);
  const letter = await mail.letter(number);
  server.kill();
  mail.holds = false;
  await server.restart();
  const [line] = server.run(['mail', 'list']).trim().split('\n');
  const [id] = line.split('\t');
  const again = await mail.letter(number + 1);   // nobody can be at it any longer: it is sent once more, and is the same
  for (const one of [letter, again]) assert.ok(one.text.includes(`Message-ID: <${id}@prov.example>`));
});
