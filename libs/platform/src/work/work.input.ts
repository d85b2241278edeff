import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, IsUUID, Matches } from 'class-validator';

/** One box that was ticked is a text, several are a list. */
const listed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);
const written = /^[a-z_]{1,40}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Pieces of work, each as kind and id. */
export class WorkInput {
  @Transform(listed)
  @IsArray({ message: '先选要办的' })
  @ArrayMinSize(1, { message: '先选要办的' })
  @ArrayMaxSize(100, { message: '一次最多 100 件' })
  @IsString({ each: true, message: '先选要办的' })
  @Matches(written, { each: true, message: '写成 transfer:编号 这样' })
  work: string[];
}

/** Pieces of work, and to whom they go; to nobody: they are put back. */
export class HandoverInput extends WorkInput {
  @IsOptional()
  @IsUUID(undefined, { message: '选一个人' })
  @Transform(({ value }: { value: unknown }) => value || undefined)
  to?: string;
}
