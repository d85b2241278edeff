#!/usr/bin/env bash
# ical-generator 11.1.2 writes a closing day at the hour of the machine under the name of another zone. An event that begins at a
# native Date and names its zone, Asia/Shanghai, gets the hour that the process's own clock shows (TZ), labelled TZID=Asia/Shanghai:
# 17:00 in Shanghai becomes 09:00 on a server that runs in UTC, and 04:00 in New York. The zone is a label; nothing is converted, and
# nothing is refused. On a developer's machine in China the file is right, so no test there sees it. A calendar that is given the
# zone writes no TZID but an hour without a zone, wrong by the same hours. Without a zone the very moment is written in UTC, with Z.
# Source: the package's README names native Dates among what it takes, beside libraries that know zones, and says of a zone only that
# objects which can be set to one are; seen in what it writes under three values of TZ.
# What follows: put a statutory moment (a lot closes at 17:00) into a calendar as UTC with Z, which every program shows in its own
# zone, and try what writes it under another TZ than one's own.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@11.1.2
cat >look.mjs <<'END'
import { ICalCalendar } from 'ical-generator';

const closes = new Date('2026-11-12T09:00:00Z'); // 17:00 in Shanghai.
const startOf = (calendar, event) => {
  calendar.createEvent({ id: 'lot', summary: 'closes', stamp: closes, start: closes, ...event });
  return calendar.toString().split('\r\n').find((line) => line.startsWith('DTSTART'));
};
console.log(
  [
    startOf(new ICalCalendar(), { timezone: 'Asia/Shanghai' }),
    startOf(new ICalCalendar({ timezone: 'Asia/Shanghai' }), {}),
    startOf(new ICalCalendar(), {}),
  ].join('  '),
);
END
failed=0
see() {
  local found
  found=$(TZ=$1 node look.mjs)
  echo "TZ=$1: $found"
  [ "$found" = "$2" ] || failed=1
}
see Asia/Shanghai 'DTSTART;TZID=Asia/Shanghai:20261112T170000  DTSTART:20261112T170000  DTSTART:20261112T090000Z'
see UTC 'DTSTART;TZID=Asia/Shanghai:20261112T090000  DTSTART:20261112T090000  DTSTART:20261112T090000Z'
see America/New_York 'DTSTART;TZID=Asia/Shanghai:20261112T040000  DTSTART:20261112T040000  DTSTART:20261112T090000Z'
exit $failed
