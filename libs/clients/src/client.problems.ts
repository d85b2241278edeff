import { problem } from '#kernel';
import { refuses } from '#platform';

export const clientProblems = {
  notFound: problem('client-not-found', 404, '没有这个接入程序'),
  there: problem('client-there', 409, '这个单位已经有这个名字的程序', '在用的先停用，或者换一个名字。'),
  notOpen: problem('client-not-open', 409, '这个程序现在不能发密钥', '要先由另一个人同意接入；停用的不再发。'),
};

/** What is said of single fields. */
export const clientFaults = { watcherReads: '监管岗的程序只查，不能办' } as const;

refuses({ api_client_once: clientProblems.there });
