// The worker that keeps the desk on the device.

function activated(registration) {
  const coming = registration.active ? null : registration.installing ?? registration.waiting;
  if (!coming) return undefined;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (coming.state === "activated") resolve();
      if (coming.state === "redundant") reject(new Error("the desk was not kept"));
    };
    coming.addEventListener("statechange", look);
    look();
  });
}

/** Registered for all that lies below `reach`, and at work. Throws where there is no network. */
export async function keepWorker(worker, reach, scope) {
  await activated(await navigator.serviceWorker.register(worker, { scope: reach, updateViaCache: "none" }));
  // Devices made ready earlier have one for the desk's page alone, which goes before: it leaves when the new one is there.
  const before = await navigator.serviceWorker.getRegistration(scope);
  if (!before || new URL(before.scope).pathname !== scope) return;
  await before.unregister();
  for (const name of await caches.keys()) if (name.startsWith(`digilots-desk ${scope} `)) await caches.delete(name);
}
