import { Controller, Get, Param } from '@nestjs/common';
import { declaredProblems } from '#kernel';
import { Page } from './page.js';
import { generalProblems } from './general.problems.js';
import { type ProblemKindView, type ProblemsView, kindOf, problemKindView, problemsView } from './problems.view.js';
import { Public, Shared } from './public.js';
import { Gives } from './views/gives.js';

/** `/problems/<type>`: what each refusal means, for whoever was refused. */
@Public()
@Shared()
@Controller('problems')
export class ProblemsController {
  @Get()
  @Page('problems/index')
  @Gives(problemsView)
  list(): ProblemsView {
    return {
      problems: declaredProblems()
        .map(kindOf)
        .toSorted((left, right) => left.type.localeCompare(right.type)),
    };
  }

  @Get(':type')
  @Page('problems/show')
  @Gives(problemKindView)
  show(@Param('type') type: string): ProblemKindView {
    const found = declaredProblems().find((each) => each.type === type);
    if (!found) throw generalProblems.notFound();
    return kindOf(found);
  }
}
