import { Type } from 'class-transformer';
import { IsInt, IsOptional, Min } from 'class-validator';

/** After which quarantined row the list goes on. */
export class ImportPlace {
  @IsOptional()
  @Type(() => Number)
  @IsInt({ message: '翻页的位置不对' })
  @Min(0)
  after: number = 0;
}
