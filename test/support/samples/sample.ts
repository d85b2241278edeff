/** A made-up view of a page: what the comment at the top of its template promises. */
export interface PageSample {
  template?: string;
  page?: Record<string, unknown>;
  [field: string]: unknown;
}
