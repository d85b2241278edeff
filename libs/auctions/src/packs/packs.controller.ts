import { Controller, Get, Inject, Param, ParseUUIDPipe } from '@nestjs/common';
import type { Actor } from '#kernel';
import {
  Assets,
  CONFIG,
  type Config,
  Download,
  Gives,
  Me,
  Page,
  Public,
  Sends,
  type Shown,
  Templates,
  sentTypes,
} from '#platform';
import { PackBuilder } from './pack-builder.service.js';
import { type SignedReceipt, signedReceiptView } from './signed-receipt.view.js';
import { SignedReceipts } from './signed-receipts.service.js';
import { type PackView, packOf, packView } from './pack.view.js';

const script = 'auction-verifier.js';

/** What a stranger takes home of an auction, and with what he works it out anew. */
@Public()
@Controller('auctions')
export class PacksController {
  constructor(
    private readonly packs: PackBuilder,
    private readonly receipts: SignedReceipts,
    @Inject(Assets) private readonly assets: Assets,
    @Inject(Templates) private readonly templates: Templates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The verifier for Node, in one file without packages. */
  @Get('verifier.mjs')
  @Sends(sentTypes.script)
  async verifier(): Promise<Download> {
    return new Download(Buffer.from(this.assets.text(script)), sentTypes.script, 'auction-verifier.mjs');
  }

  /** The verifier as a page of one file: it works from a disk, with the exchange switched off. */
  @Get('verifier.html')
  @Sends(sentTypes.page)
  async page(): Promise<Download> {
    const { county, publicUrl: site } = this.config;
    const html = this.templates.text('terminal/auction-verifier', { county: county.name, site });
    const whole = html.replace('</body>', () => `<script>\n${this.assets.text(script)}\n</script>\n</body>`);
    return new Download(Buffer.from(whole), sentTypes.page, 'auction-verifier.html');
  }

  /** What somebody got for an attempt: to whose number it is, and to everybody when it is over. */
  @Get(':id/receipts/:seq')
  @Page('auctions/receipt')
  @Gives(signedReceiptView)
  receipt(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('seq') seq: string,
    @Me() me: Actor,
  ): Promise<Shown<SignedReceipt>> {
    // 0, which none has, for what is no number.
    return this.receipts.see(id, /^\d{1,9}$/.test(seq) ? Number(seq) : 0, me);
  }

  @Get(':id/pack')
  @Page('auctions/pack')
  @Gives(packView)
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<PackView> {
    const { record, facts } = await this.packs.found(id);
    return packOf(record, facts);
  }

  @Get(':id/pack.jsonl')
  @Sends(sentTypes.lines)
  async file(@Param('id', ParseUUIDPipe) id: string): Promise<Download> {
    const { record, content } = await this.packs.file(id);
    return new Download(Buffer.from(content), sentTypes.lines, `${record.listingNumber}.pack.jsonl`);
  }
}
