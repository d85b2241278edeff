import { SetMetadata } from '@nestjs/common';
import type { ProblemKind } from '#kernel';
import type { Done, Download, Shown } from '../page.js';
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

/** Metadata key of the refusals that a handler's own service gives. */
export const REFUSES = 'exchange:refuses';

/** Names what a handler's service refuses, for the document; its guard and its input speak for themselves. */
export const Refuses = (...kinds: readonly ProblemKind[]): MethodDecorator => SetMetadata(REFUSES, kinds);

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
