import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const live = {
  ...{ MODE: 'live', SECRET_KEY: 'ab'.repeat(32), DATABASE_URL: 'postgresql://h/d', ADMINISTRATOR: 'admin' },
  ...{ TZ: 'Asia/Shanghai', PUBLIC_URL: 'https://exchange.test' },
};
const training = { SECRET_KEY: 'ab'.repeat(32) };

describe('The address that people type', () => {
  it.each([
    ['https://exchange.test', 'https://exchange.test'],
    ['https://Exchange.test:8443/', 'https://exchange.test:8443'],
  ])('is %s', (given, read) => {
    expect(readConfig({ ...live, PUBLIC_URL: given }).publicUrl).toBe(read);
  });

  it.each([
    ...[
      'http://exchange.test',
      'exchange.test',
      'https://',
      'https:///verify',
      'https:exchange.test',
      'ftp://exchange.test',
    ],
    ...[
      'https://exchange.test/land',
      'https://exchange.test?a',
      'https://u:p@exchange.test',
      'https://exchange .test',
      ' ',
    ],
    ...['javascript:alert(1)', 'https://[::1', 'https://exchange.test\\evil'],
  ])('is not %s where people are real: the exchange does not start', (given) => {
    expect(() => readConfig({ ...live, PUBLIC_URL: given })).toThrow(ConfigError);
  });

  it('may be without a certificate in training, and is an address there too', () => {
    expect(readConfig({ ...training, PUBLIC_URL: 'http://127.0.0.1:3000/' }).publicUrl).toBe('http://127.0.0.1:3000');
    expect(readConfig({ ...training, PORT: '8080' }).publicUrl).toBe('http://127.0.0.1:8080');
    expect(() => readConfig({ ...training, PUBLIC_URL: 'the town hall' })).toThrow('PUBLIC_URL');
  });
});

describe('The connections of a server', () => {
  it('are three at least: acts leave two of them for what is read', () => {
    expect(readConfig({ ...training, POOL_SIZE: '3' }).poolSize).toBe(3);
    expect(() => readConfig({ ...training, POOL_SIZE: '2' })).toThrow('POOL_SIZE');
  });
});

describe('Whose X-Forwarded-For is believed', () => {
  it.each([
    ['', false],
    ['no', false],
    ['1', 1],
    ['127.0.0.1', ['127.0.0.1']],
    ['10.0.0.0/24, ::1', ['10.0.0.0/24', '::1']],
    ['fd00::/8', ['fd00::/8']],
  ])('%s', (given, read) => {
    expect(readConfig({ ...training, TRUST_PROXY: given }).trustProxy).toEqual(read);
  });

  it.each([
    'yes',
    'true',
    '0',
    '10',
    '-1',
    '1.5',
    'proxy.local',
    '0.0.0.0/0',
    '10.0.0.0/33',
    '127.0.0.1/',
    ',',
    '::/0',
    '1/2/3',
  ])('is not said by %s', (given) => {
    expect(() => readConfig({ ...training, TRUST_PROXY: given })).toThrow(/^TRUST_PROXY is no, the number/);
  });
});

describe('A base map', () => {
  const named = 'https://map.example/wms?bbox={west},{south},{east},{north}&width={width}&height={height}';

  it('is none unless it is named, by an address with the ground and the size in it', () => {
    expect(readConfig(training).baseMap).toBe('');
    expect(readConfig({ ...training, BASE_MAP: named }).baseMap).toBe(named);
    for (const wrong of ['https://map.example/', 'file:///map{west}', named.replace('{north}', '')])
      expect(() => readConfig({ ...training, BASE_MAP: wrong })).toThrow(/^BASE_MAP must be an address with/);
  });
});
