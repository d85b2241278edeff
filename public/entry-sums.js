/** The rent of a lot while it is typed, and its parcels picked on the map. Amounts are whole fen, areas ten-thousandths of a mu. */

/** @param {string} text a decimal as people type it @param {number} places @returns {bigint | null} */
function scaled(text, places) {
  const found = /^(\d{1,9})(?:\.(\d+))?$/.exec(text.normalize('NFKC').replaceAll(/[,\s]/g, ''));
  const rest = found?.[2] ?? '';
  if (!found || rest.length > places) return null;
  return BigInt(found[1] + rest.padEnd(places, '0'));
}

/** Half up, as the exchange reckons. */
const halfUp = (amount, by) => (amount * 2n + by) / (by * 2n);

const yuanOf = (fen) =>
  `${String(fen / 100n).replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${String(fen % 100n).padStart(2, '0')}`;

/** Whole years from the first day to the last, both counted; 0 where the term is of other length. */
function yearsOf(form) {
  const picked = new FormData(form).get('endsOn.years');
  if (picked) return Number(/^P(\d+)Y$/.exec(String(picked))?.[1] ?? 0);
  const day = (name) => ['year', 'month', 'day'].map((part) => Number(form.elements[`${name}.${part}`].value));
  const [from, to] = [day('startsOn'), day('endsOn')];
  if ([...from, ...to].includes(0)) return 0;
  const next = new Date(Date.UTC(to[0], to[1] - 1, to[2] + 1));
  const same = next.getUTCMonth() === from[1] - 1 && next.getUTCDate() === from[2];
  return same ? Math.max(next.getUTCFullYear() - from[0], 0) : 0;
}

/** The areas of what is ticked; of everything that can be offered, where nothing is. */
function areaOf(form) {
  const all = [...form.querySelectorAll('[name="parcels"][data-mu]:not(:disabled)')];
  const ticked = all.filter((each) => each.checked);
  const areas = (ticked.length > 0 ? ticked : all).map((each) => scaled(each.dataset.mu, 4) ?? 0n);
  return areas.reduce((sum, each) => sum + each, 0n);
}

/** Says under the price what a year and the whole term come to. */
export function showSums(form) {
  const line = form.querySelector('#sums');
  const price = form.elements['priceYuan'];
  price.closest('.field').append(line);
  const show = () => {
    const fen = scaled(price.value, 2);
    const area = areaOf(form);
    const yearly = fen === null || area === 0n ? null : halfUp(fen * area, 10_000n);
    line.hidden = yearly === null;
    if (yearly === null) return;
    const { yearly: label, whole, yuan } = line.dataset;
    const years = BigInt(yearsOf(form));
    const parts = [`${label} ${yuanOf(yearly)} ${yuan}`];
    if (years > 0n) parts.push(`${whole} ${yuanOf(yearly * years)} ${yuan}`);
    line.textContent = parts.join(line.dataset.between);
  };
  form.addEventListener('input', show);
  show();
}

/** A click on the map ticks the parcel, without loading the page anew. */
export function pickOnMap(form) {
  const boxOf = (plot) => form.querySelector(`[data-number="${plot.querySelector('text')?.textContent}"]`);
  const plots = [...form.querySelectorAll('.map a')].filter((plot) => boxOf(plot));
  const mark = () => {
    for (const plot of plots) {
      plot.querySelector('polygon').classList.toggle('on', boxOf(plot).checked);
      plot.querySelector('text').classList.toggle('w', boxOf(plot).checked);
    }
  };
  for (const plot of plots)
    plot.addEventListener('click', (event) => {
      event.preventDefault();
      boxOf(plot).click();
    });
  form.addEventListener('input', mark);
  mark();
}
