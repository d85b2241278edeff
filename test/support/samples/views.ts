import { transferPages } from './case-page.js';
import { cases } from './cases.js';
import { certificates } from './certificates.js';
import { refusals } from './refusals.js';
import { notices } from './notices.js';
import { front } from './front.js';
import { draws } from './draws.js';
import { deposits } from './deposits.js';
import { money } from './money.js';
import { many } from './many.js';
import { lists } from './lists.js';
import { lodging } from './lodging.js';
import { director } from './director.js';
import { answers } from './answers.js';
import { papers } from './papers.js';
import { proofs } from './proofs.js';
import { listings } from './listings.js';
import { auctions } from './auctions.js';
import { barring } from './barring.js';
import { wanted } from './wanted.js';
import { publications } from './publications.js';
import type { PageSample } from './sample.js';

/** Every page with a made-up view: looked at with preview.mjs, rendered by pages.spec.ts. */
export const views: Record<string, PageSample> = {
  ...cases,
  ...transferPages,
  ...certificates,
  ...refusals,
  ...notices,
  ...front,
  ...lists,
  ...lodging,
  ...many,
  ...deposits,
  ...money,
  ...director,
  ...answers,
  ...papers,
  ...publications,
  ...listings,
  ...wanted,
  ...barring,
  ...draws,
  ...proofs,
  ...auctions,
};
