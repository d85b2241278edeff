import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Vault } from './vault.js';

const vault = new Vault({ secretKey: Buffer.alloc(32, 7) });
const number = '999999197001010014';

describe('The vault', () => {
  it('gives back what was put in, and never shows it', () => {
    const sealed = vault.seal('identity', number);
    expect(vault.open('identity', sealed)).toBe(number);
    expect(sealed.toString('latin1')).not.toContain(number);
    expect(vault.seal('identity', number).equals(sealed)).toBe(false);
  });

  it('finds the same number again by its index, under this key alone', () => {
    expect(vault.indexOf(number).equals(vault.indexOf(number))).toBe(true);
    expect(vault.indexOf(number).equals(vault.indexOf('999999197001010022'))).toBe(false);
    expect(new Vault({ secretKey: randomBytes(32) }).indexOf(number).equals(vault.indexOf(number))).toBe(false);
  });

  it('refuses a phone in place of a number, a changed byte, and what another key sealed', () => {
    const sealed = vault.seal('phone', '10000123456');
    expect(() => vault.open('identity', sealed)).toThrow();
    const changed = Buffer.from(sealed);
    changed[changed.length - 1]! ^= 1;
    expect(() => vault.open('phone', changed)).toThrow();
    expect(() => new Vault({ secretKey: randomBytes(32) }).open('phone', sealed)).toThrow(/SECRET_KEY/);
  });

  it('keeps whole files', () => {
    const file = randomBytes(5000);
    expect(vault.openFile(vault.sealFile(file)).equals(file)).toBe(true);
  });
});
