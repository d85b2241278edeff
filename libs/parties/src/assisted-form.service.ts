import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Finders, ParameterStore, Shown, Templates, formOf, sectionsOf } from '#platform';
import { AssistanceInput } from './assisted.input.js';
import type { Assistance } from './assisted.view.js';

/** The form by which a clerk begins to act for a person who is present. */
@Injectable()
export class AssistedForm {
  constructor(
    private readonly parameters: ParameterStore,
    private readonly clock: Clock,
    private readonly finders: Finders,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  /** The form before anything is done; with what a card reader has read, if anything. */
  async show(me: Actor, read: Record<string, string> = {}): Promise<Shown<Assistance>> {
    const { assistedSessionMinutes: idleMinutes } = await this.parameters.on(this.clock.today());
    const readAloud = this.templates.text('assisted/read-aloud', {});
    return new Shown({ idleMinutes, readAloud }, async () => {
      const fields = formOf(AssistanceInput);
      const filled = { identityRead: 'card_reader', readAloud, ...read };
      const values = { ...filled, ...(await this.finders.offered(fields, filled, me)) };
      return { sections: sectionsOf(fields), values };
    });
  }
}
