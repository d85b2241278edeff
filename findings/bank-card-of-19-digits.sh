#!/usr/bin/env bash
# validator 13.15.35 isCreditCard refuses the debit cards of Chinese farmers: a UnionPay number that begins with 62 may have 16 digits only,
# while the cards into which rents are paid (Agricultural Bank, Postal Savings, rural credit cooperatives) have 19. Only numbers that begin
# with 81 may be longer. The same numbers pass isLuhnNumber. The numbers below are a bank's public prefix, zeros and the check digit.
# Source: the pattern `unionpay` in validator's lib/isCreditCard.js; ISO/IEC 7812-1 allows up to 19 digits.
# What follows: check Luhn and 16 to 19 digits, as a warning: passbooks and accounts of bodies have no check digit at all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund validator@13.15.35
cat >look.mjs <<'END'
import validator from 'validator';
import assert from 'node:assert';

function card(prefix, length) {
  const digits = prefix.padEnd(length - 1, '0');
  const sum = [...`${digits}0`].reverse().reduce((so, digit, place) => {
    const doubled = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return so + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
for (const [prefix, length, taken] of [['622848', 19, false], ['621799', 19, false], ['622319', 19, false], ['622848', 16, true]]) {
  const number = card(prefix, length);
  const found = { luhn: validator.isLuhnNumber(number), isCreditCard: validator.isCreditCard(number) };
  console.log(`${prefix}…, ${length} digits`, found);
  assert.deepEqual(found, { luhn: true, isCreditCard: taken });
}
END
node look.mjs
