/** The hall of an auction, live: every number comes from the exchange, every word from the page. */
import { Bids } from './auction-bids.js';
import { ExchangeClock, clockText, restText } from './auction-clock.js';

const root = document.querySelector('[data-auction]');
const words = document.querySelector('#words').dataset;
const at = (name) => document.querySelector(`#${name}`);
const { auction, phase, mode, own } = root.dataset;
const base = `/api/auctions/${auction}`;
const number = (text) => (text === '' || text === undefined ? null : Number(text));
const rules = {
  start: Number(root.dataset.startFen),
  step: Number(root.dataset.stepFen),
  ceiling: number(root.dataset.ceilingFen),
  askAbove: Number(root.dataset.askAbove),
};
const state = {
  seq: Number(root.dataset.seq),
  topFen: number(root.dataset.top),
  topNumber: number(root.dataset.leader),
  extensions: Number(root.dataset.extensions),
  starts: Date.parse(root.dataset.starts),
  ends: Date.parse(root.dataset.ends),
  standing: null,
};
const clock = new ExchangeClock();

/** Fills the places of a sentence: `{n}`. */
const say = (text, values) => text.replaceAll(/\{(\w)\}/g, (_all, name) => values[name] ?? '');
const yuan = (fen) => {
  const whole = String(Math.trunc(fen / 100)).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return fen % 100 === 0 ? whole : `${whole}.${String(fen % 100).padStart(2, '0')}`;
};
const exact = (fen) => `${yuan(fen - (fen % 100))}.${String(fen % 100).padStart(2, '0')}`;
const plain = (fen) => exact(fen).replaceAll(',', '');
const put = (element, text) => {
  if (element && element.textContent !== text) element.textContent = text;
};

/** Another page is due: the server draws it. Who watches comes later than who bids, so that not all come at once. */
let leaving = false;
function renew() {
  if (leaving || bids?.waiting) return;
  leaving = true;
  setTimeout(() => location.reload(), own ? 300 + Math.random() * 700 : 1000 + Math.random() * 6000);
}

function showClock() {
  if (!clock.known) return;
  const now = clock.now();
  put(at('server-time'), `${words.time} ${clockText(now)}`);
  const end = phase === 'ahead' ? state.starts : state.ends;
  if ((phase === 'ahead' || phase === 'open') && at('rest')) put(at('rest'), restText(end - now));
  if (phase === 'ahead' && now > state.starts + 500) renew();
  if (phase === 'open' && now > state.ends) put(at('ends'), words.soon);
}

function showPrice() {
  if (mode === 'sealed' || phase !== 'open') return;
  if (at('round')) put(at('round'), state.extensions > 0 ? say(words.round, { n: state.extensions }) : '');
  put(at('ends'), clockText(state.ends));
  if (state.topFen === null) return;
  put(at('price-said'), words.high);
  put(at('price'), exact(state.topFen));
}

const parts = (text) => {
  const found = /^(\d+)(?:\.(\d+))?$/.exec(text);
  return found && BigInt(found[1] + (found[2] ?? '').padEnd(4, '0').slice(0, 4));
};

/** What a year and the term come to: as the exchange reckons, half a fen up. The term is as many years as it was when the page came. */
function showSums() {
  const { unit, area, yearly, total } = root.dataset;
  if (unit === 'total' || state.topFen === null || mode === 'sealed') return;
  const mu = area === '' ? null : parts(area);
  const price = BigInt(state.topFen);
  const year = unit === 'mu_year' && mu !== null ? (price * mu * 2n + 10_000n) / 20_000n : price;
  const years = total === '' || yearly === '0' ? 0n : BigInt(total) / BigInt(yearly);
  const sums = say(words.yearly, { y: exact(Number(year)) });
  put(at('sums'), sums + (years > 0n ? say(words.total, { t: exact(Number(year * years)) }) : ''));
}

function flash(place, tone, strong, more) {
  const box = document.createElement('p');
  box.className = 'flash';
  box.dataset.tone = tone;
  const bold = document.createElement('b');
  bold.textContent = strong;
  box.append(bold, more);
  place.replaceChildren(box);
}

const tones = { leading: 'go', quoted: 'go', beside: 'act', outbid: 'stop', none: 'info' };

function showStanding() {
  if (state.standing === null || phase !== 'open') return;
  const { standing, bestFen } = state.standing;
  const values = { n: own, o: state.topNumber ?? '', p: bestFen === null ? '' : yuan(bestFen) };
  flash(at('standing'), tones[standing], say(words[standing], values), say(words[`${standing}More`], values));
}

