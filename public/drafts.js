/** What lies on a phone, in one database for each account: what was typed, and photos as they were shrunk. */

const prefix = 'station-';
const dayMs = 86_400_000;

const answered = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function connected(name) {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore('drafts', { keyPath: 'key' });
    request.result.createObjectStore('photos', { keyPath: ['draft', 'key'] }).createIndex('draft', 'draft');
  };
  const database = await answered(request);
  // Another tab that wipes it must not wait for this one.
  database.onversionchange = () => database.close();
  return database;
}

export class Drafts {
  #database;

  constructor(database) {
    this.#database = database;
  }

  static async of(account) {
    return new Drafts(await connected(prefix + account));
  }

  /** What was typed first stands first. */
  async all() {
    const found = await answered(this.#in('drafts').getAll());
    return found.sort((one, other) => one.begunAt - other.begunAt);
  }

  get = (key) => answered(this.#in('drafts').get(key));
  put = (draft) => this.#written('drafts', (store) => store.put(draft));
  photosOf = (key) => answered(this.#in('photos').index('draft').getAll(key));
  putPhoto = (photo) => this.#written('photos', (store) => store.put(photo));
  dropPhoto = ({ draft, key }) => this.#written('photos', (store) => store.delete([draft, key]));

  async dropPhotos(draft) {
    for (const photo of await this.photosOf(draft)) await this.dropPhoto(photo);
  }

  async remove(key) {
    await this.dropPhotos(key);
    await this.#written('drafts', (store) => store.delete(key));
  }

  #in(store) {
    return this.#database.transaction(store).objectStore(store);
  }

  /** Resolves when it is on the disk: a phone may lose its power in the next moment. */
  #written(store, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(store, 'readwrite', { durability: 'strict' });
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
      work(transaction.objectStore(store));
    });
  }
}

const databases = async () =>
  ((await indexedDB.databases?.()) ?? []).flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));

/** Wipes everybody's: who signs out leaves nothing on the phone. */
export async function wipeAll() {
  const gone = (name) =>
    new Promise((resolve) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    });
  await Promise.all((await databases()).map(gone));
  for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
}

/** Wipes what nobody has touched for so many days, whosever it is, and the pages that were kept with it. */
export async function wipeOlder(days) {
  const before = Date.now() - days * dayMs;
  for (const name of await databases()) {
    const drafts = new Drafts(await connected(name));
    for (const { key, at } of await drafts.all()) if (at < before) await drafts.remove(key);
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of name.startsWith(prefix) ? await cache.keys() : []) {
      const keptAt = Number((await cache.match(request))?.headers.get('kept-at') ?? Infinity);
      if (keptAt < before) await cache.delete(request);
    }
  }
}
