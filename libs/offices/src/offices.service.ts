import { Injectable } from '@nestjs/common';
import { type Actor, type Level, divisionCode, folded, levelOf, scopesOf, within } from '#kernel';
import { type Act, Database, WallClock } from '#platform';
import type { OfficeContact } from './offices.input.js';
import { officeProblems, officeRefusals } from './offices.problems.js';
import { type OfficeRow, exchangesSql, namesSql, officeSql, stationsSql } from './offices.queries.js';
import { type OfficeView, officeOf } from './offices.view.js';
import { placeSigns } from './offices.words.js';
import { placeOf } from './place-name.js';

/** An office as its acts know it: by the code of its place. */
export interface OfficeFacts {
  record: OfficeRow & { id: string };
}

/** How long names may be behind in a process that did not load the change itself. */
const staleMinutes = 1;

/** Names of places, read once and asked often. */
export interface PlaceNames {
  /** 商河县, 殷巷镇, 殷巷镇李家桥村: what people call it, with its town. */
  place(code: string): string;
  /** 李家桥村, without its town. */
  short(code: string): string;
  /** The committee's full name, as contracts write it. */
  full(code: string): string;
}

/** The three tiers of offices, and what their places are called. */
@Injectable()
export class OfficesService {
  private known: { names: PlaceNames; readAt: number } | null = null;

  constructor(
    private readonly database: Database,
    private readonly wall: WallClock,
  ) {}

  async get(code: string): Promise<OfficeRow> {
    const found = await this.find(code);
    if (!found) throw officeProblems.noOffice();
    return found;
  }

  async locked(_act: Act, code: string): Promise<OfficeFacts> {
    return this.read(code);
  }

  async read(code: string): Promise<OfficeFacts> {
    return { record: { ...(await this.get(code)), id: code } };
  }

  async see(code: string): Promise<OfficeView> {
    return officeOf(await this.get(code));
  }

  async find(code: string): Promise<OfficeRow | null> {
    const [found] = await this.database.rows<OfficeRow>('office', officeSql, [code]);
    return found ?? null;
  }

  /** County centre and town exchanges, in the order of their codes. */
  exchanges(): Promise<(OfficeRow & { stations: number })[]> {
    return this.database.rows('exchanges', exchangesSql);
  }

  /** Towns as `{ code, name }`, for choices. */
  async towns(): Promise<{ code: string; name: string }[]> {
    const [exchanges, names] = [await this.exchanges(), await this.names()];
    return exchanges
      .filter((each) => each.level === 'town')
      .map((each) => ({ code: each.officeCode, name: names.short(each.officeCode) }));
  }

  /** Stations of a town. */
  stations(townCode: string): Promise<OfficeRow[]> {
    return this.database.rows('stations', stationsSql, [townCode.slice(0, 9)]);
  }

  /** Villages of a town as `{ code, name }`, for choices. */
  async villages(townCode: string): Promise<{ code: string; name: string }[]> {
    const [stations, names] = [await this.stations(townCode), await this.names()];
    return stations.map((each) => ({ code: each.officeCode, name: names.short(each.officeCode) }));
  }

  /** Places below a reader's own, as choices of a list: his towns if there are several, villages of the one, or of the one chosen. */
  async choicesFor(me: Actor, chosen = ''): Promise<{ value: string; label: string }[]> {
    const scopes = scopesOf(me);
    const wide = scopes.filter(({ length }) => length <= 9);
    const [only] = scopes.length === 1 && wide[0]?.length === 9 ? wide : [];
    const towns =
      only !== undefined || wide.length === 0
        ? []
        : (await this.towns()).filter(({ code }) => wide.some((scope) => code.startsWith(scope)));
    const town = only ?? towns.find(({ code }) => code.slice(0, 9) === chosen.slice(0, 9))?.code;
    const villages = town === undefined ? [] : await this.villages(town.padEnd(12, '0'));
    return [
      ...towns.map(({ code, name }) => ({ value: code.slice(0, 9), label: name })),
      ...villages.map(({ code, name }) => ({ value: code, label: name })),
    ];
  }