function showButtons() {
  const form = at('bids');
  if (!form || mode === 'posted') return;
  const from = state.topFen ?? rules.start - rules.step;
  const buttons = [...form.querySelectorAll('button')];
  [1, 2, 5].slice(0, buttons.length).forEach((steps, index) => {
    const [button, amount] = [buttons[index], from + steps * rules.step];
    button.value = plain(amount);
    button.hidden = rules.ceiling !== null && amount > rules.ceiling;
    const small = document.createElement('small');
    small.textContent = state.topFen === null ? words.first : say(words.plus, { n: yuan(steps * rules.step) });
    button.replaceChildren(yuan(amount), small);
  });
  const match = at('match')?.querySelector('button');
  if (match && state.topFen !== null) {
    match.value = plain(state.topFen);
    put(match, say(words.match, { p: yuan(state.topFen) }));
  }
  for (const button of at('dock').querySelectorAll('button')) button.disabled = Boolean(bids?.waiting);
}

function line({ seq, at: moment, number: who, amountFen, outcome, isOwn }) {
  const row = document.createElement('tr');
  row.setAttribute('role', 'row');
  row.dataset.seq = seq;
  const cells = [document.createElement('span'), document.createElement('span'), document.createElement('span')];
  const name = document.createElement(isOwn ? 'b' : 'span');
  name.textContent = who === null ? words.exchange : say(isOwn ? words.you : words.number, { n: who });
  const small = document.createElement('small');
  small.textContent = clockText(Date.parse(moment));
  cells[0].append(name, document.createElement('br'), small);
  cells[1].textContent = amountFen === null ? '' : exact(amountFen);
  cells[2].textContent = outcome === 'accepted' ? words.accepted : words.refused;
  if (isOwn) {
    const link = document.createElement('a');
    link.href = `/auctions/${auction}/receipts/${seq}`;
    link.textContent = words.receipt;
    cells[2].append(' ', link);
  }
  cells.forEach((cell, index) => {
    const box = document.createElement('td');
    box.setAttribute('role', 'cell');
    if (index === 1) box.className = 'r';
    box.append(cell);
    row.append(box);
  });
  return row;
}

function showLines(lines) {
  const body = at('lines');
  const known = new Set([...body.children].map((row) => row.dataset.seq));
  const fresh = lines.filter(({ seq }) => !known.has(String(seq)));
  if (fresh.length === 0) return;
  body.closest('table').hidden = false;
  at('no-lines')?.remove();
  const rows = [...fresh.map(line), ...body.children].toSorted((one, other) => other.dataset.seq - one.dataset.seq);
  body.replaceChildren(...rows.slice(0, 40));
}

const announce = at('announce');
function show() {
  showClock();
  showPrice();
  showSums();
  showStanding();
  showButtons();
}

/** What was told counts if it is not older than what is known; a sealed auction tells no number. */
function take(told) {
  if (mode !== 'sealed' && told.seq < state.seq) return false;
  const before = state.topFen;
  const { seq, topFen, topNumber, extensions } = told;
  Object.assign(state, { seq, topFen, topNumber, extensions, ends: Date.parse(told.endsAt) });
  if (topFen !== before && topFen !== null) put(announce, say(words.told, { n: topNumber, p: yuan(topFen) }));
  return true;
}

/** The whole, as the exchange has it for this reader. */
async function fetchAll() {
  const answer = await fetch(base, { headers: { accept: 'application/json' } }).catch(() => null);
  if (!answer?.ok) return;
  const view = await answer.json().catch(() => null);
  if (view) whole(view);
}

function whole(view) {
  clock.hear(view.now);
  if (view.phase !== phase && !(phase === 'open' && view.phase === 'settling')) return renew();
  if (mode === 'sealed' && at('own-amount') && view.own?.standing === 'quoted') renew();
  if (!take(view)) return;
  state.starts = Date.parse(view.startsAt);
  if (view.own) state.standing = view.own;
  if (Boolean(at('match')) !== Boolean(view.own?.match) && phase === 'open' && own) renew();
  showLines(view.lines);
  show();
}

/** At most one question a second of a bidder, one in five of who looks on. */
let asked = 0;
function askSoon() {
  if (asked) return;
  asked = setTimeout(
    () => {
      asked = 0;
      void fetchAll();
    },
    own ? 250 + Math.random() * 500 : 3000 + Math.random() * 4000,
  );
}

function changed(told) {
  if (told.paused !== (phase === 'paused') || told.closed) return renew();
  const missed = told.seq > state.seq + 1;
  const rose = told.topFen !== state.topFen;
  if (!take(told)) return;
  if (rose && told.topFen !== null && !own && !missed)
    showLines([
      {
        ...{ seq: told.seq, number: told.topNumber, amountFen: told.topFen, outcome: 'accepted', isOwn: false },
        at: new Date(clock.now()).toISOString(),
      },
    ]);
  else askSoon();
  show();
}

