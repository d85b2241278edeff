import { Injectable } from '@nestjs/common';
import type { Reader } from '#platform';

type Numbers = (reader: Reader, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** How the cases behind rights are called; whoever makes rights says it of its own when its module starts. */
@Injectable()
export class RightSubjects {
  private readonly known = new Map<string, Numbers>();

  register(subject: string, numbers: Numbers): void {
    this.known.set(subject, numbers);
  }

  async numbers(
    reader: Reader,
    cases: readonly { subject: string; subjectId: string }[],
  ): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all(
      [...this.known].map(([subject, numbers]) =>
        numbers(
          reader,
          cases.flatMap((each) => (each.subject === subject ? [each.subjectId] : [])),
        ),
      ),
    );
    return new Map(found.flatMap((each) => [...each]));
  }
}
