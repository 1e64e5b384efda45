'use client';

import { useI18n } from '@/components/desk';

/** What a member sees of what is not there, or not theirs to see. */
export default function NotFound() {
  const { t } = useI18n();
  return (
    <main id="nm-content" className="desk-main desk-narrow" tabIndex={-1}>
      <title>{t('desk.notFoundTitle')}</title>
      <h1>{t('desk.notFoundTitle')}</h1>
      <p>{t('access.notFound')}</p>
      <p>
        <a href="/write/">{t('desk.toPosts')}</a>
      </p>
    </main>
  );
}
