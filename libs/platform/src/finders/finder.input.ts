import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, MaxLength, Min } from 'class-validator';

/** What is looked for; nothing lists what the reader used last. */
export class FinderQuery {
  @IsOptional() @IsString() @MaxLength(60, { message: '要找的最多 60 个字' }) q?: string;
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) limit?: number;
}
