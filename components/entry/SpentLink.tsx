import type { ReactNode } from 'react';
import type { I18n } from '@/lib/i18n';
import type { SiteView } from '@/lib/settings/views';
import { EntryShell } from './EntryShell';

/** A door whose one-time link has been used, has expired, or never was; all three look the same. */
export function SpentLink({
  entry: { site, i18n, path },
  lead,
  children,
}: {
  entry: { site: SiteView; i18n: I18n; path: string };
  /** What one can do now. */
  lead: string;
  /** Where one can do it. */
  children?: ReactNode;
}) {
  return (
    <EntryShell site={site} i18n={i18n} path={path} title={i18n.t('entry.linkTitle')} lead={lead}>
      {children === undefined ? null : <p className="entry-end">{children}</p>}
    </EntryShell>
  );
}
