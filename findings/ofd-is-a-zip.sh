#!/usr/bin/env bash
# file-type 21.3.4 calls an OFD document (GB/T 33190-2016, the format in which Chinese government papers and invoices come) application/zip,
# though it tells docx, odt, epub and jar apart by what is inside. A receiver that allows by type refuses every OFD, or lets in every zip.
# Source: the entries that file-type looks for in a zip (its README lists the formats; ofd is none of them). GB/T 33190: the root is OFD.xml.
# What follows: after "zip", look for the entry OFD.xml with the namespace of ofdspec.org.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund file-type@21.3.4 fflate@0.8.2
cat >look.mjs <<'END'
import { fileTypeFromBuffer } from 'file-type';
import { strToU8, zipSync } from 'fflate';
import assert from 'node:assert';

const root = '<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"/>';
const ofd = zipSync({ 'OFD.xml': strToU8(root), 'Doc_0/Document.xml': strToU8('<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"/>') });
const text = 'application/vnd.oasis.opendocument.text';
const odt = zipSync({ mimetype: [strToU8(text), { level: 0 }], 'content.xml': strToU8('<x/>') });
const found = { ofd: (await fileTypeFromBuffer(ofd))?.mime, odt: (await fileTypeFromBuffer(odt))?.mime };
console.log(found);
assert.deepEqual(found, { ofd: 'application/zip', odt: text });
END
node look.mjs
