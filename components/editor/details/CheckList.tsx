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

/** What is in order and what is not before readers see a text; what is not leads to its place. */
export function CheckList({ items, onJump }: { items: CheckItem[]; onJump: (place: CheckPlace) => void }) {
  const { t } = useI18n();
  const open = [
    ...items.filter(({ level }) => level === 'blocking'),
    ...items.filter(({ level }) => level === 'warning'),
  ];
  const good = items.filter(({ level }) => level === 'ok');
  return (
    <>
      <ul className="checks">
        {open.map((item) => (
          <OpenCheck key={item.kind} item={item} onJump={onJump} />
        ))}
      </ul>
      <details className="checks-good" open={open.length === 0}>
        <summary>
          {open.length === 0 ? t('details.checkAllGood') : t('details.checkRestGood', { count: good.length })}
        </summary>
        <ul className="checks">
          {good.map(({ kind }) => (
            <li key={kind} data-level="ok">
              <Icon name="check" />
              <p>{t(GOOD[kind])}</p>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function OpenCheck({
  item: { kind, level, places },
  onJump,
}: {
  item: CheckItem;
  onJump: (place: CheckPlace) => void;
}) {
  const { t } = useI18n();
  const place = FIELDS[kind];
  return (
    <li data-level={level}>
      <Icon name={level === 'warning' ? 'dot' : 'close'} />
      <div>
        <p>
          <span className="check-level">
            {t(level === 'warning' ? 'details.levelWarning' : 'details.levelBlocking')}
          </span>{' '}
          {t(WRONG[kind])}
        </p>
        {places.length === 0 ? null : (
          <ul className="check-places">
            {places.slice(0, NAMED).map(({ line, detail }, index) => (
              <li key={index}>
                <button type="button" className="link-button" onClick={() => onJump({ line })}>
                  {t('details.checkLine', { line })}
                </button>{' '}
                <span>{detail}</span>
              </li>
            ))}
            {places.length > NAMED ? (
              <li>{t('details.checkMore', { count: places.length - NAMED })}</li>
            ) : null}
          </ul>
        )}
      </div>
      {place === undefined ? null : (
        <Button
          tone="quiet"
          aria-label={t('details.checkGoOf', { what: t(WRONG[kind]) })}
          onClick={() => onJump(place)}
        >
          {t('details.checkGo')}
        </Button>
      )}
    </li>
  );
}
