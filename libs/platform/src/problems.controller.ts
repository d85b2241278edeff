import { Controller, Get, Param } from '@nestjs/common';
import { declaredProblems } from '#kernel';
import { Page } from './page.js';
import { generalProblems } from './problem.filter.js';
import { Public } from './public.js';

/** `/problems/<type>`: what each refusal means, for whoever was refused. */
@Controller('problems')
export class ProblemsController {
  @Public()
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

  @Public()
  @Get(':type')
  @Page('problems/show')
  show(@Param('type') type: string): object {
    const found = declaredProblems().find((each) => each.type === type);
    if (!found) throw generalProblems.notFound();
    return { type, status: found.status, title: found.title, explanation: found.explanation };
  }
}
