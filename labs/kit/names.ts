/** What the course's things are called. A prefix keeps learners apart who share one account. */
export function courseNames(prefix: string) {
  return {
    prefix,
    fn: `${prefix}translate-function`,
    api: `${prefix}translate-api`,
    stage: 'dev',
    table: `${prefix}translate-history`,
    logGroup: `/aws/lambda/${prefix}translate-function`,
  } as const;
}

export type Names = ReturnType<typeof courseNames>;
