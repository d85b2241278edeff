import { describe, expect, it } from '@jest/globals';
import {
  codeMismatch,
  contractCode,
  contractorCode,
  issuerCode,
  parcelCode,
  type RegisterCode,
} from './register-codes.js';

const issuer = '37012610120100';
const contractor = `${issuer}0007`;
const parcel = `${issuer}00012`;

describe('A code of the register', () => {
  it.each<[string, (text: string) => RegisterCode, string]>([
    ['issuer', issuerCode, issuer],
    ['contractor', contractorCode, contractor],
    ['parcel', parcelCode, parcel],
    ['household contract', contractCode, `${contractor}J`],
    ['contract of another mode', contractCode, `${contractor}Q`],
    ['contract in small letters', contractCode, ` ${contractor}j `],
  ])('of an %s is valid', (_, read, code) => {
    expect(read(code)).toEqual({ kind: 'valid', code: code.trim().toUpperCase() });
  });

  it.each<[string, (text: string) => RegisterCode, string]>([
    ['issuer without group', issuerCode, issuer.slice(0, 12)],
    ['contractor padded with a space', contractorCode, `${contractor.slice(0, 17)} `],
    ['parcel one digit short', parcelCode, parcel.slice(0, 18)],
    ['contract of eighteen characters', contractCode, `${contractor.slice(0, 17)}J`],
    ['contract without suffix', contractCode, contractor],
  ])('of an old %s is kept as legacy', (_, read, code) => {
    expect(read(code)).toMatchObject({ kind: 'legacy', code: code.trim(), reason: expect.stringContaining('待核实') });
  });

  it.each<[string, (text: string) => RegisterCode, string]>([
    ['issuer', issuerCode, ''],
    ['issuer', issuerCode, `${issuer}0`],
    ['contractor', contractorCode, `${contractor}0`],
    ['contractor', contractorCode, `${contractor.slice(0, 17)}A`],
    ['parcel', parcelCode, `${parcel}0`],
    ['parcel', parcelCode, 'DK00012'],
    ['contract', contractCode, `${contractor}X`],
    ['contract', contractCode, ''],
  ])('of a %s is refused', (_, read, code) => {
    expect(read(code)).toMatchObject({ kind: 'wrong', reason: expect.stringContaining('应为') });
  });

  it('agrees with the other codes of its record', () => {
    expect(codeMismatch({ issuer, contractor, parcel, contract: `${contractor}J` })).toBeUndefined();
    expect(codeMismatch({ issuer })).toBeUndefined();
  });

  it.each([
    [{ issuer: '37012610120101', contractor }, '承包方代码'],
    [{ issuer: '37012610120101', parcel }, '承包地块代码'],
    [{ issuer, contractor, contract: `${issuer}0008J` }, '承包合同代码'],
  ])('that belongs elsewhere is named: %j', (codes, name) => {
    expect(codeMismatch(codes)).toContain(name);
  });
});
