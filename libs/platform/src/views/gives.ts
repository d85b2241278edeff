import { SetMetadata } from '@nestjs/common';
import type { ProblemKind } from '#kernel';
import type { Done, Shown } from '../page.js';
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
