import { Inject, Injectable } from '@nestjs/common';
import { type Actor, isDivisionCode, reaches } from '#kernel';
import { type Act, CONFIG, type Config, type Elsewhere, generalProblems } from '#platform';
import { publicationProblems } from './publication.problems.js';
import type { ScreenFacts } from './screen.facts.js';
import type { TerminalInput } from './screen.input.js';
import { TerminalsService } from './terminals.service.js';

/** The screens of one place, and how one more is registered. */
@Injectable()
export class ScreenDesk {
  constructor(
    private readonly terminals: TerminalsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers with the address of the screen, which holds its token. */
  async register(act: Act, { record }: ScreenFacts, { name, kind }: TerminalInput): Promise<Elsewhere> {
    const { terminal, token } = await this.terminals.register(act, { name, kind, officeCode: record.id });
    const address = `${this.config.publicUrl}/screens/${record.id}?terminal=${token}`;
    const view = { id: terminal.id, name: terminal.name, token, address };
    return { id: '', view };
  }

  locked({ actor }: Act, office: string): Promise<ScreenFacts> {
    return this.read(office, actor);
  }

  async read(office: string, me: Actor): Promise<ScreenFacts> {
    if (!isDivisionCode(office)) throw generalProblems.notFound();
    if (!reaches(me, office)) throw publicationProblems.notYourPlace();
    return { record: { id: office } };
  }

  async see(office: string, me: Actor): Promise<{ id: string }> {
    return (await this.read(office, me)).record;
  }
}
