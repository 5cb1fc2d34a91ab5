import type { Look, Step } from '#labs/kit/lab.ts';
import { different, pass, type Result, unknown } from '#labs/kit/result.ts';
import { says } from '#labs/kit/text.ts';
import { texts } from './lab.texts.ts';

const call = 'translate:TranslateText';

export const translateAnswers: Step = {
  id: 'translate-answers',
  kind: 'state',
  title: texts.translateTitle,
  hints: [texts.translateHint1, texts.translateAnswer],
  needs: ['account-answers'],
  async check(look) {
    const evidence = { call, field: 'TranslatedText', expected: 'Hello', found: null };
    // Nothing that only reads tells whether Translate may be used, so a read-only run holds it against nobody.
    if (!look.act) return { ...pass(evidence), messages: [says(texts.notTried)] };
    try {
      const found = await look.act.translate('こんにちは', 'ja', 'en');
      return found.trim() === ''
        ? different(says(texts.noTranslation), says(texts.noTranslationNext), { ...evidence, found })
        : pass({ ...evidence, found });
    } catch (error) {
      return whatIsMissing(error, look);
    }
  },
  /** The check itself is all there is to do. */
  async apply() {},
};

/** Two things only this step can tell; the engine names every other trouble itself. */
function whatIsMissing(error: unknown, { target }: Look): Result {
  const { name, code } = error as { name?: string; code?: string };
  const evidence = { call, field: 'error', expected: null, found: name ?? null };
  if (name === 'SubscriptionRequiredException' || name === 'OptInRequired')
    return unknown('not-subscribed', says(texts.notSubscribed), says(texts.notSubscribedNext), evidence);
  // STS answered in the step before, so the network is there and the address is not.
  if (code === 'ENOTFOUND')
    return unknown(
      'region',
      says(texts.notInRegion, { region: target.region }),
      says(texts.notInRegionNext),
      evidence,
    );
  throw error;
}
