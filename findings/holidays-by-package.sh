#!/usr/bin/env bash
# date-holidays 3.37.0 for China gives three days of Spring Festival from New Year's Eve in every year and one day of Labour Day.
# By the State Council's order the three days were the first to the third of the first month until 2024 (10–12 February 2024), and since
# 1 January 2025 they are four with the Eve, and 1 and 2 May. So 2024-02-12 and 2025-05-02 count as working days, 2024-02-09 does not.
# It also calls the half days of some people (8 March, 4 May, 1 August) and Children's Day "public", and knows no exchanged working day:
# 2026-10-05 is work, and so is every Saturday's opposite.
# Source: 全国年节及纪念日放假办法 (orders 644 of 2013 and 795 of 2024); the package's data/countries/CN.yaml.
# What follows: working days of a public notice come from the State Council's yearly notice, entered as such, never from a package's rule.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund date-holidays@3.37.0
cat >look.mjs <<'END'
import Holidays from 'date-holidays';
import assert from 'node:assert';

const china = new Holidays('CN');
const off = (day) => Boolean(china.isHoliday(new Date(`${day}T12:00:00+08:00`)));
const publicOn = (day) => (china.isHoliday(new Date(`${day}T12:00:00+08:00`)) || []).some(({ type }) => type === 'public');
const expected = { '2024-02-09': true, '2024-02-12': false, '2025-01-31': false, '2025-05-02': false, '2026-10-05': false };
for (const [day, right] of Object.entries(expected)) {
  console.log(day, off(day) ? 'a holiday' : 'no holiday');
  assert.equal(off(day), right);
}
const halves = ['2026-03-08', '2026-05-04', '2026-06-01'].map(publicOn);
console.log('women, youth and children as public holidays', halves);
assert.deepEqual(halves, [true, true, true]);
END
node look.mjs
