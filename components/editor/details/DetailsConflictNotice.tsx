'use client';

import { Button, useI18n } from '@/components/desk';
import type { DetailChoices, PostDetails } from '@/lib/writing/types';
import type { DetailField } from './form';
import type { DetailsConflict } from './useSavedDetails';

/** Both sides of what two people changed at the same time; what was typed stays until one of them is chosen. */
export function DetailsConflictNotice({
  conflict: { theirs, both },
  mine,
  choices,
  nameOf,
  titleOf,
  onResolve,
}: {
  conflict: DetailsConflict;
  mine: PostDetails;
  choices: DetailChoices;
  nameOf: (field: DetailField) => string;
  /** Of a paper, by its id. */
  titleOf: (paperId: string) => string;
  onResolve: (mine: boolean) => void;
}) {
  const { t, format } = useI18n();
  const say = (details: PostDetails, field: DetailField): string => {
    const nothing = t('details.nothing');
    switch (field) {
      case 'categoryId':
        return choices.categories.find(({ id }) => id === details.categoryId)?.name ?? nothing;
      case 'authorIds':
        return (
          format.list(
            details.authorIds.map((id) => choices.members.find((one) => one.id === id)?.name ?? id),
          ) || nothing
        );
      case 'paperIds':
        return format.list(details.paperIds.map(titleOf)) || nothing;
      case 'tags':
        return format.list(details.tags) || nothing;
      case 'publishedAt':
        return details.publishedAt === null ? nothing : format.dateTime(details.publishedAt);
      case 'leadMediaId':
        return details.leadMediaId === null ? nothing : t('details.leadImageOther');
      default:
        return details[field] || nothing;
    }
  };
  return (
    <div className="notice notice-attention details-conflict" role="alert">
      <p>{t('details.conflict')}</p>
      <table className="table">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('details.conflictMine')}</th>
            <th scope="col">{t('details.conflictTheirs')}</th>
          </tr>
        </thead>
        <tbody>
          {both.map((field) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td>{say(mine, field)}</td>
              <td>{say(theirs, field)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="buttons">
        <Button onClick={() => onResolve(true)}>{t('details.conflictKeep')}</Button>
        <Button onClick={() => onResolve(false)}>{t('details.conflictTake')}</Button>
      </div>
    </div>
  );
}