/** Says in words whether what stands here is live. */
function wire(kind) {
  put(at('wire'), words[kind]);
  at('wire').parentElement.dataset.state = kind === 'live' || kind === 'again' ? 'live' : 'lost';
}

let events = null;
function listen() {
  let lost = false;
  events = new EventSource(`${base}/stream`);
  events.addEventListener('snapshot', ({ data }) => {
    wire(lost ? 'again' : 'live');
    lost = false;
    const view = JSON.parse(data);
    clock.hear(view.now);
    if (own) void fetchAll();
    else whole(view);
    void bids?.resume();
  });
  events.addEventListener('change', ({ data }) => {
    wire('live');
    changed(JSON.parse(data));
  });
  events.addEventListener('away', () => {
    lost = true;
    wire('away');
  });
  events.addEventListener('error', () => {
    lost = true;
    wire('lost');
    // A browser gives up where it was refused: the hall was full, or the exchange was away.
    if (events.readyState === EventSource.CLOSED) setTimeout(listen, 5000 + Math.random() * 10_000);
  });
}

/** What became of a press, in words; nothing that is not known is shown as done. */
function outcome(kind, press, answer = {}) {
  const place = at('pending');
  if (!place) return;
  place.hidden = false;
  const values = {
    p: press.amountYuan === undefined ? '' : yuan(Math.round(Number(press.amountYuan) * 100)),
    s: answer.seq,
  };
  const maximum = press.address.endsWith('/maxima');
  if (kind === 'taken') flash(place, 'go', maximum ? words.set : say(words.taken, values), '');
  else if (kind === 'refused') {
    const more = [answer.title, answer.detail, ...(answer.errors ?? []).map(({ detail }) => detail)];
    flash(place, 'stop', words.refused, [...new Set(more.filter(Boolean))].join(' '));
    if (answer.way) {
      const link = Object.assign(document.createElement('a'), { href: answer.way.href, textContent: answer.way.label });
      link.className = 'go';
      place.firstElementChild.append(' ', link);
    }
  } else flash(place, 'act', say(words[kind], values), '');
  showButtons();
  if (kind === 'taken' || kind === 'refused') void fetchAll();
}

const bids = own ? new Bids(auction, own, outcome) : null;

/** Asks once more, in words, before a large bid; the words are the exchange's. */
async function question(amountYuan) {
  const box = at('question');
  const answer = await fetch(`${base}/question?amountYuan=${encodeURIComponent(amountYuan)}`, {
    headers: { accept: 'application/json' },
  }).catch(() => null);
  const place = at('pending');
  if (!answer) {
    place.hidden = false;
    return flash(place, 'act', words.offline, '');
  }
  const asking = await answer.json().catch(() => ({}));
  if (!answer.ok) return outcome('refused', { address: '', amountYuan }, asking);
  const unit = { mu_year: words.perMuYear, year: words.perYear, total: '' };
  const amount = plain(asking.amountFen);
  if (!asking.asks && mode !== 'sealed') return bids.press(`${base}/bids`, amount);
  put(at('question-said'), say(words.question, { w: asking.capitals, u: unit[asking.priceUnit] }));
  put(
    at('question-sums'),
    asking.topFen === null ? '' : say(words.questionSums, { a: yuan(asking.aboveFen), s: asking.steps }),
  );
  box.hidden = false;
  box.dataset.amount = amount;
  at('question-said').focus();
  return undefined;
}

function bind() {
  at('bids')?.addEventListener('submit', (event) => {
    event.preventDefault();
    const amount = event.submitter.value;
    const above = Math.round(Number(amount) * 100) - (state.topFen ?? rules.start);
    if (above > rules.askAbove) void question(amount);
    else void bids.press(`${base}/bids`, amount);
  });
  at('match')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void bids.press(`${base}/bids`, event.submitter.value);
  });
  at('own-amount')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void question(new FormData(event.target).get('amountYuan'));
  });
  at('maximum')?.addEventListener('submit', (event) => {
    event.preventDefault();
    void bids.press(`${base}/maxima`, new FormData(event.target).get('amountYuan'));
  });
  at('question-yes')?.addEventListener('click', () => {
    at('question').hidden = true;
    void bids.press(`${base}/bids`, at('question').dataset.amount);
  });
  at('question-no')?.addEventListener('click', () => {
    at('question').hidden = true;
    at('dock').querySelector('button').focus();
  });
}

clock.hear(root.dataset.now, performance.getEntriesByType('navigation')[0]?.responseStart || undefined);
bind();
show();
setInterval(showClock, 200);
if (phase !== 'sold' && phase !== 'fallen') listen();
void bids?.resume();
addEventListener('offline', () => wire('lost'));
addEventListener('online', () => {
  if (events?.readyState === EventSource.OPEN) wire('again');
  void bids?.resume();
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  clock.forget();
  void fetchAll();
  void bids?.resume();
});
