import { SetMetadata } from '@nestjs/common';
import type { Done, Download, Shown } from '../page.js';
import { sentTypes } from '../media-types.js';
import type { Value } from './values.js';

/** Metadata key of the view that a handler answers with. */
export const GIVES = 'exchange:gives';

type Answer<View extends object> = View | Shown<View> | Done<View>;
type Handler<View extends object> = (...asked: never[]) => Answer<View> | Promise<Answer<View>>;

/** Names the view that a handler answers with; the compiler sees that it does. */
export const Gives =
  <View extends object>(view: Value<View>) =>
  <Answers extends Handler<View>>(
    prototype: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<Answers>,
  ): void => {
    SetMetadata(GIVES, view)(prototype, name, descriptor);
  };

/** Metadata key of the kinds of file that a handler sends. */
export const SENDS = 'exchange:sends';

/** Names the kinds of file that a handler sends instead of a page and its values. */
export const Sends =
  (...mediaTypes: readonly string[]) =>
  <Sending extends (...asked: never[]) => Promise<Download>>(
    prototype: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<Sending>,
  ): void => {
    SetMetadata(SENDS, mediaTypes)(prototype, name, descriptor);
  };

/** Says that a handler sends events for as long as somebody watches. */
export const SendsEvents = (): MethodDecorator => SetMetadata(SENDS, [sentTypes.events]);
