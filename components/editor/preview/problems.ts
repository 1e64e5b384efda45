import type { I18n } from '@/lib/i18n';
import type { PreviewProblem } from './types';

/** Whether a problem changes what readers get; the others are advice. */
export function isSevere({ kind }: PreviewProblem): boolean {
  return kind !== 'image-without-alt' && kind !== 'image-foreign';
}

/** A problem in words. */
export function describeProblem({ kind, detail }: PreviewProblem, { t }: I18n): string {
  switch (kind) {
    case 'formula-faulty':
      return t('problem.formulaFaulty', { detail });
    case 'formula-limit':
      return t('problem.formulaLimit', { detail });
    case 'html-dropped':
      return t('problem.htmlDropped', { detail });
    case 'image-missing':
      return t('problem.imageMissing', { detail });
    case 'image-foreign':
      return t('problem.imageForeign', { detail });
    case 'image-without-alt':
      return t('problem.imageWithoutAlt', { detail });
    case 'link-unsafe':
      return t('problem.linkUnsafe', { detail });
    case 'link-broken':
      return t('problem.linkBroken', { detail });
    case 'plugin-failed':
      return t('problem.pluginFailed', { detail });
    case 'too-large':
      return t('problem.tooLarge');
    case 'too-deep':
      return t('problem.tooDeep');
  }
}
