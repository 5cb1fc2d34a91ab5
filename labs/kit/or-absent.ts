const absentCodes = new Set([
  'ResourceNotFoundException',
  'NoSuchEntity',
  'NoSuchEntityException',
  'NotFoundException',
  'TableNotFoundException',
]);

/** AWS says that there is no such thing: an answer, and no fault. */
export const isAbsentCode = (code: string): boolean => absentCodes.has(code);

/** The answer, or `undefined` where AWS says that there is no such thing. Every other error stays an error. */
export async function orAbsent<Answer>(call: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isAbsentCode((error as Error).name)) return undefined;
    throw error;
  }
}
