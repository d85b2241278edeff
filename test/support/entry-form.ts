import type { Locator } from 'playwright-core';
import type { TestExchange } from './exchange.js';
import type { Phone } from './phone.js';

/** The station's form on a phone, and the list of what lies there. */
export class EntryForm {
  constructor(
    private readonly phone: Phone,
    private readonly exchange: TestExchange,
  ) {}

  get form(): Locator {
    return this.phone.page.locator('#entry');
  }

  get outbox(): Locator {
    return this.phone.page.locator('#outbox');
  }

  field(name: string): Locator {
    return this.form.locator(`[name="${name}"]`).first();
  }

  /** Waits until an item of the list says so. */
  says(words: string): Promise<void> {
    return this.outbox.locator('li', { hasText: words }).first().waitFor();
  }

  send(): Promise<void> {
    return this.form.getByRole('button', { name: '存成草稿' }).click();
  }

  kept(photo: string): Promise<void> {
    return this.form.locator('#photos-kept li', { hasText: photo }).waitFor();
  }

  async photos(...files: readonly (readonly [name: string, file: File | null])[]): Promise<void> {
    const read = files.map(async ([name, file]) => ({
      ...{ name, mimeType: 'image/jpeg' },
      buffer: file === null ? Buffer.alloc(0) : Buffer.from(await file.arrayBuffer()),
    }));
    await this.field('photos').setInputFiles(await Promise.all(read));
  }

  async type(more: Record<string, string> = {}): Promise<void> {
    const texts = { 'startsOn.year': '2026', 'startsOn.month': '11', 'startsOn.day': '10', priceYuan: '900' };
    for (const [name, text] of Object.entries({ ...texts, lease: '无', dispute: '无', ...more }))
      await this.field(name).fill(text);
    await this.form.locator('[name="endsOn.years"][value="P5Y"]').check();
    await this.field('payment').selectOption('一年一付，先付钱后种地');
    await this.field('purpose').selectOption('grain');
  }

  /** A draft on the first parcel of a household. */
  async begin(code: string, more: Record<string, string> = {}): Promise<void> {
    await this.phone.go(`/listings/new?household=${code}`);
    await this.field('parcels').check();
    await this.type(more);
  }

  /** The lots of a household's land, and how many photos each has. */
  entered(code: string): Promise<{ id: string; photos: number }[]> {
    return this.exchange.database.ask(
      `SELECT l.id, (SELECT count(*)::int FROM evidence_file f WHERE f.subject = 'listing' AND f.subject_id = l.id::text) AS photos
       FROM listing l WHERE EXISTS (SELECT FROM listing_parcel lp JOIN household h ON h.id = lp.grantor_id WHERE lp.listing_id = l.id AND h.contractor_code = $1)`,
      [code],
    );
  }
}
