import type { BodyKind } from './body.entity.js';

/** A person as an identity card gives them. */
export interface PersonInput {
  name: string;
  identityNumber: string;
  phone?: string;
  /** Why a number that another person has, or that fails its check, is accepted; needs proof in the case. */
  exception?: string;
}

/** A person as a form names them: picked from the register, or as an identity card says. */
export interface PersonNamed {
  found?: string | undefined;
  name?: string | undefined;
  identityNumber?: string | undefined;
  phone?: string | undefined;
}

/** The fields of a form by which it names a person. */
export interface PersonAt {
  name: string;
  identityNumber: string;
}

export interface BodyInput {
  name: string;
  kind: BodyKind;
  creditCode: string;
  legalRepresentative: string;
  phone?: string;
  address?: string;
}
