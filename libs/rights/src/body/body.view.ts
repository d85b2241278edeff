import { oldBodyCode } from '#kernel';
import { type Body, bodyKinds } from '#parties';
import { type Of, value, view } from '#platform';
import { bodyLabels, codeKinds } from './body.words.js';

const { fields: labels } = bodyLabels;

/** A body of the register, with its code or what stands in its place. */
export const bodyView = view(
  'RegisteredBody',
  {
    id: value.id(),
    name: value.text(labels.name),
    kind: value.code(bodyKinds, labels.kind),
    place: value.text(labels.place),
    contractorCode: value.maybe(value.text(labels.contractorCode)),
    creditCode: value.maybe(value.text(labels.creditCode)),
    oldCode: value.maybe(value.text(labels.oldCode)),
    /** Null where the code is a unified one that holds. */
    codeKind: value.maybe(value.code(codeKinds, labels.codeKind)),
    representative: value.text(labels.representative),
    address: value.text(labels.address),
    contracts: value.many(value.text(), labels.contracts),
  },
  bodyLabels.title,
);
export type RegisteredBody = Of<typeof bodyView>;

export function bodyOf(body: Body, place: string, contracts: readonly string[]): RegisteredBody {
  const { id, name, kind, contractorCode, creditCode, oldCode, legalRepresentative: representative, address } = body;
  const old = oldCode === null ? 'missing' : (oldBodyCode(oldCode)?.kind ?? 'check');
  return {
    ...{ id, name, kind, place, contractorCode, creditCode, oldCode, representative, address },
    codeKind: creditCode === null ? old : null,
    contracts: [...contracts],
  };
}
