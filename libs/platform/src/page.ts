import { SetMetadata } from '@nestjs/common';
import { actSaid } from './acts/said.acts.js';

/** Metadata key of the template that shows a handler's view to a person. */
export const PAGE = 'exchange:page';

/** Names the template that shows this handler's view; a program gets the same view as JSON. */
export const Page = (
  template: string,
  options: { hall?: boolean; wide?: boolean; refresh?: number } = {},
): MethodDecorator => SetMetadata(PAGE, { template, ...options });

type Seen<View extends object> = View | Shown<View>;

/** What an act answers: where to look next, and the view of what was done. */
export class Done<View extends object = object> {
  constructor(
    readonly location: string,
    /**
     * The view, or how to make it: a program that sends `Prefer: return=minimal` spares its making. Null where no record is to be
     * seen: a program then gets what is said and where to look (`DoneView`).
     */
    readonly view: Seen<View> | (() => Seen<View> | Promise<Seen<View>>) | null,
    readonly flash: string = actSaid.done,
    /** Types in again what was put by when a fresh second factor was asked for. */
    readonly restores: boolean = false,
  ) {}
}

/** A view with what only its page needs: choices of a select, chips, a trail. A program gets the view alone. */
export class Shown<View extends object = object> {
  constructor(
    readonly view: View,
    /** The rest of the page, or how to make it. */
    readonly page: object | (() => object | Promise<object>),
  ) {}
}

/** A handler's answer that is neither page nor JSON: a PDF, a sheet, a picture. */
export class Download {
  constructor(
    readonly content: Buffer,
    readonly mediaType: string,
    readonly fileName: string,
    readonly options: { inline?: boolean; cache?: string } = {},
  ) {}
}
