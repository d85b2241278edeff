import { Injectable } from '@nestjs/common';
import { AccountStarts, type Act, type Elsewhere, type WaitingStart } from '#platform';

/** The start of an account that waits, as its acts know it. */
export interface StartFacts {
  record: WaitingStart;
}

/** The second person's desk: one start of an account, confirmed or refused. */
@Injectable()
export class StartDesk {
  constructor(private readonly starts: AccountStarts) {}

  /** Locked where it is decided. */
  async locked(_act: Act, id: string): Promise<StartFacts> {
    return this.read(id);
  }

  async read(id: string): Promise<StartFacts> {
    return { record: await this.starts.one(id) };
  }

  async see(id: string): Promise<WaitingStart> {
    return this.starts.one(id);
  }

  /** Answers with the second half itself, which is told this once. */
  async confirm(act: Act, { record }: StartFacts): Promise<Elsewhere> {
    return { id: '', view: await this.starts.confirm(act, record.id) };
  }

  async refuse(act: Act, { record }: StartFacts): Promise<Elsewhere> {
    await this.starts.refuse(act, record.id);
    return { id: '', view: null };
  }
}
