import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { readingView } from './reading-view.js';

const server = fastify();
server.addHook('onRequest', readingView);
server.get('/*', () => 'page');

describe('Large print', () => {
  it('is remembered by the browser and leads back to the same page', async () => {
    const answer = await server.inject('/notices?q=%E6%AE%B7%E5%B7%B7&view=elder');
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/notices?q=%E6%AE%B7%E5%B7%B7');
    expect(answer.headers['set-cookie']).toContain('view=elder');
  });

  it('is forgotten on request', async () => {
    const answer = await server.inject('/notices?view=standard');
    expect(answer.headers['set-cookie']).toContain('Max-Age=0');
  });

  it('never leads to another site', async () => {
    const answer = await server.inject('//elsewhere.example/?view=elder');
    expect(answer.headers.location).toBe('/elsewhere.example/');
  });

  it.each(['/notices', '/notices?view=large', '/notices?q=view'])('leaves %s alone', async (url) => {
    expect((await server.inject(url)).body).toBe('page');
  });
});
