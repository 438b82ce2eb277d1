import type { Problem } from '../../core/text/problem';

/** A coded problem in the researcher's words; codes without words of their own keep core's plain English. */
export function wordProblem(problem: Problem): string {
  return problem.message;
}
