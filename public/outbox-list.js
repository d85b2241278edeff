const dayMs = 86_400_000;
const section = document.querySelector('#outbox');
const slip = document.querySelector('#slip');
const part = (within, name) => within.querySelector(`[data-part="${name}"]`);
const moment = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' });

/** What lies on the phone, each item with its outcome. */
export class OutboxList {
  #drafts;
  #words;
  #asked;

  constructor(drafts, words, asked) {
    this.#drafts = drafts;
    this.#words = words;
    this.#asked = asked;
  }

  /** `open` is the key of the draft in the form: it is told only when something was said of it. */
  async show(open) {
    const all = (await this.#drafts.all()).filter(({ key, said }) => key !== open || said !== '');
    section.querySelector('ul').replaceChildren(...all.map((draft) => this.#line(draft, draft.key === open)));
    section.hidden = all.length === 0;
  }

  #line(draft, open) {
    const line = section.querySelector('template').content.firstElementChild.cloneNode(true);
    const { key, state, title, said, faults, at, id, where = '' } = draft;
    part(line, 'title').textContent = title;
    part(line, 'state').textContent = this.#words[state];
    const each = [said, ...faults.map((fault) => `${fault.name} ${fault.said}`)].filter(Boolean);
    part(line, 'said').textContent = each.join(this.#words.between);
    part(line, 'until').textContent = moment.format(at + this.#asked.days * dayMs);
    const writing = state === 'writing' || state === 'refused';
    part(line, 'open').hidden = open || !writing;
    part(line, 'open').href = `/listings/new${where}#${key}`;
    part(line, 'lot').hidden = !id;
    if (id) part(line, 'lot').href = `/listings/${id}`;
    const does = {
      send: () => this.#asked.send(),
      slip: () => this.#print(draft),
      drop: async () => {
        await this.#drafts.remove(key);
        await this.show(null);
      },
    };
    for (const [name, work] of Object.entries(does)) {
      const button = line.querySelector(`[data-do="${name}"]`);
      button.addEventListener('click', () => void work());
      // What is on its way may have arrived: it can neither be changed nor taken back.
      button.hidden = { send: state !== 'sending', slip: state !== 'sending', drop: open || state === 'sending' }[name];
    }
    return line;
  }

  /** The slip for who brought it. */
  #print({ title, fields, shown, at, key }) {
    const values = (name) =>
      fields.flatMap(([each, value]) =>
        each === name || ['year', 'month', 'day'].some((unit) => each === `${name}.${unit}`) ? [value] : [],
      );
    const said = { title, at: moment.format(at), key: key.slice(0, 8), priceYuan: values('priceYuan').join('') };
    said.startsOn = values('startsOn').join('-');
    said.endsOn = shown.endsOn || values('endsOn').join('-');
    said.parcels = shown.parcels || this.#words.whole;
    for (const [name, text] of Object.entries(said)) part(slip, name).textContent = text;
    slip.hidden = false;
    addEventListener('afterprint', () => (slip.hidden = true), { once: true });
    print();
  }
}
