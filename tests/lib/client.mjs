// A plain HTTP client with cookies: what a person without a browser, or an outside program, would send.
import assert from 'node:assert/strict';

export class Client {
  constructor(url) { this.url = url; this.cookies = new Map(); }

  async send(method, path, { form, json, headers = {}, redirect = 'manual' } = {}) {
    const all = { ...headers };
    if (this.cookies.size) all.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    let body;
    if (form) { body = new URLSearchParams(form).toString(); all['content-type'] = 'application/x-www-form-urlencoded'; }
    if (json !== undefined) { body = typeof json === 'string' ? json : JSON.stringify(json); all['content-type'] = 'application/json'; }
    const answer = await fetch(this.url + path, { method, headers: all, body, redirect });
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair] = cookie.split(';');
      const cut = pair.indexOf('=');
      const value = pair.slice(cut + 1);
      if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(pair.slice(0, cut));
      else this.cookies.set(pair.slice(0, cut), value);
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  }

  get(path, options) { return this.send('GET', path, options); }
  post(path, options) { return this.send('POST', path, options); }

  /** The value of the first hidden field with this name on a page. */
  static hidden(html, name) {
    const tag = [...html.matchAll(/<input\b[^>]*>/g)].map((m) => m[0]).find((t) => t.includes(`name="${name}"`));
    return tag && /value="([^"]*)"/.exec(tag)?.[1];
  }

  async signIn(email, password) {
    await this.get('/login');
    const answer = await this.post('/login', { form: { email, password } });
    assert.equal(answer.status, 303, `signing in as ${email}: ${answer.status}`);
    return this;
  }
}
