/** Answers after which the same is asked again under the same key: nobody knows yet what became of it. */
const again = (status) => status === 408 || status === 425 || status === 429 || status >= 500;
/** How long an answer is waited for, and how long until it is asked for again; milliseconds. */
const patience = 8000;
const pauses = [500, 1000, 2000, 4000, 8000];

/**
 * One press is one key. It is kept on the phone before it leaves and until its outcome is known, so that neither a lost line nor a
 * lost answer nor a page that was closed loses it, and none repeats it. What one bidder pressed never goes out for another.
 */
export class Bids {
  #place;
  #own;
  #told;
  #timer = 0;
  #busy = false;

  /** @param {string} auction @param {string} own the bidder's number @param {(kind: string, press: object, more?: object) => void} told */
  constructor(auction, own, told) {
    this.#place = `auction-bid-${auction}`;
    this.#own = own;
    this.#told = told;
  }

  /** What was pressed and is not known; null if there is nothing. */
  get waiting() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.#place) ?? 'null');
      return kept?.own === this.#own ? kept : null;
    } catch {
      return null;
    }
  }

  /** Bids once; what is not known yet goes first. */
  press(address, amountYuan) {
    if (this.waiting !== null) return this.resume();
    const press = { own: this.#own, key: crypto.randomUUID(), address, amountYuan };
    localStorage.setItem(this.#place, JSON.stringify(press));
    this.#told('sending', press);
    return this.#ask(press, 0);
  }

  /** Asks for what is not known, at once. */
  resume() {
    const press = this.waiting;
    if (press === null || this.#busy) return undefined;
    clearTimeout(this.#timer);
    this.#told('unknown', press);
    return this.#ask(press, 0);
  }

  async #ask(press, tries) {
    this.#busy = true;
    const answer = await fetch(press.address, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/json', 'idempotency-key': press.key },
      body: JSON.stringify({ amountYuan: press.amountYuan }),
      signal: AbortSignal.timeout(patience),
    }).catch(() => null);
    const said = answer === null ? null : await answer.json().catch(() => null);
    this.#busy = false;
    if (answer?.status === 401) return this.#told('signedOut', press);
    if (answer === null || said === null || again(answer.status)) {
      this.#told('unknown', press);
      this.#timer = setTimeout(() => void this.#ask(press, tries + 1), pauses[Math.min(tries, pauses.length - 1)]);
      return undefined;
    }
    localStorage.removeItem(this.#place);
    return this.#told(answer.ok ? 'taken' : 'refused', press, said);
  }
}
