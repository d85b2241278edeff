import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldError, Problem, problem } from '#kernel';

export const inputProblems = {
  invalid: problem('invalid-input', 422, '有几处要改', '改好标出来的每一处，再提交一次；填好的都还在。'),
  malformed: problem('malformed', 400, '请求的格式不对'),
};

/** One pipe for forms and JSON alike: unknown fields are named, nested ones too. */
export function validationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { exposeDefaultValues: true },
    stopAtFirstError: true,
    exceptionFactory: (errors) => inputProblem(errors.flatMap((error) => flatten(error, '#'))),
  });
}

/** The refusal of an input with the given faults. */
export function inputProblem(errors: readonly FieldError[]): Problem {
  return inputProblems.invalid({ errors, detail: errors.map((error) => error.detail).join('；') });
}

function flatten(error: ValidationError, above: string): FieldError[] {
  const pointer = `${above}/${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([kind, text]) => ({
    pointer,
    detail: kind === 'whitelistValidation' ? `没有“${error.property}”这一项` : text,
  }));
  return [...own.slice(0, 1), ...(error.children ?? []).flatMap((child) => flatten(child, pointer))];
}
