// Keeps the desk's page and all that it names, so that it opens without a network; any other page of the staff's leads to it
// then, never to the browser's own error page. The server writes `self.digilots` before this:
// it changes with the page, and with it the bytes of the worker, so that browsers take the new one.
const { version, desk } = self.digilots;
const prefix = `digilots-desk ${new URL(self.registration.scope).pathname} `;
const cacheName = prefix + version;

async function keep() {
  const answer = await fetch(desk, { cache: "no-store", redirect: "error" });
  if (!answer.ok) throw new Error("the desk did not come");
  const text = await answer.clone().text();
  const named = [...text.matchAll(/(?:src|href)="([^"]+\.(?:js|css|svg)(?:\?[^"]*)?)"/g)].map(([, address]) => address);
  const cache = await caches.open(cacheName);
  await cache.addAll([...new Set(named)]);
  await cache.put(desk, answer);   // last: what it names is there
}

self.addEventListener("install", (event) => event.waitUntil(keep().then(() => self.skipWaiting())));

self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith(prefix) && name !== cacheName) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (address.origin !== self.location.origin) return;
  // What was sent and did not arrive stands on the page that it was sent from.
  if (request.mode === "navigate" && request.method !== "GET") {
    event.respondWith(fetch(request).catch(() => Response.redirect(new URL(`${desk}#not-sent`, self.location.origin), 303)));
    return;
  }
  if (request.method !== "GET") return;
  const isDesk = request.mode === "navigate" && address.pathname === new URL(desk, self.location.origin).pathname;
  if (request.mode === "navigate" && !isDesk) {
    const deskInstead = () => Response.redirect(new URL(`${desk}#no-network`, self.location.origin));
    event.respondWith(fetch(request).catch(deskInstead));
    return;
  }
  const isNamed = /\.(?:js|css|svg)$/.test(address.pathname) && address.pathname !== self.location.pathname;
  if (!isDesk && !isNamed) return;
  event.respondWith((async () => {
    const cache = await caches.open(cacheName);
    return await cache.match(isDesk ? desk : request) ?? fetch(request);
  })());
});
