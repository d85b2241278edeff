import type { MigrationInterface, QueryRunner } from 'typeorm';
import { paymentWays } from '../transfer.input.js';

/**
 * What was typed into an application so far gets the names by which the application itself asks for it: a draft begun before
 * is gone on with after. Ways of paying were codes, in the order of `paymentWays`.
 */
export class DraftsOfOneGrammar1761000025400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE application_draft SET content = jsonb_strip_nulls(jsonb_build_object(
         'side', content -> 'side', 'sealedCode', content -> 'sealedCode', 'sought', content #> '{who,q}',
         'who', CASE WHEN content ? 'who' THEN ${who} END,
         'land', CASE WHEN content ? 'land' THEN jsonb_build_object('parcels', (${parcels})) END,
         'terms', CASE WHEN content ? 'terms' THEN ${terms} END))`,
      [paymentWays],
    );
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}

const who = `jsonb_build_object(
  'kind', CASE content #>> '{who,kind}' WHEN 'household' THEN '"contracted"' ELSE content #> '{who,kind}' END,
  'contractIds', coalesce(content #> '{who,contractIds}', '[]'), 'issuer', content #> '{who,issuer}', 'ability', content #> '{who,ability}',
  'transferee', jsonb_build_object('kind', content #> '{who,transfereeKind}', 'name', content #> '{who,transfereeName}',
    'legalRepresentative', content #> '{who,transfereeLegal}', 'phone', content #> '{who,transfereePhone}'))`;

/** Parcels stood by their ids in a list, and their parts beside it; they stand by their codes now, ticked or not. */
const parcels = `
  SELECT coalesce(jsonb_object_agg(p.code, jsonb_build_object(
      'code', CASE WHEN content #> '{land,parcelIds}' ? named.id THEN p.code END,
      'side', content -> 'land' -> ('parts.' || named.id || '.side'), 'areaMu', content -> 'land' -> ('parts.' || named.id || '.areaMu'))), '{}')
  FROM (SELECT jsonb_array_elements_text(coalesce(content #> '{land,parcelIds}', '[]')) AS id
    UNION SELECT split_part(key, '.', 2) FROM jsonb_object_keys(content -> 'land') key WHERE key LIKE 'parts.%') named
  JOIN parcel p ON p.id = CASE WHEN named.id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN named.id::uuid END`;

const terms = `jsonb_build_object(
  'mode', content #> '{terms,mode}', 'term', jsonb_build_object('start', content #> '{terms,startsOn}', 'end', content #> '{terms,endsOn}'),
  'handoverOn', content #> '{terms,handoverOn}', 'priceYuan', content #> '{terms,pricePerMu}',
  'payment', ($1::text[])[array_position(ARRAY['yearly', 'halfyearly', 'once', 'after'], content #>> '{terms,payment}')],
  'paymentDay', content #> '{terms,paymentDay}', 'purpose', content #> '{terms,use}', 'crops', content #> '{terms,useNote}',
  'permits', coalesce(content #> '{terms,permits}', '[]'), 'fixtures', content #> '{terms,fixtures}',
  'declared', jsonb_build_object('lease', content #> '{terms,lease}', 'dispute', content #> '{terms,dispute}', 'credit', content #> '{terms,credit}'))`;
