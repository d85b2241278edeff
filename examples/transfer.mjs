// @ts-check
/**
 * One transfer of contracted land, from application to a certificate that a stranger can check, by a client that nobody wrote:
 * its types are generated from the document. Needs a running TRAINING county (npm start) and moves its clock by some ten working days:
 *   npx openapi-typescript http://127.0.0.1:3000/api/openapi.json -o examples/exchange.d.ts
 *   node examples/transfer.mjs [http://127.0.0.1:3000]
 */
import { randomUUID } from 'node:crypto';
import createClient from 'openapi-fetch';

const site = process.argv[2] ?? 'http://127.0.0.1:3000';

/** Somebody signed in, each for their own part. In training every password is the same and the second factor is 000000. @param {string} login */
async function as(login) {
  const stranger = clientOf();
  const code = login === 'cooperative' ? '' : '000000';
  const { data, error } = await stranger.POST('/sessions', { body: { login, password: 'yanlian-2026', code } });
  if (!data) throw new Error(`cannot sign in as ${login}: ${error}`);
  return clientOf(data.token);
}

/** Were a line to break, the same key would not do an act twice. @param {string} [token] */
function clientOf(token) {
  /** @type {import('openapi-fetch').Client<import('./exchange.d.ts').paths>} */
  const client = createClient({ baseUrl: `${site}/api` });
  client.use({
    onRequest({ request }) {
      if (token) request.headers.set('authorization', `Bearer ${token}`);
      if (request.method === 'POST') request.headers.set('idempotency-key', randomUUID());
      request.headers.set('accept', 'application/json');
    },
    async onResponse({ request, response }) {
      if (!response.ok)
        throw new Error(`${request.method} ${request.url}: ${response.status} ${await response.text()}`);
      if (request.method === 'POST') console.log(`  ${new URL(request.url).pathname}`);
    },
  });
  return client;
}

/** What came as data, not as a page; an answer that is no success has been thrown. @template T @param {{ data?: T }} answer */
const got = ({ data }) => /** @type {Exclude<T, string>} */ (data);

// What a person would hold in hand: a signed sheet, a photo; each another, for a proof is used once. The document calls a file
// a binary string, and so does the generator.
/** @param {string} name */
const sheet = (name) => binary(`%PDF-1.4\n% ${name} ${randomUUID()}\n%%EOF\n`, `${name}.pdf`, 'application/pdf');
/** @param {string} name */
const photo = (name) =>
  binary(
    `\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00${name} ${randomUUID()}\xff\xd9`,
    `${name}.jpg`,
    'image/jpeg',
  );
/** @param {string} text @param {string} name @param {string} type */
const binary = (text, name, type) =>
  /** @type {string} */ (/** @type {unknown} */ (new File([Buffer.from(text, 'latin1')], name, { type })));

/** A body with a file in it goes in parts. @param {Record<string, unknown>} body */
const bodySerializer = (body) => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body))
    for (const each of [value].flat()) form.append(name, /** @type {string | Blob} */ (each));
  return form;
};

const village = '370126101226';
const clerk = await as('101-clerk');
const cooperative = await as('cooperative');

console.log('1 application: the cooperative asks for the land of one household, for five years');
const { today } = got(await clerk.GET('/clock'));
const contracts = got(await clerk.GET('/register', { params: { query: { office: village, limit: 100 } } })).rows;
/** The first household with more than 10 mu (below, no deposit is asked), a contract beyond 2040, and no right on its land yet. */
async function freeHousehold() {
  for (const { id, areaMu, endsOn } of contracts) {
    if (Number(areaMu) < 10 || (endsOn ?? '') < '2040') continue;
    const household = got(await clerk.GET('/register/households/{id}', { params: { path: { id } } }));
    if (household.granted.length === 0) return household;
  }
  throw new Error('no household of the village is free');
}
const household = await freeHousehold();
const year = Number(today.slice(0, 4)) + 1;
const applied = got(
  await cooperative.POST('/transfers', {
    body: {
      mode: 'lease',
      parcels: household.parcels.map(({ code }) => ({ code })),
      term: { start: `${year}-01-01`, end: `${year + 4}-12-31` },
      ...{ priceYuan: '900', payment: '每年 10 月 20 日前付下一年', purpose: 'grain', crops: '小麦、玉米轮作' },
      ability: '经营土地 6 年，有农机 8 台，没有失信记录',
    },
  }),
);
const params = { path: { id: applied.id } };
const transfer = async (/** @type {typeof clerk} */ who = clerk) => got(await who.GET('/transfers/{id}', { params }));
// Every member of the household who has a share in the right signs, here on one sheet; nobody consents for them all.
const signers = household.members.filter(({ coRight }) => coRight).map((member) => member.personId);
await clerk.POST('/transfers/{id}/consents', {
  ...{ params, bodySerializer },
  body: { householdId: household.id, personId: signers, witness: '演见证', file: sheet('consent') },
});
// Without both sides' identity papers the application cannot be handed in.
await cooperative.POST('/transfers/{id}/files', {
  ...{ params, bodySerializer },
  body: { kind: 'identity', file: [sheet('identities')] },
});
await cooperative.POST('/transfers/{id}/submission', { params });

