#!/usr/bin/env bash
# libphonenumber-js 1.13.16 calls the numbers that an office prints on its papers invalid: 12345 (government hotline), 12316 (farmers'
# hotline of the agriculture ministry), 95599 (a bank), 96668 (a rural credit union) are neither valid nor of a type, also with the
# "max" metadata, while landlines and mobiles, the new ranges 165 and 192 too, are right. The "min" metadata says "valid" of 14100000000
# and of a landline without its area code (84880000), "max" does not.
# Source: the metadata follow Google's libphonenumber, whose short numbers are a separate file that this package does not carry.
# What follows: an office's contact is checked by a rule of its own; people's phones by "max".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund libphonenumber-js@1.13.16
cat >look.mjs <<'END'
import { parsePhoneNumberFromString as byMax } from 'libphonenumber-js/max';
import { parsePhoneNumberFromString as byMin } from 'libphonenumber-js/min';
import assert from 'node:assert';

const valid = (parse, number) => parse(number, 'CN')?.isValid() ?? false;
const expected = {
  12345: [false, false],
  12316: [false, false],
  95599: [false, false],
  96668: [false, false],
  '0531-84880000': [true, true],
  16500000000: [true, true],
  19200000000: [true, true],
  14100000000: [false, true],
  84880000: [false, true],
};
for (const [number, right] of Object.entries(expected)) {
  const found = [valid(byMax, number), valid(byMin, number)];
  console.log(number, { max: found[0], min: found[1] });
  assert.deepEqual(found, right);
}
END
node look.mjs
