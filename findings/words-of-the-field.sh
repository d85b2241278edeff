#!/usr/bin/env bash
# Intl.Segmenter of Node 24.21 (ICU 78) does not know the field's own words: 流转 comes as 流 and 转, 大户 as 大 and 户, 延包 as 延 and 包,
# a village 西瓦屋头村 in four pieces and 贾庄镇 in three, while 土地, 经营, 抵押, 大棚 are whole. An index of its words finds 土地 and never 流转,
# and a word's pieces depend on its neighbours.
# Source: ICU's dictionary for Chinese and Japanese (cjdict), which the segmenter joins by frequency; run here, not in its documentation.
# What follows: search by pairs of characters, not by words, and cut a reader's words the same way as the text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund node@24.21.0
cat >look.mjs <<'END'
import assert from 'node:assert';

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const cut = (text) => [...segmenter.segment(text)].map(({ segment }) => segment).join('|');
const expected = {
  农村土地经营权流转: '农村|土地|经营|权|流|转',
  种粮大户求租: '种|粮|大|户|求|租',
  承包地延包: '承包|地|延|包',
  玉皇庙镇西瓦屋头村: '玉皇|庙|镇|西|瓦屋|头|村',
  商河县贾庄镇: '商|河|县|贾|庄|镇',
  经营权抵押贷款: '经营|权|抵押|贷款',
};
console.log(`Node ${process.version}, ICU ${process.versions.icu}`);
for (const [text, right] of Object.entries(expected)) {
  console.log(text, cut(text));
  assert.equal(cut(text), right);
}
END
node_modules/node/bin/node look.mjs
