import { Inject, Injectable } from '@nestjs/common';
import { type Actor, type DivisionCode, isDivisionCode, levelOf, reaches } from '#kernel';
import { type Act, type ActPath, CONFIG, type Config, type Elsewhere, generalProblems, isUuid } from '#platform';
import { publicationProblems } from './publication.problems.js';
import type { ScreenFacts } from './screen.facts.js';
import type { TerminalInput } from './screen.input.js';
import type { Terminal } from './terminal.entity.js';
import { TerminalsService } from './terminals.service.js';

/** The screens of one place, and how one more is registered. */
@Injectable()
export class ScreenDesk {
  constructor(
    private readonly terminals: TerminalsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers with the address of the screen, which holds its token. */
  async register(act: Act, { record }: ScreenFacts, { name }: TerminalInput): Promise<Elsewhere> {
    const kind = kindAt(record.id);
    const { terminal, token } = await this.terminals.register(act, { name, kind, officeCode: record.id });
    const address = `${this.config.publicUrl}/screens/${record.id}?terminal=${token}`;
    const view = { id: terminal.id, name: terminal.name, token, address };
    return { id: '', view };
  }

  /** A screen that is gone, or whose address was lost: another is registered in its place. */
  async retire(act: Act, { record }: ScreenFacts, _input: unknown, at: ActPath): Promise<Elsewhere> {
    const id = at['terminal'] ?? '';
    if (!isUuid(id)) throw generalProblems.notFound();
    await this.terminals.retire(act, id, record.id);
    return { id: '', view: null };
  }

  locked({ actor }: Act, office: string): Promise<ScreenFacts> {
    return this.read(office, actor);
  }

  async read(office: string, me: Actor): Promise<ScreenFacts> {
    if (!isDivisionCode(office) || levelOf(office) === 'village') throw generalProblems.notFound();
    if (!reaches(me, office)) throw publicationProblems.notYourPlace();
    return { record: { id: office } };
  }

  async see(office: string, me: Actor): Promise<{ id: string }> {
    return (await this.read(office, me)).record;
  }
}

/** The county's centre and each town's exchange have a hall. */
const kindAt = (office: string): Terminal['kind'] =>
  levelOf(office as DivisionCode) === 'county' ? 'screen_county' : 'screen_town';
