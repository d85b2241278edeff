import { Injectable } from '@nestjs/common';
import { type Actor, reaches } from '#kernel';
import { Database, Finders, accessProblems, inputProblem } from '#platform';
import type { MortgageObjectInput } from './encumbrance.input.js';
import { mayEncumber } from './encumbrance.posts.js';
import { mortgageObjectView } from './encumbrance.view.js';
import { type MortgageObject, contractsOf, mortgageObject } from './encumbrances.queries.js';
import { rightProblems } from './right.problems.js';

/** What a mortgage may be put on: found first, then named by its id. */
@Injectable()
export class MortgageObjects {
  constructor(
    private readonly database: Database,
    private readonly finders: Finders,
  ) {}

  /** The contract on which the mortgage lies, as the household or one of its parcels tells. */
  async contractOf(input: MortgageObjectInput, me: Actor): Promise<string> {
    if (!mayEncumber(me)) throw accessProblems.notYourPost();
    const { household = null, parcel = null } = input;
    const fault = (name: string, detail: string): Error => inputProblem([{ pointer: `#/${name}`, detail }]);
    if (household === null && parcel === null) throw fault('household', '先找到哪一户，或者哪一块地');
    const [only, ...others] = await contractsOf(this.database.reader, household, parcel);
    if (!only) throw fault(parcel === null ? 'household' : 'parcel', '没有承包合同，不能抵押');
    if (others.length > 0) throw fault('parcel', '这一户有几份承包合同，找抵押的那块地');
    return only.id;
  }

  async named(
    about: { contractId?: string | undefined; rightId?: string | undefined },
    me: Actor,
  ): Promise<MortgageObject> {
    if (!mayEncumber(me)) throw accessProblems.notYourPost();
    const found = await mortgageObject(this.database.reader, about);
    if (!found || !reaches(me, found.officeCode)) throw rightProblems.notFound();
    return found;
  }

  async form(me: Actor): Promise<object> {
    if (!mayEncumber(me)) throw accessProblems.notYourPost();
    const { fields, page } = mortgageObjectView();
    return { ...page, values: await this.finders.offered(fields, {}, me) };
  }
}