console.log('2 the town: acceptance reserves the land, another person reviews, two people go and look');
await clerk.POST('/transfers/{id}/acceptance', { params });
const reviewer = await as('101-reviewer');
await reviewer.POST('/transfers/{id}/endorsement', {
  params,
  body: { opinion: '双方身份、共有人同意、期限和用途都已核对，同意安排实地调查。' },
});
const surveyor = await as('101-surveyor');
const { number } = await transfer();
const planned = got(await surveyor.GET('/inspections')).rows.find(({ caseNumber }) => caseNumber === number);
if (!planned) throw new Error(`no survey of ${number} is planned`);
const at = { path: { id: planned.id } };
const { choices } = got(await surveyor.GET('/inspections/{id}/surveyors', { params: at }));
await surveyor.POST('/inspections/{id}/surveyors', { params: at, body: { surveyors: choices['surveyors'] ?? [] } });
await surveyor.POST('/inspections/{id}/photos', { params: at, bodySerializer, body: { photos: [photo('field')] } });
for (const { code, recordedMu, recordedFarmland } of got(await surveyor.GET('/inspections/{id}', { params: at }))
  .parcels) {
  const here = { path: { ...at.path, code } };
  await surveyor.POST('/inspections/{id}/parcels/{code}/measurements', {
    params: here,
    body: { measuredMu: recordedMu, points: '117.15103,37.30912', farmland: recordedFarmland ? 'yes' : 'no' },
  });
  await surveyor.POST('/inspections/{id}/parcels/{code}/sides', {
    params: here,
    body: {
      ...{ east: '村界路', south: '村界路', west: '村界路', north: '村界路' },
      ...{ agreedBy: 'signed', agreed: 'yes' },
    },
  });
}
await surveyor.POST('/inspections/{id}/findings', {
  params: at,
  body: {
    ...{ visitedOn: today, visitedTime: '00:00', occupation: '承包户自种，秋收后可交地', crops: '玉米' },
    ...{ conclusion: 'agrees', opinion: '地块、四至和登记一致，可以流转。' },
  },
});
await surveyor.POST('/inspections/{id}/completion', { params: at });
await reviewer.POST('/transfers/{id}/county-submission', { params });

console.log('3 the county: twelve checks and an opinion, within one working day');
const county = await as('reviewer');
const none = ['encumbrance', 'capital'];
const { checks } = await transfer(county);
await county.POST('/transfers/{id}/review', {
  params,
  body: {
    checks: checks.map(({ item }) => ({ item, result: none.includes(item) ? 'none' : 'yes' })),
    opinion: '材料齐全，同意公示。',
  },
});
await county.POST('/transfers/{id}/approval', { params });

console.log('4 the public notice: the period starts the day after the last of three venues has proof');
const { notice } = await transfer();
if (!notice) throw new Error('an approved case has a notice');
for (const [login, venue] of /** @type {const} */ ([
  ['information', 'screen_county'],
  ['101-information', 'screen_town'],
  ['101-village-226', 'village_board'],
])) {
  const posting = notice.venues.find(({ kind }) => kind === venue);
  if (!posting) throw new Error(`the notice hangs at no ${venue}`);
  const who = await as(login);
  await who.POST('/postings/{id}/proof', {
    params: { path: { id: posting.id } },
    bodySerializer,
    body: { photo: photo(venue) },
  });
}
await county.POST('/clock/working-days', { body: { workingDays: 8 } });

console.log('5 contract, filing with the issuer, risk deposit, and the right itself');
const trade = await as('101-trade');
const { today: signedOn } = got(await trade.GET('/clock'));
await trade.POST('/transfers/{id}/files', {
  ...{ params, bodySerializer },
  body: { kind: 'contract', file: [sheet('contract')] },
});
await trade.POST('/transfers/{id}/signing', { params, body: { signedOn } });
await trade.POST('/transfers/{id}/filing', { params, body: { filedOn: signedOn, filingNumber: `备-${Date.now()}` } });
const finance = await as('101-finance');
const { deposit } = await transfer(finance);
if (!deposit) throw new Error('a filed case has its deposit');
const owed = { path: { id: deposit.id } };
const { payer, amountFen } = got(await finance.GET('/deposits/{id}', { params: owed }));
await finance.POST('/deposits/{id}/receipts', {
  ...{ params: owed, bodySerializer },
  body: {
    ...{ slipNumber: `HD${Date.now()}`, payerName: payer, payerBank: '演练农商行', payerAccount: '9000000000000001' },
    ...{ amount: (amountFen / 100).toFixed(2), paidOn: signedOn, scan: sheet('slip') },
  },
});
await finance.POST('/transfers/{id}/deposit-confirmation', { params });
await trade.POST('/transfers/{id}/record', { params });

console.log('6 the certificate, and a stranger who checks it');
const certifier = await as('certifier');
const certificate = got(await certifier.POST('/transfers/{id}/certificate', { params, body: {} }));
const { terms, deadline, annualRentFen, areaMu, state } = await transfer();
console.log(
  `case ${number}: ${state}, ${areaMu} mu for ${annualRentFen / 100} yuan a year, ${terms.term.start} to ${terms.term.end}, next deadline ${deadline?.lastDay ?? 'none'}`,
);
const checked = got(await clientOf().GET('/verify/{code}', { params: { path: { code: certificate.code } } }));
console.log(`certificate ${certificate.number}: ${checked.verdict?.state} ${site}/verify/${certificate.code}`);
