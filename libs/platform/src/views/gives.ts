import { SetMetadata } from '@nestjs/common';
import type { Shown } from '../page.js';
import type { Value } from './values.js';

/** Metadata key of the view that a handler answers with. */
export const GIVES = 'exchange:gives';

type Handler<View extends object> = (...asked: never[]) => View | Shown<View> | Promise<View | Shown<View>>;

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
