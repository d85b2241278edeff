/**
 * Time by the exchange's clock, on whatever clock the phone has: it is never asked for its own. What the exchange says was true
 * when it was said, so the latest that fits is the nearest; a phone that slept begins anew.
 */
export class ExchangeClock {
  #ahead = Number.NEGATIVE_INFINITY;

  /** @param {string} said an ISO moment @param {number} heard when the answer began, by `performance.now()` */
  hear(said, heard = performance.now()) {
    const at = Date.parse(said);
    if (Number.isFinite(at)) this.#ahead = Math.max(this.#ahead, at - heard);
  }

  forget() {
    this.#ahead = Number.NEGATIVE_INFINITY;
  }

  get known() {
    return Number.isFinite(this.#ahead);
  }

  /** Milliseconds since 1970, as the exchange has it now. */
  now() {
    return performance.now() + this.#ahead;
  }
}

const two = (number) => String(number).padStart(2, '0');

/** 02:14, 1:02:14; nothing is left as 00:00. */
export function restText(milliseconds) {
  const left = Math.max(0, Math.ceil(milliseconds / 1000));
  const [hours, minutes, seconds] = [Math.floor(left / 3600), Math.floor(left / 60) % 60, left % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`;
}

const wall = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', timeStyle: 'medium' });

/** 10:27:37, as the county's clocks have it. */
export const clockText = (milliseconds) => wall.format(milliseconds);
