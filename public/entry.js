import { Drafts, wipeAll, wipeOlder } from './drafts.js';
import { pickOnMap, showSums } from './entry-sums.js';
import { Outbox } from './outbox.js';
import { OutboxList } from './outbox-list.js';
import { PhotosKept } from './photos-kept.js';
import { keepStation } from './station.js';

const form = document.querySelector('#entry');
const { account, days } = form.dataset;
const words = form.dataset;
const hourMs = 3_600_000;
/** Codes of the register are long numbers of their own. */
const codes = new Set(['household', 'parcel', 'parcels']);

/** Whether a text holds what must not lie on a phone: an identity number, an account, a telephone. */
const isPersonal = (name, value) => !codes.has(name) && /\d{11}/.test(value.replaceAll(/[\s-]/g, ''));

/** Fields as they were typed; the key that the page brought stays behind, the draft has its own. */
const typedIn = () =>
  [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && value !== '' && name !== '_once');

function fill(fields) {
  for (const box of form.querySelectorAll('[type="checkbox"], [type="radio"]')) box.checked = false;
  for (const [name, value] of fields) {
    const all = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
    const ticked = all.find((each) => /^(checkbox|radio)$/.test(each.type) && each.value === value);
    if (ticked) ticked.checked = true;
    else if (all.length > 0 && !/^(checkbox|radio)$/.test(all[0].type)) all[0].value = value;
    else form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
  }
  form.dispatchEvent(new Event('input'));
}

/** What a slip says of fields whose values are codes: the words beside what is ticked. */
function ticked(name) {
  const boxes = [...form.querySelectorAll(`[name="${name}"]:checked`)];
  return boxes.map((box) => box.closest('label').querySelector('b').textContent).join(words.between);
}

/** One tab writes a draft; in a second one it is said where it is open. */
const held = (key) =>
  new Promise((resolve) => {
    void navigator.locks.request(`station-draft-${key}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => {});
    });
  });

/** A draft saves itself with each key, and goes out by its own key when the line is there. */
class Entry {
  #drafts;
  #outbox;
  #list;
  #photos;
  #draft = null;
  #saved = Promise.resolve();

  constructor(drafts) {
    this.#drafts = drafts;
    this.#outbox = new Outbox(drafts, account, words);
    this.#photos = new PhotosKept(form, drafts, () => this.#begun());
    this.#list = new OutboxList(drafts, words, { days: Number(days), send: () => this.send() });
  }

  async start() {
    const key = location.hash.slice(1);
    if (key === 'leaving') this.#say(words.left);
    form.inert = true;
    const found = /^[0-9a-f-]{36}$/.test(key) ? await this.#drafts.get(key) : undefined;
    if (found && !(await held(key))) this.#say(words.elsewhere);
    else if (found && (found.state === 'writing' || found.state === 'refused')) await this.#opened(found);
    form.inert = false;
    form.addEventListener('input', ({ target }) => this.#typed(target));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#submit();
    });
    addEventListener('online', () => void this.send());
    addEventListener('hashchange', () => location.reload());
    setInterval(() => void this.send(), 20_000);
    setInterval(() => void this.#expire(), hourMs);
    await this.send();
  }

  #say(text) {
    form.before(Object.assign(document.createElement('p'), { textContent: text, className: 'flash' }));
  }

  /** Nothing is typed into the form before it is as it was left. */
  async #opened(found) {
    this.#draft = found;
    fill(found.fields);
    await this.#photos.show(found.key);
  }

  /** The draft that is written here, made with the first key that is pressed. */
  async #begun() {
    if (this.#draft) return this.#draft;
    const key = crypto.randomUUID();
    this.#draft = { key, begunAt: Date.now(), state: 'writing', said: '', faults: [] };
    history.replaceState(null, '', `${location.pathname}${location.search}#${key}`);
    await held(key);
    return this.#draft;
  }

  #typed(target) {
    if (target.type === 'file' || (target === form && !this.#draft)) return;
    const personal = typeof target.value === 'string' && isPersonal(target.name, target.value);
    target.setCustomValidity?.(personal ? words.personal : '');
    if (personal) target.reportValidity();
    void this.#save();
  }

  #save(more = {}) {
    this.#saved = this.#saved.then(async () => {
      const draft = await this.#begun();
      const fields = typedIn().filter(([name, value]) => !isPersonal(name, value));
      const title = words.title || form.elements['household'].value || form.elements['parcel']?.value || words.untitled;
      Object.assign(draft, { fields, title, where: location.search, at: Date.now(), ...more });
      draft.shown = { parcels: ticked('parcels'), endsOn: ticked('endsOn.years') };
      await this.#drafts.put(draft);
    });
    return this.#saved;
  }

  async #submit() {
    await this.#photos.settled();
    await this.#save({ state: 'sending', said: words.sending });
    const { key } = this.#draft;
    // What was sent under a key stays as it was sent.
    form.inert = true;
    await this.send();
    const after = await this.#drafts.get(key);
    form.inert = false;
    if (after.state === 'refused') return this.#refused(after);
    if (after.state === 'sent' && after.faults.length === 0) {
      await this.#drafts.remove(key);
      location.assign(`/listings/${after.id}`);
      return;
    }
    // It waits on the phone; the form is free for the next household.
    this.#draft = null;
    history.replaceState(null, '', location.pathname + location.search);
    form.reset();
    this.#photos.clear();
    form.dispatchEvent(new Event('input'));
    await this.#list.show(null);
  }

  /** What is wrong stands above the form, and what was typed stays. */
  #refused(after) {
    this.#draft = after;
    document.querySelector('#outbox').scrollIntoView();
  }

  async send() {
    await this.#list.show(this.#draft?.key ?? null);
    await this.#outbox.send();
    await this.#list.show(this.#draft?.key ?? null);
  }

  async #expire() {
    await wipeOlder(Number(days));
    if (this.#draft && !(await this.#drafts.get(this.#draft.key))) location.replace('/listings/new');
  }
}

function wipeAtSignOut(drafts) {
  const leave = document.querySelector('form[action="/sign-out"]');
  const go = async () => {
    const open = (await drafts.all()).some(({ state }) => state !== 'sent');
    if (open && !confirm(words.leaving)) return;
    await wipeAll();
    leave.submit();
  };
  leave?.addEventListener('submit', (event) => {
    event.preventDefault();
    void go();
  });
}

async function keepDrafts() {
  // On the page that stands in for one that was never read, its address still says whose land it is.
  const { household } = form.elements;
  household.value ||= new URLSearchParams(location.search).get('household') ?? '';
  await wipeOlder(Number(days));
  const drafts = await Drafts.of(account);
  wipeAtSignOut(drafts);
  await new Entry(drafts).start();
  await keepStation(words.worker);
}

pickOnMap(form);
showSums(form);
if (isSecureContext && account !== '') await keepDrafts();
