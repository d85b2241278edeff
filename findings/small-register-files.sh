#!/usr/bin/env bash
# chardet 2.2.0 takes small register files in GB18030 for something else: two members of a household (columns of NY/T 2539, names of three
# characters) are Big5, two parcels are ISO-8859-1, a list of three names is Big5; decoded so, they become other Chinese or Latin text
# without an error. jschardet 4.1.0 is right on all of them, with a confidence of 0.04 to 0.08 that no threshold would accept. A UTF-8 file of twenty
# lines with one byte cut out is windows-1252 to the one and cp862 (Hebrew) to the other.
# Source: both count frequent byte pairs, and a register of few rows is codes in ASCII with a dozen Chinese characters.
# What follows: try UTF-8 strictly, then GB18030, and judge the text that comes out (plausible names, known column heads), never the bytes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chardet@2.2.0 jschardet@4.1.0 iconv-lite@0.7.3
cat >look.mjs <<'END'
import chardet from 'chardet';
import jschardet from 'jschardet';
import iconv from 'iconv-lite';
import assert from 'node:assert';

const files = {
  members: 'CBFBM,CYXM,CYXB,CYZJLX,CYZJHM,YHZGX\n370126102220000001,刘秀英,2,1,999999195001010022,02\n370126102220000001,马建国,1,1,999999194801010011,01\n',
  parcels: 'DKBM,DKMC,SCMJ\n3701261022200000001,东洼,3.21\n3701261022200000002,南地,2.10\n',
  names: '姓名\n张伟\n王芳\n李娜\n',
};
const expected = { members: 'Big5', parcels: 'ISO-8859-1', names: 'Big5' };
for (const [name, text] of Object.entries(files)) {
  const bytes = iconv.encode(text, 'gb18030');
  const { encoding, confidence } = jschardet.detect(bytes);
  console.log(name, { chardet: chardet.detect(bytes), jschardet: encoding, confidence: confidence.toFixed(2) });
  assert.equal(chardet.detect(bytes), expected[name]);
  assert.equal(encoding, 'GB18030');
  assert.ok(confidence < 0.1);
}
const line = '发包方编码,发包方名称,发包方负责人姓名\n37012610222000,商河县玉皇庙镇西瓦屋头村村民委员会,赵立国\n';
const whole = Buffer.from(line.repeat(20));
const cut = Buffer.concat([whole.subarray(0, 120), whole.subarray(121)]);
console.log('one byte cut', { chardet: chardet.detect(cut), jschardet: jschardet.detect(cut).encoding });
assert.equal(chardet.detect(cut), 'windows-1252');
assert.equal(jschardet.detect(cut).encoding, 'cp862');
END
node look.mjs
