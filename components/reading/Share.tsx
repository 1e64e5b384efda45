import type { I18n } from '@/lib/i18n';

/** The address of a post; to copy, or to hand to another app where the browser can. */
export function Share({ url, title, i18n: { t } }: { url: string; title: string; i18n: I18n }) {
  return (
    <div
      className="share"
      role="group"
      aria-label={t('around.share')}
      data-copied={t('around.copied')}
      data-not-copied={t('around.notCopied')}
    >
      <a href={url} id="permalink" rel="bookmark">
        {t('around.permalink')}
      </a>
      <button type="button" className="text-button" data-copies="permalink" hidden>
        {t('around.copyLink')}
      </button>
      <button type="button" className="text-button" data-shares={url} data-title={title} hidden>
        {t('around.shareWith')}
      </button>
    </div>
  );
}
