import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';

/** One ticked box arrives as a text, several as a list. */
const List = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === undefined ? [] : [value].flat()));

/** Begins an application. */
export class NewDraftInput {
  @IsIn(['out', 'in', 'desk'], { message: '选转出还是租入' })
  side: 'out' | 'in' | 'desk';
}

/** Steps keep whatever is typed; what is wrong is said at the field. Here only what no person would type is refused. */
class StepInput {
  @IsOptional() @IsString() @MaxLength(10) later?: string;
}

export class WhoInput extends StepInput {
  @IsOptional() @IsString() @MaxLength(10) act?: string;
  @IsOptional() @IsString() @MaxLength(60) q?: string;
  @IsOptional() @IsIn(['household', 'collective'], { message: '选农户承包地或者集体没有发包的地' }) kind?: string;
  @List() @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(36, { each: true }) contractIds: string[] =
    [];
  @IsOptional() @IsString() @MaxLength(14) issuer?: string;
  @IsOptional() @IsString() @MaxLength(20) transfereeKind?: string;
  @IsOptional() @IsString() @MaxLength(120) transfereeName?: string;
  @IsOptional() @IsString() @MaxLength(40) transfereeCode?: string;
  @IsOptional() @IsString() @MaxLength(60) transfereeLegal?: string;
  @IsOptional() @IsString() @MaxLength(40) transfereePhone?: string;
  @IsOptional() @IsString() @MaxLength(2000) ability?: string;
}

/** Parts of parcels: by the parcel's id, a side and so many mu. */
export class LandInput extends StepInput {
  @List() @IsArray() @ArrayMaxSize(400) @IsString({ each: true }) @MaxLength(36, { each: true }) parcelIds: string[] =
    [];
  @IsOptional() @IsObject() parts?: Record<string, { side?: unknown; areaMu?: unknown }>;
}

export class TermsInput extends StepInput {
  @IsOptional() @IsString() @MaxLength(20) mode?: string;
  @IsOptional() @IsString() @MaxLength(30) startsOn?: string;
  @IsOptional() @IsString() @MaxLength(30) endsOn?: string;
  @IsOptional() @IsString() @MaxLength(30) handoverOn?: string;
  @IsOptional() @IsString() @MaxLength(30) pricePerMu?: string;
  @IsOptional() @IsString() @MaxLength(30) payment?: string;
  @IsOptional() @IsString() @MaxLength(200) paymentDay?: string;
  @IsOptional() @IsString() @MaxLength(30) use?: string;
  @IsOptional() @IsString() @MaxLength(200) useNote?: string;
  @List() @IsArray() @ArrayMaxSize(4) @IsString({ each: true }) @MaxLength(20, { each: true }) permits: string[] = [];
  @IsOptional() @IsString() @MaxLength(400) fixtures?: string;
  @IsOptional() @IsString() @MaxLength(600) lease?: string;
  @IsOptional() @IsString() @MaxLength(600) dispute?: string;
  @IsOptional() @IsString() @MaxLength(600) credit?: string;
}
