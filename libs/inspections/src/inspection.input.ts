import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { RealDay, RealMoment } from '#platform';
import { conclusions, farmlandFindings } from './inspection.entity.js';
import { confirmationMethods, sides } from './inspection-parts.entities.js';

const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);
const decimal = /^(?=.*[1-9])\d{1,11}(\.\d{1,4})?$/;

export class SurveyorsInput {
  @Transform(asList)
  @IsArray({ message: '请选同去的调查人员。' })
  @ArrayMinSize(1, { message: '请选同去的调查人员。' })
  @ArrayMaxSize(10, { message: '一次调查最多 10 人。' })
  @IsUUID('all', { each: true, message: '没有这个人。' })
  surveyors: string[];
}

export class MeasurementInput {
  @Matches(decimal, { message: '请填实测面积，单位亩，最多四位小数，例如 18.39。' })
  measuredMu: string;

  /** One place a line, longitude and latitude in degrees. */
  @IsString({ message: '请填定位点，每行一个，先经度后纬度，例如 117.15103,37.30912。' })
  @Length(5, 20_000, { message: '请填定位点，每行一个，先经度后纬度，例如 117.15103,37.30912。' })
  points: string;

  @IsOptional()
  @IsString({ message: '说明要写成文字。' })
  @MaxLength(500, { message: '说明不超过 500 字。' })
  remark?: string;
}

export class NeighbourInput {
  @IsIn(Object.keys(sides), { message: '请选哪一边。' })
  side: keyof typeof sides;

  @IsString({ message: '请填相邻的人。' })
  @Length(1, 50, { message: '请填相邻的人，路、渠也写在这里。' })
  name: string;

  @IsIn(['yes', 'no'], { message: '请选认不认这条界。' })
  confirmed: 'yes' | 'no';

  @IsIn(Object.keys(confirmationMethods), { message: '请选怎么确认的。' })
  method: keyof typeof confirmationMethods;

  @IsOptional()
  @IsString({ message: '说明要写成文字。' })
  @MaxLength(500, { message: '说明不超过 500 字。' })
  neighbourRemark?: string;
}

export class FindingsInput {
  @RealDay({ message: '请填哪天去的：年、月、日。' })
  visitedOn: string;

  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: '请填几点到的，例如 09:30。' })
  visitedTime: string;

  @IsString({ message: '请写现在谁在用、怎么用。' })
  @Length(1, 500, { message: '请写现在谁在用、怎么用。' })
  occupation: string;

  @IsOptional()
  @MaxLength(500, { message: '不超过 500 字。' })
  crops?: string;

  @IsOptional()
  @MaxLength(500, { message: '不超过 500 字。' })
  fixtures?: string;

  @IsOptional()
  @MaxLength(500, { message: '不超过 500 字。' })
  hazards?: string;

  @IsIn(Object.keys(farmlandFindings), { message: '请选是不是永久基本农田。' })
  basicFarmland: keyof typeof farmlandFindings;

  @IsOptional()
  @MaxLength(500, { message: '不超过 500 字。' })
  farmlandNote?: string;

  @IsIn(Object.keys(conclusions), { message: '请选结论。' })
  conclusion: keyof typeof conclusions;

  @IsString({ message: '请写调查意见。' })
  @Length(2, 2000, { message: '请写调查意见。' })
  opinion: string;
}

/** Beside the photos themselves: where and when they were taken, if the phone knows. */
export class PhotosInput {
  @IsOptional()
  @RealMoment({
    message: '拍摄时间要带时区，例如 2026-09-24T09:30+08:00。',
  })
  takenAt?: string;

  @IsOptional()
  @Matches(/^\d{1,3}\.\d{1,8}$/, { message: '经度写成小数，例如 117.15103。' })
  longitude?: string;

  @IsOptional()
  @Matches(/^\d{1,2}\.\d{1,8}$/, { message: '纬度写成小数，例如 37.30912。' })
  latitude?: string;
}

export class InspectionSearch {
  @IsOptional()
  @Matches(/^[a-z_]{1,20}$/, { message: '没有这一类。' })
  state?: string;

  @IsOptional()
  @MaxLength(200, { message: '没有这一页。' })
  after?: string;
}