  /** The open office that a person means: its code, its town, or its town and village. */
  async codeOf(said: string): Promise<string> {
    const rows = await this.database.ask<{ code: string }>(
      `SELECT office_code AS code FROM office WHERE status = 'open'`,
    );
    const names = await this.names();
    const fits = rows.filter(({ code }) => code === said || names.place(code) === said || names.short(code) === said);
    const [only] = fits;
    if (fits.length === 1 && only) return only.code;
    throw fits.length === 0 ? officeRefusals.unknownOffice(said) : officeRefusals.manyOffices(said, fits.length);
  }

  /** 李家桥 王: a village among the words narrows the place to it, what is left is the name, folded; only places within `own`. */
  async narrow(words: string, own: readonly string[]): Promise<{ prefixes: readonly string[]; rest: string }> {
    const names = await this.names();
    const towns = [...new Set(own.map((prefix) => prefix.slice(0, 9)).filter((prefix) => prefix.length === 9))];
    const parts = words
      .split(/[\s,，、]+/)
      .map(folded)
      .filter((part) => part !== '');
    for (const town of towns) {
      for (const { code, name } of await this.villages(town.padEnd(12, '0'))) {
        const said = [name, names.full(code)].map(folded);
        const called = parts.find((part) => said.includes(part) || said.includes(part + placeSigns.village));
        if (!called || !own.some((prefix) => code.startsWith(prefix))) continue;
        return { prefixes: [code], rest: parts.filter((part) => part !== called).join('') };
      }
    }
    return { prefixes: own, rest: parts.join('') };
  }

  /** The village and the group within it that a code of a contractor, a parcel or an issuer carries: 李家桥村3组. */
  async groupOf(officeCode: string, code: string): Promise<string> {
    const group = Number(code.slice(12, 14));
    return `${(await this.names()).place(officeCode)}${Number.isInteger(group) && group > 0 ? `${group}${placeSigns.group}` : ''}`;
  }

  async placeName(code: string): Promise<string> {
    return (await this.names()).place(code);
  }

  /** Names of all places, now and of old. */
  async names(): Promise<PlaceNames> {
    const now = this.wall.now().getTime();
    if (this.known && Math.abs(now - this.known.readAt) < staleMinutes * 60_000) return this.known.names;
    const rows = await this.database.ask<{ code: string; name: string; level: Level }>(namesSql);
    this.known = { names: namesOf(rows), readAt: now };
    return this.known.names;
  }

  /** Forgets what was read: a change of divisions has just been loaded. */
  forget(): void {
    this.known = null;
  }

  /** Where an office is and when it is open, kept by the county. */
  async describe(act: Act, { record }: OfficeFacts, contact: OfficeContact): Promise<void> {
    const { id: code } = record;
    const changed: unknown[] = await act.tx.query(
      `WITH changed AS (UPDATE office SET address = $2, phone = $3, hours = $4 WHERE office_code = $1 AND status = 'open' RETURNING id)
       SELECT id FROM changed`,
      [code, contact.address, contact.phone, contact.hours],
    );
    if (changed.length === 0) throw officeProblems.noOffice();
    await act.note('office', { id: code, officeCode: code }, { detail: { ...contact } });
  }
}

function namesOf(rows: readonly { code: string; name: string }[]): PlaceNames {
  const full = new Map(rows.map((row) => [row.code, row.name]));
  const short = (code: string): string => placeOf(full.get(code) ?? code);
  const place = (code: string): string => {
    if (!full.has(code) || levelOf(divisionCode(code)) !== 'village') return short(code);
    const town = within(divisionCode(code), 'town');
    return `${full.has(town) ? short(town) : ''}${short(code)}`;
  };
  return { place, short, full: (code) => full.get(code) ?? code };
}
