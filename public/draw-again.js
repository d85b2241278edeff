import { drawHash, drawRanks, sealOf } from './draw.js';

/** A draw run again in the reader's own browser, by the very file that the exchange runs; and a number sealed without telling it. */

const textsOf = (selector, name) => [...document.querySelectorAll(selector)].map((each) => each.dataset[name]);

const again = document.querySelector('#again');
if (again) {
  const { subject, subjectId, wanted, hash, seed, same, other } = again.dataset;
  const list = { subject, subjectId, wanted: Number(wanted), labels: textsOf('#labels [data-label]', 'label') };
  const ranked = [...document.querySelectorAll('#ranked b')].map((each) => each.textContent);
  const last = textsOf('#last [data-last]', 'last');
  const right = drawHash(list) === hash && drawRanks(list, seed, last).ranked.join() === ranked.join();
  again.textContent = right ? same : other;
  again.dataset.tone = right ? 'go' : 'stop';
  again.hidden = false;
}

const sealing = document.querySelector('#sealing');
const seal = document.querySelector('form [name="seal"]');
const number = document.querySelector('form [name="number"]');
const key = `draw ${sealing?.dataset.draw ?? ''}`;

/** What was sealed on this device; nothing where the browser keeps nothing. */
function kept() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

if (sealing && seal) {
  sealing.hidden = false;
  sealing.querySelector('button').addEventListener('click', () => {
    const random = crypto.getRandomValues(new Uint8Array(24));
    const salt = [...random.slice(8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const own = { number: String(new DataView(random.buffer).getBigUint64(0)), salt };
    seal.value = sealOf(sealing.dataset.hash, document.querySelector('#own').textContent, own);
    sealing.querySelector('p').textContent = `${sealing.dataset.kept} ${own.number} ${own.salt}`;
    try {
      localStorage.setItem(key, JSON.stringify(own));
    } catch {
      // It stands on the page, to be written down.
    }
  });
}

const own = number && kept();
if (own) {
  number.value = own.number;
  document.querySelector('form [name="salt"]').value = own.salt;
}
