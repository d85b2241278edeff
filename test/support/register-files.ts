import { type MadeUpVillage, generateVillage } from '#rights';

type Row = Record<string, string>;

/** A made-up village as the six files of NY/T 2539 that a county would hand in. */
export interface RegisterFiles {
  FBF: Row[];
  CBF: Row[];
  CBF_JTCY: Row[];
  CBHT: Row[];
  CBDKXX: Row[];
  DK: {
    type: 'FeatureCollection';
    features: { type: 'Feature'; properties: Row; geometry: { type: string; coordinates: unknown } }[];
  };
}

export function registerFiles(households: number, seed: string, divisionCode = '370126102220'): RegisterFiles {
  const village: MadeUpVillage = generateVillage({ divisionCode, villageName: '禾丰村', households, seed });
  const files: RegisterFiles = {
    FBF: [],
    CBF: [],
    CBF_JTCY: [],
    CBHT: [],
    CBDKXX: [],
    DK: { type: 'FeatureCollection', features: [] },
  };
  const FBFBM = village.issuer.code;
  files.FBF.push({ FBFBM, FBFMC: village.issuer.name, FBFFZRXM: village.issuer.head });
  for (const made of village.households) {
    const [CBFBM, CBHTBM, head] = [made.contractorCode, made.contractCode, made.members[0]!];
    files.CBF.push({
      CBFBM,
      CBFLX: '1',
      CBFMC: head.name,
      CBFZJLX: '1',
      CBFZJHM: head.identityNumber,
      CBFDZ: made.address,
      LXDH: made.phone,
    });
    for (const m of made.members) {
      const sex = m.sex === 'male' ? '1' : '2';
      files.CBF_JTCY.push({
        CBFBM,
        CYXM: m.name,
        CYXB: sex,
        CYZJLX: '1',
        CYZJHM: m.identityNumber,
        YHZGX: m.relation,
        CYBZ: m.note ?? '',
        SFGYR: m.coRight ? '1' : '2',
      });
    }
    const total = made.parcels.reduce((sum, parcel) => sum + Number(parcel.measuredM2), 0).toFixed(2);
    files.CBHT.push({
      CBHTBM,
      YCBHTBM: '',
      FBFBM,
      CBFBM,
      CBFS: '110',
      CBQXQ: made.from,
      CBQXZ: made.to,
      HTZMJ: total,
      CBDKZS: String(made.parcels.length),
      QDSJ: made.signedOn,
    });
    for (const p of made.parcels) {
      // prettier-ignore
      const properties = { DKBM: p.code, DKMC: p.name, SYQXZ: '32', DKLB: '10', TDLYLX: p.landClass === '0102' ? '012' : p.landClass, DLDJ: p.grade, TDYT: p.use,
        SFJBNT: p.basicFarmland ? '1' : '2', SCMJ: p.measuredM2, DKDZ: p.east, DKNZ: p.south, DKXZ: p.west, DKBZ: p.north };
      files.DK.features.push({ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: p.shape } });
      files.CBDKXX.push({
        DKBM: p.code,
        FBFBM,
        CBFBM,
        CBJYQQDFS: '110',
        HTMJ: p.measuredM2,
        CBHTBM,
        CBJYQZBM: CBHTBM,
        HTMJM: p.contractMu,
      });
    }
  }
  return files;
}

export function csvOf(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((line) => line.join(',')).join('\r\n');
}
