import {
  AreaField,
  CheckField,
  ChoiceField,
  DayField,
  MomentField,
  PickField,
  type Received,
  ScanField,
  TextField,
} from '#platform';
import { agreementMethods, conclusions, confirmationMethods, farmlandOnSite, sides } from './inspection.words.js';

const note = { optional: true, length: [0, 500] } as const;
const degrees = { optional: true, length: [1, 12], decimal: true } as const;
const points = '请填定位点，每行一个，先经度后纬度，例如 117.15103,37.30912。';

export class SurveyorsInput {
  @PickField('调查人员', { most: 10, refusal: '请选同去的调查人员，一次最多 10 人。' }) surveyors: string[];
}

export class MeasurementInput {
  @AreaField('实测面积', {
    hint: '最多四位小数',
    refusal: '请填实测面积，单位亩，最多四位小数，例如 18.39。',
  })
  measuredMu: string;

  /** One place a line, longitude and latitude in degrees. */
  @TextField('定位点', {
    ...{ lines: 5, length: [5, 20_000], refusal: points },
    hint: '每行一个，先经度后纬度，例如 117.15103,37.30912',
  })
  points: string;

  @TextField('说明', { ...note, lines: 2, hint: '差得多要写原因' }) remark?: string;

  @ChoiceField('是不是永久基本农田', farmlandOnSite, {
    ...{ wide: true, hint: '对照永久基本农田图和界桩', refusal: '请选这块地是不是永久基本农田。' },
  })
  farmland: keyof typeof farmlandOnSite;

  @TextField('基本农田说明', { ...note, hint: '和登记簿不一样的要写原因' }) farmlandNote?: string;
}

export class NeighbourInput {
  @ChoiceField('哪一边', sides, { refusal: '请选哪一边。' }) side: keyof typeof sides;

  @TextField('相邻的人', { length: [1, 50], hint: '路、渠也写', refusal: '请填相邻的人，路、渠也写在这里。' })
  name: string;

  @ChoiceField('认不认这条界', { yes: '认，界线没有争议', no: '不认' }, { wide: true, refusal: '请选认不认这条界。' })
  confirmed: 'yes' | 'no';

  @ChoiceField('怎么确认的', confirmationMethods, { refusal: '请选怎么确认的。' })
  method: keyof typeof confirmationMethods;

  @TextField('说明', note) neighbourRemark?: string;
}

const beside = (side: string) => ({ length: [1, 50], refusal: `请填${side}边相邻的人，路、渠也写。` }) as const;

/** All four sides of a parcel where every neighbour agrees; a side that differs is a `NeighbourInput` of its own. */
export class SidesInput {
  @TextField('东边', { ...beside('东'), hint: '相邻的人，路、渠也写' }) east: string;
  @TextField('南边', beside('南')) south: string;
  @TextField('西边', beside('西')) west: string;
  @TextField('北边', beside('北')) north: string;

  @ChoiceField('四边怎么确认的', agreementMethods, { refusal: '请选四边怎么确认的。' })
  agreedBy: keyof typeof agreementMethods;

  @CheckField('四边相邻的人都认，界线没有争议', {
    hint: '有一边不认、找不到人，这一边单独记',
    refusal: '四边都认才一起存；有一边不认的，单独记那一边。',
  })
  agreed: 'yes';
}

/** Photos of the field, and where and when they were taken, if the phone knows. */
export class PhotosInput {
  @ScanField('拍照', { most: 40, photo: true, hint: '可以一次选几张', refusal: '请拍照，或者选照片。' })
  photos: Received[];

  @TextField('经度', {
    ...{ ...degrees, pattern: /^\d{1,3}\.\d{1,8}$/, hint: '手机上看得到就填' },
    refusal: '经度写成小数，例如 117.15103。',
  })
  longitude?: string;

  @TextField('纬度', { ...degrees, pattern: /^\d{1,2}\.\d{1,8}$/, refusal: '纬度写成小数，例如 37.30912。' })
  latitude?: string;

  @MomentField('什么时候拍的', { optional: true, refusal: '拍摄时间要带时区，例如 2026-09-24T09:30+08:00。' })
  takenAt?: string;
}

export class FindingsInput {
  @DayField('哪天去的', { refusal: '请填哪天去的：年、月、日。' }) visitedOn: string;

  @TextField('几点到的', {
    ...{ length: [5, 5], pattern: /^([01]\d|2[0-3]):[0-5]\d$/, hint: '例如 09:30' },
    refusal: '请填几点到的，例如 09:30。',
  })
  visitedTime: string;

  @TextField('现在谁在用，怎么用', { lines: 2, length: [1, 500], refusal: '请写现在谁在用、怎么用。' })
  occupation: string;

  @TextField('地上作物', note) crops?: string;
  @TextField('附着物（井、棚、树）', note) fixtures?: string;
  @TextField('水淹、污染', { ...note, hint: '没有就不填' }) hazards?: string;

  @ChoiceField('结论', conclusions, { wide: true, refusal: '请选结论。' }) conclusion: keyof typeof conclusions;
  @TextField('调查意见', { lines: 3, length: [2, 2000], refusal: '请写调查意见。' }) opinion: string;
}
