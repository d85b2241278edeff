const hashed = /\.[0-9a-f]{12}\.\w+$/;

/** Keeps this page and what it is made of on the phone, so that it opens without a line; only pages of the station do. */
export async function keepStation(worker) {
  if (!('serviceWorker' in navigator)) return;
  const tell = () => {
    const read = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
    const assets = [...new Set([...read, worker])].filter((path) => hashed.test(path));
    const pages = [...new Set(['/listings/new', location.pathname + location.search])];
    void navigator.serviceWorker.ready.then(({ active }) => active.postMessage({ pages, assets }));
  };
  // A new release is another file: it takes over at once, and keeps its own pages anew.
  navigator.serviceWorker.addEventListener('controllerchange', tell);
  await navigator.serviceWorker.register(worker).catch(() => undefined);
  tell();
}
