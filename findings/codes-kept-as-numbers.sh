#!/usr/bin/env bash
# A parcel or contract code of 19 digits in a DBF column of type N (as a desktop GIS makes it from a number field) loses its last
# digits without a word: dbffile 1.13.0 and shapefile 0.6.6 read the text of the field as a float, 3701261022200010017 becomes
# 3701261022200010000, and ten parcels of a village become one. The file holds all 19 digits as text; both packages have no option to keep them.
# Source: parseFloat over the field's bytes in dbffile's dbf-file.js; unary plus in shapefile's dbf/number.js. NY/T 2539-2016 makes the codes text.
# What follows: read the column's type first; a code of more than 15 digits in an N column is read as text, or the file is refused by name.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund dbffile@1.13.0 shapefile@0.6.6
cat >look.mjs <<'END'
import { DBFFile } from 'dbffile';
import { openDbf } from 'shapefile';
import { writeFileSync } from 'node:fs';
import assert from 'node:assert';

const code = '3701261022200010017';
const head = Buffer.alloc(65);
head.set([3, 126, 11, 30]);
head.writeUInt32LE(1, 4);
head.writeUInt16LE(head.length, 8);
head.writeUInt16LE(20, 10);
head.write('DKBM', 32, 'ascii');
head.write('N', 43, 'ascii');
head[48] = 19;
head[64] = 0x0d;
writeFileSync('DK.dbf', Buffer.concat([head, Buffer.from(` ${code}`), Buffer.from([0x1a])]));

const [row] = await (await DBFFile.open('DK.dbf')).readRecords(1);
const { value } = await (await openDbf('DK.dbf')).read();
console.log('in the file', code, 'dbffile', String(row.DKBM), 'shapefile', String(value.DKBM));
for (const read of [row.DKBM, value.DKBM]) assert.equal(String(read), '3701261022200010000');
END
node look.mjs
