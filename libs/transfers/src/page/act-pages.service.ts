import { Injectable } from '@nestjs/common';
import { type Actor, Clock } from '#kernel';
import { Database, Steps, generalProblems, stepProblems } from '#platform';
import {
  type Asked,
  consents,
  fieldsOf,
  files,
  mortgagees,
  renewalText,
  renewalValues,
  withdrawals,
} from './act-asks.js';
import { actForms, checklistFields } from './act-forms.js';
import { capitalForm } from '../capital/capital-forms.js';
import { CollectiveService } from '../collective/collective.service.js';
import { CaseFacts } from '../facts/case-facts.service.js';
import { guarantorForm } from '../applications/guarantors.service.js';
import { checkItems } from '../desks/checklist.js';
import { isSheet, maySheet, sheetForm } from '../sheets/sheet-forms.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferHead } from '../transfer.head.js';
import { returnsOf, reviewsOf } from '../transfers.queries.js';
import { type TransferAction, transferWorkflow } from '../transfer.workflow.js';

/** The pages that ask for words, or once more, before an act. */
@Injectable()
export class ActPages {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFacts,
    private readonly steps: Steps,
    private readonly collective: CollectiveService,
    private readonly clock: Clock,
  ) {}

  async of(id: string, noun: string, me: Actor, household: string | null): Promise<object> {
    const facts = await this.cases.read(id, me);
    const asked = await this.asked(facts, noun, me, household);
    const here = `/transfers/${id}`;
    return {
      title: asked.title,
      trail: { steps: [{ href: here, label: facts.record.number ?? '草稿' }], here: asked.title, code: false },
      text: asked.text,
      facts: transferHead(facts, me).facts,
      warning: asked.warning,
      act: {
        label: asked.label,
        href: `${here}/${noun}`,
        tone: asked.tone,
        fields: asked.fields,
        multipart: asked.multipart,
      },
      back: { label: '不办了，回案件', href: here },
      values: asked.values,
    };
  }

  private async asked(facts: TransferFacts, noun: string, me: Actor, household: string | null): Promise<Asked> {
    if (noun === 'review') return this.review(facts);
    if (noun === 'files') return files();
    if (noun === 'mortgagee-consents') return mortgagees(facts);
    if (isSheet(noun) && maySheet(facts, noun, me))
      return { ...sheetForm(facts, noun, me), warning: '', tone: '', multipart: noun === 'mandates' };
    const form = this.collective.form(facts, noun, me) ?? capitalForm(facts, noun, me) ?? guarantorForm(facts, noun);
    if (form) return { ...form, warning: '', tone: '', multipart: true };
    if (noun === 'consents') return consents(facts, household, me);
    if (noun === 'consent-withdrawals') return withdrawals(facts, household, me);
    const found = Object.entries(actForms).find(([, form]) => form?.noun === noun);
    if (!found) throw generalProblems.notFound();
    const [action, act] = found;
    const step = this.steps
      .open(transferWorkflow, facts, me, this.clock.now())
      .find((each) => each.action === (action as TransferAction));
    if (!step) throw stepProblems.notOpen();
    if (!step.enabled) throw stepProblems.blocked({ blockers: step.blockers });
    return {
      title: step.label,
      text: [...(step.hint === '' ? [] : [step.hint]), ...(action === 'prolong' ? [renewalText(facts)] : [])],
      warning: step.confirm ?? '',
      label: step.label,
      tone: step.tone === 'solid' ? '' : step.tone,
      fields: fieldsOf(action as TransferAction, facts, act?.fields ?? []),
      multipart: act?.multipart ?? false,
      values: action === 'prolong' ? renewalValues(facts) : action === 'return' ? await this.returned(facts) : {},
    };
  }

  /** What the county sent back, the town need not type again for the parties. */
  private async returned({ record }: TransferFacts): Promise<Record<string, unknown>> {
    if (record.state !== 'county_returned') return {};
    const last = (await returnsOf(this.database.reader, record.id)).findLast((each) => each.level === 'county');
    const values: Record<string, unknown> = {};
    for (const [index, defect] of (last?.defects ?? []).slice(0, 6).entries())
      for (const [name, value] of Object.entries(defect)) values[`defects.${index}.${name}`] = value;
    return values;
  }

  private async review(facts: TransferFacts): Promise<Asked> {
    const rows = await reviewsOf(this.database.reader, facts.record.id);
    const current = rows.find((row) => row.level === 'county' && row.round === facts.record.round);
    const values: Record<string, unknown> = { opinion: current?.opinion ?? '' };
    for (const [index, item] of Object.keys(checkItems).entries()) {
      const check = current?.checklist.find((each) => each.item === item);
      values[`checks.${index}.result`] = check?.result ?? '';
      values[`checks.${index}.note`] = check?.note ?? '';
    }
    return {
      title: '核查清单和审核意见',
      text: ['看一项填一项，随时可以存；填完 12 项才能通过。'],
      warning: '',
      label: '存好',
      tone: '',
      fields: checklistFields(),
      multipart: false,
      values,
    };
  }
}
