import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsOptional, IsString, Matches } from 'class-validator';

/** One box that was ticked is a text, several are a list. */
const listed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? [value] : value);
const written = /^[a-z_]{1,40}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(:\d{1,9})?$/;

/** The records that an act is done to, each as kind and id, and behind them the revision on which it was decided. */
export class ManyInput {
  @Transform(listed)
  @IsArray({ message: '先选要办的' })
  @ArrayMinSize(1, { message: '先选要办的' })
  @ArrayMaxSize(50, { message: '一次最多办 50 件' })
  @ArrayUnique((one: unknown) => String(one).slice(0, 80).split(':').slice(0, 2).join(':'), {
    message: '同一件选了两次',
  })
  @IsString({ each: true, message: '先选要办的' })
  @Matches(written, { each: true, message: '写成 transfer:编号:版次 这样' })
  work: string[];
}

/** The same as the form of a list asks, which sends to whom work would go along with what was chosen. */
export class ChosenInput extends ManyInput {
  @IsOptional()
  @IsString()
  to?: string;
}
