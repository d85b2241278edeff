import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import type { DecisionBody } from '#kernel';
import { RealDay } from '#platform';

const people = { message: '写人数，整数' };

/** What the minutes of the collective say. */
export class DecisionFormInput {
  @IsIn(['member_assembly', 'village_assembly', 'village_representatives'], { message: '选哪个会开的会' })
  decidingBody: DecisionBody;

  @RealDay({ message: '写哪天通知的，年 月 日' }) calledOn: string;
  @RealDay({ message: '写哪天决议的，年 月 日' }) decidedOn: string;
  @Type(() => Number) @IsInt(people) @Min(1, people) @Max(100000, people) electorate: number;
  @Type(() => Number) @IsInt(people) @Min(0, people) @Max(100000, people) attended: number;
  @Type(() => Number) @IsInt(people) @Min(0, people) @Max(100000, people) inFavour: number;
  @Type(() => Number) @IsInt(people) @Min(0, people) @Max(100000, people) opposed: number;
  @IsOptional() @IsIn(['yes']) toOutsiders?: 'yes';
}

/** The township's approval of a decision in favour of outsiders. */
export class TownshipApprovalInput {
  @IsString({ message: '写批准文号' }) @Length(2, 60, { message: '批准文号写 2 到 60 个字' }) number: string;
  @RealDay({ message: '写哪天批准的，年 月 日' }) approvedOn: string;
}
