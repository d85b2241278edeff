#!/usr/bin/env bash
# One transfer of contracted land, from application to a certificate that a stranger can check, by curl alone.
# Needs a running TRAINING county (npm start) and moves its clock by some ten working days:
#   bash examples/transfer.sh [http://127.0.0.1:3000]
# Each act is one POST; its noun stands at the end of the address. Each person signs in for their own part.
set -euo pipefail
site="${1:-http://127.0.0.1:3000}"
api="$site/api"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# --- Five words for the rest of the script -------------------------------------------------------------------------------

# sign_in LOGIN: from here on, who asks. In training every password is the same and the second factor is 000000.
sign_in() {
  token=$(curl -sS -X POST "$api/sessions" -H 'Content-Type: application/json' \
    -d "{\"login\":\"$1\",\"password\":\"yanlian-2026\",\"code\":\"${2-000000}\"}" | field token)
  [ -n "$token" ] || { echo "cannot sign in as $1" >&2; exit 1; }
}

# field NAME: the first text of that name in the JSON that comes in; fields NAME: all of them, one a line.
fields() { grep -o "\"$1\":\"[^\"]*\"" | sed "s/^\"$1\":\"//; s/\"$//" || true; }
field() { fields "$1" | sed -n 1p; }
# part NAME: the id of a part of a record.
part() { grep -o "\"$1\":{\"id\":\"[^\"]*" | cut -d'"' -f6; }

# get PATH
get() { curl -sS --fail-with-body "$api$1" -H "Authorization: Bearer $token"; }

# act PATH [JSON], or act PATH -F name=value …: does one thing, once: were the line to break, the same key would not do it twice.
act() {
  local path="$1" none='{}'; shift
  local content=(-H 'Content-Type: application/json' -d "${1:-$none}")
  [ "${1:-}" != -F ] || content=("$@")
  curl -sS --fail-with-body -D "$work/head" -X POST "$api$path" -H "Authorization: Bearer $token" \
    -H "Idempotency-Key: $(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')" "${content[@]}" >"$work/answer" ||
    { echo "POST $path was refused:" >&2; cat "$work/answer" >&2; echo >&2; exit 1; }
  location=$(tr -d '\r' <"$work/head" | sed -n 's/^[Ll]ocation: \/api//p')
  echo "  $path" >&2
}

# --- What a person would hold in hand: a signed sheet, a photo (made up; each one another, for a proof is used once) -------
sheet() { printf '%%PDF-1.4\n%% %s %s\n%%%%EOF\n' "$1" "$RANDOM$RANDOM" >"$work/$1.pdf"; echo "@$work/$1.pdf;type=application/pdf"; }
photo() { { printf '\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00'; printf '%s' "$1 $RANDOM$RANDOM"; printf '\xff\xd9'; } >"$work/$1.jpg"; echo "@$work/$1.jpg;type=image/jpeg"; }
# posting KIND: the address of the notice at that venue, where its proof goes.
posting() { echo "/postings/$(get "$notice" | grep -o '"id":"[^"]*","kind":"'"$1"'"' | cut -d'"' -f4)"; }
today() { get /clock | field today; }

# --- 1. Application: the cooperative asks for the land of one household, for five years -----------------------------------
sign_in 101-clerk
town=370126101 village=370126101226
# The first household with more than 10 mu (below, no deposit is asked), a contract beyond 2040, and no right on its land yet.
free() { get "$1" | grep -q '"granted":\[\]'; }
for household in $(get "/register?office=$village" | tr '{' '\n' | grep '"endsOn":"20[4-9]' | grep -E '"areaMu":"[1-9][0-9]+\.' | fields id); do
  home=/register/households/$household
  if free "$home"; then break; fi
done
get "$home" >"$work/household"
parcels=$(fields code <"$work/household" | grep -E '^[0-9]{19}$' | sort -u)
year=$(($(today | cut -c1-4) + 1))
echo "1 application for" $parcels
sign_in cooperative ""
act /transfers "{
  \"mode\": \"lease\", \"parcels\": [$(echo "$parcels" | sed 's/.*/{"code": "&"}/' | paste -sd, -)],
  \"term\": {\"start\": \"$year-01-01\", \"end\": \"$((year + 4))-12-31\"},
  \"priceYuan\": \"900\", \"payment\": \"每年 10 月 20 日前付下一年\", \"purpose\": \"grain\", \"crops\": \"小麦、玉米轮作\",
  \"ability\": \"经营土地 6 年，有农机 8 台，没有失信记录\"}"
transfer=$location
# Every member of the household who has a share in the right signs, here on one sheet; nobody consents for them all.
sign_in 101-clerk
signers=$(tr '{' '\n' <"$work/household" | grep '"coRight":true' | fields personId | sed 's/^/-F personId=/')
act "$transfer/consents" -F "householdId=${home##*/}" $signers -F witness=演见证 -F "file=$(sheet consent)"
sign_in cooperative ""
# Without both sides' identity papers the application cannot be handed in.
act "$transfer/files" -F kind=identity -F "file=$(sheet identities)"
act "$transfer/submission"

# --- 2. The town: acceptance reserves the land, another person reviews, two people go and look ----------------------------
echo "2 the town"
sign_in 101-clerk
act "$transfer/acceptance"
sign_in 101-reviewer
act "$transfer/endorsement" '{"opinion": "双方身份、共有人同意、期限和用途都已核对，同意安排实地调查。"}'
sign_in 101-surveyor
survey=$(get /inspections | grep -o '"id":"[0-9a-f-]\{36\}"' | cut -d'"' -f4 | while read -r id; do get "/inspections/$id" | grep -q "${transfer##*/}" && echo "/inspections/$id" && break; done)
people=$(get "$survey/surveyors" | grep -o '"surveyors":\[[^]]*\]' | sed 's/.*\[//; s/\]//')
act "$survey/surveyors" "{\"surveyors\": [$people]}"
act "$survey/photos" -F "photos=$(photo field)"
for parcel in $parcels; do
  row=$(get "$survey" | tr '{' '\n' | grep "\"code\":\"$parcel\"")
  area=$(echo "$row" | field recordedMu)
  farmland=$(echo "$row" | grep -q '"recordedFarmland":true' && echo yes || echo no)
  act "$survey/parcels/$parcel/measurements" "{\"measuredMu\": \"$area\", \"points\": \"117.15103,37.30912\", \"farmland\": \"$farmland\"}"
  act "$survey/parcels/$parcel/sides" '{"east": "村界路", "south": "村界路", "west": "村界路", "north": "村界路", "agreedBy": "signed", "agreed": "yes"}'
done
act "$survey/findings" "{\"visitedOn\": \"$(today)\", \"visitedTime\": \"00:00\", \"occupation\": \"承包户自种，秋收后可交地\", \"crops\": \"玉米\",
  \"conclusion\": \"agrees\", \"opinion\": \"地块、四至和登记一致，可以流转。\"}"
act "$survey/completion"
sign_in 101-reviewer
act "$transfer/county-submission"

# --- 3. The county: twelve checks and an opinion, within one working day ---------------------------------------------------
echo "3 the county"
sign_in reviewer
checks=''
for item in subject title consent term area purpose encumbrance capital survey priority price materials; do
  case $item in encumbrance | capital) result=none ;; *) result=yes ;; esac
  checks="$checks${checks:+,}{\"item\":\"$item\",\"result\":\"$result\"}"
