/** Answers after which the same is asked again: who asks is not known, asks too often, or the exchange is away. */
const again = (status) => status === 401 || status === 408 || status === 429 || status >= 500;

/** Sends what is to be sent, one after the other and from one tab alone; each item keeps its own outcome, in words. */
export class Outbox {
  #drafts;
  #account;
  #words;

  constructor(drafts, account, words) {
    this.#drafts = drafts;
    this.#account = account;
    this.#words = words;
  }

  send() {
    return navigator.locks.request(`station-sends-${this.#account}`, () => this.#all());
  }

  async #all() {
    const waiting = (await this.#drafts.all()).filter(({ state }) => state === 'sending');
    if (waiting.length === 0) return;
    const hindrance = await this.#hindrance();
    for (const draft of waiting) {
      if (hindrance !== null) await this.#drafts.put({ ...draft, said: hindrance });
      else if (!(await this.#one(draft))) return;
    }
  }

  /** What keeps everything from being sent; what one clerk typed never goes out in another's name. */
  async #hindrance() {
    const answer = await fetch('/listings/new', { headers: { accept: 'text/html' } }).catch(() => null);
    const page = answer?.ok ? await answer.text().catch(() => null) : null;
    if (page === null) return this.#words.away;
    const owner = /data-account="([^"]*)"/.exec(page)?.[1] ?? '';
    if (owner === '') return this.#words.signIn;
    return owner === this.#account ? null : this.#words.others;
  }

  /** Whether the line still holds. */
  async #one(draft) {
    if (!draft.id) {
      const body = new FormData();
      for (const [name, value] of draft.fields) body.append(name, value);
      const answer = await this.#post('/api/listings', draft.key, body);
      Object.assign(draft, { said: answer.said, id: answer.id });
      if (!answer.ok && !answer.again) draft.state = 'refused';
      await this.#drafts.put(draft);
      if (!answer.ok) return !answer.again;
    }
    return this.#photos(draft);
  }

  async #photos(draft) {
    for (const photo of await this.#drafts.photosOf(draft.key)) {
      const body = new FormData();
      body.append('photos', photo.file, photo.name);
      const answer = await this.#post(`/api/listings/${draft.id}/photos`, `${draft.key}.${photo.key}`, body);
      if (answer.again) {
        await this.#drafts.put({ ...draft, said: answer.said });
        return false;
      }
      const others = draft.faults.filter(({ key }) => key !== photo.key);
      draft.faults = answer.ok ? others : [...others, { key: photo.key, name: photo.name, said: answer.said }];
      await this.#drafts.put(draft);
      await this.#drafts.dropPhoto(photo);
    }
    // What was typed is at the exchange now; only the outcome stays.
    await this.#drafts.put({ ...draft, state: 'sent', said: this.#words.sent, fields: [] });
    return true;
  }

  /** The key was made on the phone: sending twice makes one. */
  async #post(address, key, body) {
    const headers = { accept: 'application/json', 'idempotency-key': key };
    const answer = await fetch(address, { method: 'POST', headers, body }).catch(() => null);
    if (answer === null) return { ok: false, again: true, said: this.#words.away };
    const id = /listings\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1];
    if (answer.ok) return { ok: true, again: false, said: this.#words.sent, id };
    return { ok: false, again: again(answer.status), said: await this.#told(answer) };
  }

  async #told(answer) {
    if (answer.status === 401) return this.#words.signIn;
    const { title, detail, errors = [], blockers = [] } = await answer.json().catch(() => ({}));
    const each = errors.length > 0 ? errors.map((error) => error.detail) : [detail];
    const said = [title, ...each, ...blockers.map(({ text }) => text)].filter(Boolean);
    return said.join(this.#words.between) || this.#words.away;
  }
}
