/**
 * Answers the pages of a station while there is no line, and nothing else. A page is kept for the account that it names, and
 * given to nobody once another signs in; a page that the exchange answers always comes first.
 */
const prefix = 'station-';
/** Each release has caches of its own, so that a new one has nothing to wipe before it answers. */
const own = prefix + self.location.pathname.slice(1);
const owners = `${own}-owner`;
const assets = `${own}-assets`;
const pagesOf = (owner) => `${own}-pages-${owner}`;
const station = '/listings/new';
const hashed = /\.[0-9a-f]{12}\.(js|css|svg|png)$/;

/** Deletes caches, those of this release too where it is not spared. */
const wiped = async (spared = false) => {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && !(spared && name.startsWith(own))) await caches.delete(name);
};

/** Drafts in the databases of accounts; the pages' own scripts write them. */
const stores = async () =>
  ((await indexedDB.databases?.()) ?? []).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));

/** Whether the clerk who was here last has typed something that the exchange does not have. */
async function unsent() {
  const name = prefix + (await ownerNow());
  if (!(await stores()).includes(name)) return false;
  const answered = (request) =>
    new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => resolve(undefined);
    });
  const opening = indexedDB.open(name);
  // It was deleted in this moment: an empty one must not take its place.
  opening.onupgradeneeded = () => opening.transaction.abort();
  const database = await answered(opening);
  if (database === undefined) return false;
  const drafts = await answered(database.transaction('drafts').objectStore('drafts').getAll());
  database.close();
  return drafts.some(({ state }) => state !== 'sent');
}

/** Who signs out leaves nothing; what was not sent is asked about first, on the page where it lies. */
async function leave(request) {
  if (await unsent()) return Response.redirect(`${station}#leaving`, 303);
  await wiped();
  for (const name of await stores()) indexedDB.deleteDatabase(name);
  return fetch(request);
}

const ownerNow = async () => (await (await caches.open(owners)).match('/'))?.text();

let keeping = Promise.resolve();

/** Keeps a page of the station under whom it names, one after the other; whoever else's pages were here are wiped. */
function keep(address, text, headers) {
  keeping = keeping.then(() => kept(address, text, new Headers(headers))).catch(() => undefined);
  return keeping;
}

async function kept(address, text, headers) {
  const owner = /data-account="([0-9a-f-]{36})"/.exec(text)?.[1];
  if (owner === undefined) return;
  if ((await ownerNow()) !== owner) {
    for (const name of await caches.keys()) if (name.startsWith(pagesOf(''))) await caches.delete(name);
    await (await caches.open(owners)).put('/', new Response(owner));
  }
  headers.set('kept-at', String(Date.now()));
  headers.set('kept-days', /data-days="(\d+)"/.exec(text)?.[1] ?? '0');
  await (await caches.open(pagesOf(owner))).put(address, new Response(text, { headers }));
}

/** A page that was kept for whoever was here last, if it is not too old; in its stead the plain form. */
async function lastKept(address) {
  const owner = await ownerNow();
  if (owner === undefined) return undefined;
  const pages = await caches.open(pagesOf(owner));
  const found = (await pages.match(address)) ?? (await pages.match(station));
  const until = Number(found?.headers.get('kept-at')) + Number(found?.headers.get('kept-days')) * 86_400_000;
  return until > Date.now() ? found : undefined;
}

async function page(event, address) {
  try {
    const answer = await fetch(event.request);
    if (!answer.ok) return answer;
    // Read whole: a copy of a page that is left half read would keep this worker busy, and a new one waiting.
    const text = await answer.text();
    event.waitUntil(keep(address, text, answer.headers));
    return new Response(text, { headers: answer.headers });
  } catch {
    return (await lastKept(address)) ?? Response.error();
  }
}

/** What bears its hash in its name never changes. */
async function asset(request) {
  const cache = await caches.open(assets);
  return (await cache.match(request)) ?? fetch(request);
}

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const work = async () => {
    for (const address of event.data.pages) {
      const answer = await fetch(address, { headers: { accept: 'text/html' } });
      if (answer.ok) await keep(address, await answer.text(), answer.headers);
    }
    const cache = await caches.open(assets);
    for (const path of event.data.assets) {
      if (await cache.match(path)) continue;
      const answer = await fetch(path);
      // Whole, and not as it streams in: what waits for the line would hold up every other cache.
      if (answer.ok) await cache.put(path, new Response(await answer.arrayBuffer(), { headers: answer.headers }));
    }
    await wiped(true);
  };
  event.waitUntil(work().catch(() => undefined));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== self.location.origin) return;
  // Who signs in may be another.
  if (request.method === 'POST' && pathname === '/sign-in') event.waitUntil(caches.delete(owners));
  if (request.method === 'POST' && pathname === '/sign-out') event.respondWith(leave(request));
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate' && pathname === station) event.respondWith(page(event, pathname + search));
  else if (hashed.test(pathname)) event.respondWith(asset(request));
});