done
act "$transfer/review" "{\"checks\": [$checks], \"opinion\": \"材料齐全，同意公示。\"}"
act "$transfer/approval"

# --- 4. The public notice: the period starts the day after the last of three venues has proof ------------------------------
echo "4 the public notice"
notice="/notices/$(get "$transfer" | part notice)"
sign_in information
act "$(posting screen_county)/proof" -F "photo=$(photo county)"
sign_in 101-information
act "$(posting screen_town)/proof" -F "photo=$(photo town)"
sign_in "101-village-${village#"$town"}"
act "$(posting village_board)/proof" -F "photo=$(photo board)"
sign_in reviewer
act /clock/working-days '{"workingDays": 8}'

# --- 5. Contract, filing with the issuer, risk deposit, and the right itself -----------------------------------------------
echo "5 contract, deposit, right"
sign_in 101-trade
act "$transfer/files" -F kind=contract -F "file=$(sheet contract)"
act "$transfer/signing" "{\"signedOn\": \"$(today)\"}"
act "$transfer/filing" "{\"filedOn\": \"$(today)\", \"filingNumber\": \"备-$RANDOM\"}"
sign_in 101-finance
deposit="/deposits/$(get "$transfer" | part deposit)"
get "$deposit" >"$work/deposit"
fen=$(grep -o '"amountFen":[0-9]*' "$work/deposit" | sed -n 1p | cut -d: -f2)
act "$deposit/receipts" -F "slipNumber=HD$RANDOM$RANDOM" -F "amount=$(printf '%d.%02d' $((fen / 100)) $((fen % 100)))" \
  -F "payerName=$(field payer <"$work/deposit")" -F payerBank=演练农商行 -F payerAccount=9000000000000001 -F "paidOn=$(today)" -F "scan=$(sheet slip)"
act "$transfer/deposit-confirmation"
sign_in 101-trade
act "$transfer/record"

# --- 6. The certificate, and a stranger who checks it -----------------------------------------------------------------------
echo "6 the certificate"
sign_in certifier
act "$transfer/certificate"
certificate=$location
code=$(get "$certificate" | field code)
curl -sS --fail-with-body "$api/verify/$code" >"$work/verified"
echo "certificate $(grep -o '商农经权[^"]*' "$work/verified" | sed -n 1p): $(field state <"$work/verified") $site/verify/$code"
