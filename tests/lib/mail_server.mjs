// A mail server on a free loopback port. It keeps what it takes; where `holds` is set, it never answers the final dot.
import { createServer } from 'node:net';

export async function startMailServer() {
  const letters = [], waiting = [], sockets = new Set();
  const mail = { letters, holds: false };
  const kept = (letter) => {
    letters.push(letter);
    for (const done of waiting.splice(0)) done();
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    let unread = '', recipient = '', inData = false;
    const say = (line) => socket.write(line + '\r\n');
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      unread += bytes.toString('latin1');
      for (;;) {
        const end = unread.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = unread.slice(0, end);
        unread = unread.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          kept({ recipient, text: line });
          if (!mail.holds) say('250 kept');
        } else if (line.startsWith('EHLO')) say('250 mail.prov.example');
        else if (line.startsWith('RCPT')) { recipient = /<(.*)>/.exec(line)[1]; say('250 yes'); }
        else if (line === 'DATA') { inData = true; say('354 go on'); }
        else say(line === 'QUIT' ? '221 bye' : '250 yes');
      }
    });
    say('220 mail.prov.example');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  mail.url = `smtp://127.0.0.1:${server.address().port}`;
  /** The letter of that number, when it has come. */
  mail.letter = async (number) => {
    while (letters.length <= number) await new Promise((done) => waiting.push(done));
    return letters[number];
  };
  mail.stop = () => { for (const socket of sockets) socket.destroy(); server.close(); };
  return mail;
}

/** The text of a letter without what quoted-printable adds (ASCII). */
export const readable = (text) => text.replaceAll('=\r\n', '').replaceAll('=3D', '=');
