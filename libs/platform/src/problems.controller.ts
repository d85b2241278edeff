import { Controller, Get, Param } from '@nestjs/common';
import { declaredProblems } from '#kernel';
import { Page } from './page.js';
import { generalProblems } from './general.problems.js';
import { Public, Shared } from './public.js';

/** `/problems/<type>`: what each refusal means, for whoever was refused. */
@Public()
@Shared()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Page('problems/index')
  list(): object {
    const problems = declaredProblems().map(({ type, status, title, explanation }) => ({
      type,
      status,
      title,
      explanation,
    }));
    return {
      title: '系统会给出的答复',
      problems: problems.toSorted((left, right) => left.type.localeCompare(right.type)),
    };
  }

  @Get(':type')
  @Page('problems/show')
  show(@Param('type') type: string): object {
    const found = declaredProblems().find((each) => each.type === type);
    if (!found) throw generalProblems.notFound();
    return { type, status: found.status, title: found.title, explanation: found.explanation };
  }
}
