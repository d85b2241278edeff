import type { Schema } from './schemas.js';

/** What a program's author reads first. */
export const guide = [
  '每个网页都有一份同样内容的 JSON：网址前加 `/api`。办事用 POST，名词在网址末尾（`/transfers/{id}/submission`）。',
  '',
  '- **登录**：`POST /api/sessions` 得到 `token`，以后每次请求带 `Authorization: Bearer <token>`。',
  '- **不重复办**：每个 POST 带 `Idempotency-Key`（自己编，一件事一个）。断线后原样再发，得到第一次的答复，头里有 `Idempotency-Replayed: true`。',
  '- **不盖掉别人的改动**：读案件得到 `ETag`，办事时放进 `If-Match`；别人先改了就答 412。',
  '- **拒绝**：`application/problem+json`（RFC 9457），`type` 是一个能打开的网页，`blockers` 逐条写明还差什么，`errors` 指到出错的那一项。',
  '- **翻页**：列表给出 `next`，放进 `after` 就是下一页，翻到多深都一样快。',
  '- **钱以分计，面积以亩计（字符串，保留小数），日子写作 `2026-10-15`，时刻带时区。**',
].join('\n');

const view: Schema = {
  type: 'object',
  description: '与网页同样的内容。公开的一律打码，能看多少随登录的人而定。',
};

const eTag: Schema = {
  description: '案件的修订号，下次办事放进 If-Match。',
  schema: { type: 'string', examples: ['"5b0f7c52-3c1e-4d4b-9a52-6f1a2d1d8a11.7"'] },
};

/** The two kinds of answers. */
export const answers = {
  view: {
    description: '查到了。网页与 JSON 内容相同。',
    headers: { ETag: eTag },
    content: { 'application/json': { schema: view }, 'text/html': { schema: { type: 'string' } } },
  },
  act: {
    description: '办好了。Location 是接下来该看的地方。',
    headers: {
      ETag: eTag,
      Location: { description: '办好的那件事。', schema: { type: 'string' } },
      'Idempotency-Replayed': {
        description: '这是第一次的答复，没有再办。',
        schema: { type: 'string', const: 'true' },
      },
    },
    content: { 'application/json': { schema: view } },
  },
} satisfies Readonly<Record<string, Schema>>;

const refusal = (description: string): Schema => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const schemas: Readonly<Record<string, Schema>> = {
  Problem: {
    type: 'object',
    description: '一次有名字的拒绝（RFC 9457）。',
    required: ['type', 'title', 'status'],
    properties: {
      type: { $ref: '#/components/schemas/ProblemType' },
      title: { type: 'string' },
      status: { type: 'integer' },
      instance: { type: 'string' },
      detail: { type: 'string' },
      article: { type: 'string', description: '依据的条文。' },
      way: { type: ['object', 'null'], description: '接下来该去哪里。' },
      blockers: { type: 'array', items: { $ref: '#/components/schemas/Blocker' } },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          required: ['pointer', 'detail'],
          properties: { pointer: { type: 'string', examples: ['#/areaMu'] }, detail: { type: 'string' } },
        },
      },
      open: { type: 'array', description: '现在能办的步骤。', items: { type: 'object' } },
    },
  },
};

/** What operations lean on by name. */
export const components = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'session', description: '浏览器登录后的会话。' },
    bearer: { type: 'http', scheme: 'bearer', description: 'POST /api/sessions 给的 token。' },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      description: '自己编的请求编号，一件事一个；同号同内容只办一次，同号不同内容答 422。',
      schema: { type: 'string', maxLength: 255 },
    },
    IfMatch: {
      name: 'If-Match',
      in: 'header',
      description: '读到的 ETag；之后有人改过就答 412，不办。',
      schema: { type: 'string', examples: ['"5b0f7c52-3c1e-4d4b-9a52-6f1a2d1d8a11.7"'] },
    },
  },
  responses: {
    SignIn: refusal('要先登录。'),
    NotYours: refusal('不归这个岗位，或者不归这个地方管。'),
    NotFound: refusal('没有，或者不归您看。'),
    Conflict: refusal('这一步现在不能办：状态不对，或者还有事没办完（blockers）。'),
    Changed: refusal('您看到的内容已经被别人改过。'),
    Unreadable: refusal('读不了这种格式的内容。'),
    Invalid: refusal('填的内容有错，errors 指到每一项。'),
    TooMany: refusal('问得太快，按 Retry-After 等一会儿。'),
    Problem: refusal('别的拒绝。'),
  },
  schemas,
} as const satisfies Schema & { schemas: Readonly<Record<string, Schema>> };
