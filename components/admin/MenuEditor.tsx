'use client';

import { useState } from 'react';
import { localized } from '@/lib/i18n';
import type { Destination } from '@/lib/posts/views';
import { call, TextField, useI18n, type CallFailure } from '../desk';
import { ByLanguage, RowList, rowKey } from '../forms';
import type { MenuRow } from './settingsDraft';

/** The menu of the reading pages: names by language, and where each leads. */
export function MenuEditor({
  menu,
  onChange,
  failure,
}: {
  menu: readonly MenuRow[];
  onChange: (menu: readonly MenuRow[]) => void;
  failure: CallFailure | null;
}) {
  const { t, locale } = useI18n();
  // Rows that are empty are not sent, so the server counts only the others.
  const sent = menu.filter(
    ({ labels, href }) => href.trim() !== '' || Object.values(labels).some((text) => text.trim() !== ''),
  );
  return (
    <RowList
      label={t('admin.sectionMenu')}
      items={menu}
      onChange={onChange}
      nameOf={(row) => localized(row.labels, locale) || row.href || t('admin.newMenuItem')}
      blank={() => ({ key: rowKey(), labels: {}, href: '' })}
      addLabel={t('admin.addMenuItem')}
      most={20}
      error={failure?.field === 'menu' ? failure.message : undefined}
    >
      {(row, update) => {
        const at = sent.indexOf(row);
        return (
          <>
            <ByLanguage
              label={t('admin.menuLabel')}
              name={`menu.${at}.labels`}
              values={row.labels}
              onChange={(labels) => update({ labels })}
              failure={failure}
            />
            <Destined
              href={row.href}
              name={`menu.${at}.href`}
              onChange={(href) => update({ href })}
              error={failure?.field === `menu.${at}.href` ? failure.message : undefined}
            />
          </>
        );
      }}
    </RowList>
  );
}

/** An address; says, once it is left, whether readers will find anything there. */
function Destined({
  href,
  name,
  onChange,
  error,
}: {
  href: string;
  name: string;
  onChange: (href: string) => void;
  error: string | undefined;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [found, setFound] = useState<{ href: string; destination: Destination } | null>(null);

  async function look() {
    if (href === '' || found?.href === href) return;
    const answer = await call<{ destination: Destination }>(
      i18n,
      'GET',
      `/api/settings/destination/?href=${encodeURIComponent(href)}`,
    );
    // Without an answer nothing is said; the address is checked again when it is saved.
    if (answer.ok) setFound({ href, destination: answer.value.destination });
  }

  const said = found?.href === href ? found.destination : null;
  const hint =
    said === 'nowhere'
      ? t('admin.leadsNowhere')
      : said === 'not-public'
        ? t('admin.leadsToHidden')
        : said === 'here'
          ? t('admin.leadsHere')
          : href === ''
            ? t('admin.menuHrefHint')
            : undefined;
  return (
    <TextField
      label={t('admin.menuHref')}
      name={name}
      className="control mono"
      value={href}
      hint={hint === undefined ? undefined : <span data-destination={said ?? undefined}>{hint}</span>}
      error={error}
      inputMode="url"
      autoCapitalize="none"
      spellCheck={false}
      placeholder="/about/"
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => void look()}
    />
  );
}
