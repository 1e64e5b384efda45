'use client';

import { Button, useI18n } from '@/components/desk';
import { Icon } from '@/components/ui';
import type { MessageKey } from '@/lib/i18n';
import type { CheckItem, CheckKind } from '@/lib/writing/types';
import type { CheckPlace } from './types';

const GOOD = {
  title: 'details.checkTitleGood',
  text: 'details.checkTextGood',
  address: 'details.checkAddressGood',
  category: 'details.checkCategoryGood',
  authors: 'details.checkAuthorsGood',
  summary: 'details.checkSummaryGood',
  'lead-image': 'details.checkLeadGood',
  images: 'details.checkImagesGood',
  'image-texts': 'details.checkAltGood',
  formulas: 'details.checkFormulasGood',
  html: 'details.checkHtmlGood',
  links: 'details.checkLinksGood',
  size: 'details.checkSizeGood',
} as const satisfies Record<CheckKind, MessageKey>;

const WRONG = {
  title: 'details.checkTitleWrong',
  text: 'details.checkTextWrong',
  address: 'details.checkAddressWrong',
  category: 'details.checkCategoryWrong',
  authors: 'details.checkAuthorsWrong',
  summary: 'details.checkSummaryWrong',
  'lead-image': 'details.checkLeadWrong',
  images: 'details.checkImagesWrong',
  'image-texts': 'details.checkAltWrong',
  formulas: 'details.checkFormulasWrong',
  html: 'details.checkHtmlWrong',
  links: 'details.checkLinksWrong',
  size: 'details.checkSizeWrong',
} as const satisfies Record<CheckKind, MessageKey>;

const FIELDS: Partial<Record<CheckKind, CheckPlace>> = {
  title: 'title',
  text: 'text',
  address: 'slug',
  category: 'category',
  authors: 'authors',
  summary: 'summary',
  'lead-image': 'leadImage',
};

/** At most this many places of one kind are named; the live preview lists all. */
const NAMED = 5;

/** What is in order and what is not before readers see a text; each leads to its place. */
export function CheckList({ items, onJump }: { items: CheckItem[]; onJump: (place: CheckPlace) => void }) {
  const { t } = useI18n();
  const levels = ['blocking', 'warning', 'ok'] as const;
  const ordered = levels.flatMap((level) => items.filter((item) => item.level === level));
  return (
    <ul className="checks">
      {ordered.map((item) => {
        const place = FIELDS[item.kind];
        return (
          <li key={item.kind} data-level={item.level}>
            <Icon name={item.level === 'ok' ? 'check' : item.level === 'warning' ? 'dot' : 'close'} />
            <div>
              <p>
                <span className="visually-hidden">
                  {t(
                    item.level === 'ok'
                      ? 'details.levelOk'
                      : item.level === 'warning'
                        ? 'details.levelWarning'
                        : 'details.levelBlocking',
                  )}
                </span>{' '}
                {t(item.level === 'ok' ? GOOD[item.kind] : WRONG[item.kind])}
              </p>
              {item.level === 'ok' || item.places.length === 0 ? null : (
                <ul className="check-places">
                  {item.places.slice(0, NAMED).map(({ line, detail }, index) => (
                    <li key={index}>
                      {line > 0 ? (
                        <button type="button" className="link-button" onClick={() => onJump({ line })}>
                          {t('details.checkLine', { line })}
                        </button>
                      ) : null}{' '}
                      <span>{detail}</span>
                    </li>
                  ))}
                  {item.places.length > NAMED ? (
                    <li>{t('details.checkMore', { count: item.places.length - NAMED })}</li>
                  ) : null}
                </ul>
              )}
            </div>
            {item.level !== 'ok' && place !== undefined ? (
              <Button
                tone="quiet"
                aria-label={t('details.checkGoOf', { what: t(WRONG[item.kind]) })}
                onClick={() => onJump(place)}
              >
                {t('details.checkGo')}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
