const nothing =
  /^(?:暂?无|(?:暂时)?没有|不存在)(?:任何|权属|边界|上述|[、和或])*(?:争议|纠纷|租约|出租|失信|诉讼|记录|情况|[、和或])*[。.]?$/;

/** Whether an applicant who was asked for disputes, leases or bad credit declares that there are none, in words people use. */
export const isNone = (declared: string): boolean => nothing.test(declared.trim());
