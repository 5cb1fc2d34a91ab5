import { findLanguages } from '../languages.ts';

/**
 * Why functions of a runtime cannot be run here as they would on Lambda; `undefined`: they can. What is missing on this
 * machine must not look like a mistake of whoever wrote the function.
 */
export async function runtimeFault(runtime: string): Promise<string | undefined> {
  const language = await findLanguages({})(runtime);
  if (typeof language === 'string') return language;
  if (language.name === 'python' && language.packages.boto3 === undefined)
    return 'This computer’s Python has no boto3.';
  return undefined;
}
