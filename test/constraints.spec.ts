import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestExchange } from './support/exchange.js';
import { codeOf, sourcesUnder } from './support/sources.js';

/** Uniqueness that no person runs into, with the reason. A constraint that a person can meet is mapped by `refuses` instead. */
const internal: readonly string[] = [
  // Numbers and codes that the exchange gives out itself.
  ...['case_file_number_once', 'notice_number_once', 'paper_code_once', 'paper_number_once'],
  ...['api_key_hash_once', 'api_key_prefix_once', 'transfer_number_once', 'terminal_token_once', 'listing_number_once'],
  'wanted_number_once',
  // A number is dealt to each who is admitted; a key is looked up under the lock before anything is written under it.
  ...['auction_bidder_once', 'auction_attempt_key_once'],
  'signing_key_kid_once',
  'saved_search_feed_once',
  // Rows that an act makes along with their record, or under its lock.
  ...[
    'deadline_one_open',
    'ledger_account_one_bank',
    'ledger_account_one_each',
    'receipt_booked_once',
    'deposit_code_once',
  ],
  ...['paper_print_copy_once', 'print_request_one_open', 'publication_once', 'venue_posting_once'],
  ...['inspection_neighbour_once', 'party_one_account', 'account_one_per_party', 'case_file_one_chosen'],
  // What an importer reads, which says itself which line is there already.
  ...['body_contractor_code_once', 'contract_once', 'household_contractor_code_once', 'offer_line_once'],
  ...['issuer_id_once', 'parcel_code_once', 'parcel_shape_one_current', 'parcel_overlap_once'],
  ...['department_once', 'division_one_now', 'division_successor_once', 'office_one_open'],
];

describe('What the database lets in once only', () => {
  let exchange: TestExchange;
  beforeAll(async () => {
    exchange = await TestExchange.open();
  });
  afterAll(() => exchange.close());

  /** Names that some lib maps to a refusal. */
  const mapped = sourcesUnder(['libs'], /\.ts$/)
    .filter(({ path }) => !path.endsWith('.spec.ts'))
    .flatMap((source) => [...codeOf(source).matchAll(/\brefuses\(\{([^}]*)\}/g)])
    .flatMap(([, body = '']) => [...body.matchAll(/(\w+):/g)].map(([, name]) => name));

  it('is refused to a person by a problem with a name, or met by nobody', async () => {
    const rows = await exchange.database.ask<{ name: string }>(
      `SELECT c.relname AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       WHERE i.indisunique AND NOT i.indisprimary AND c.relnamespace = 'public'::regnamespace ORDER BY 1`,
    );
    const names = rows.map(({ name }) => name);
    expect(names.filter((name) => !mapped.includes(name) && !internal.includes(name))).toEqual([]);
    expect(internal.filter((name) => !names.includes(name) || mapped.includes(name))).toEqual([]);
  });
});
