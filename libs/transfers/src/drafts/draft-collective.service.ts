import { Injectable } from '@nestjs/common';
import type { Actor } from '#kernel';
import { CaseFacts } from '../facts/case-facts.service.js';
import { CollectiveService } from '../collective/collective.service.js';
import { transferProblems } from '../transfer.problems.js';
import { hrefOf } from './draft.head.js';
import type { OpenDraft } from './drafts.service.js';

/** The collective's decision and the township's approval, asked for within the application. */
@Injectable()
export class DraftCollective {
  constructor(
    private readonly cases: CaseFacts,
    readonly desk: CollectiveService,
  ) {}

  async form(draft: OpenDraft, transferId: string, noun: string, me: Actor): Promise<object> {
    const form = this.desk.form(await this.cases.read(transferId, me), noun, me);
    if (form === null) throw transferProblems.notTheCollective();
    return formPage(draft, noun, form);
  }
}

/** The fields of `confirm` for a form below a draft. */
export function formPage(
  draft: OpenDraft,
  noun: string,
  asked: { title: string; text: readonly string[]; label: string; fields: readonly object[]; values?: object },
): object {
  const back = hrefOf(draft.id, 'materials');
  return {
    title: asked.title,
    trail: { steps: [{ href: back, label: '材料' }], here: asked.title, code: false },
    text: asked.text,
    facts: [],
    warning: '',
    act: {
      label: asked.label,
      href: `/transfers/new/${draft.id}/${noun}`,
      tone: '',
      fields: asked.fields,
      multipart: true,
    },
    back: { label: '回材料', href: back },
    values: asked.values ?? {},
  };
}
