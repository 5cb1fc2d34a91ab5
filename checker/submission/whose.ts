import { hasAccount, type Learner } from '../grading/learner.ts';

/** Whose a submission is, by the id that it gives; the class decides, not the file. */
export function whose(
  id: string,
  learners: readonly Learner[],
): { learner: Learner } | { nobody: 'unknown' | 'has-account' | 'several' } {
  const given = normal(id);
  const found = learners.filter(({ id: known, email }) =>
    [known, ...(email ? [email] : [])].some((one) => normal(one) === given),
  );
  const inSandbox = found.filter(hasAccount).length === 0 ? found : found.filter((one) => !hasAccount(one));
  const [learner] = inSandbox;
  if (!learner) return { nobody: found.length > 0 ? 'has-account' : 'unknown' };
  if (inSandbox.length > 1) return { nobody: 'several' };
  return { learner };
}

function normal(id: string): string {
  return id.trim().normalize('NFC').toLowerCase();
}
