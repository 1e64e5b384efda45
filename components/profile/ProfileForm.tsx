'use client';

import { useCallback, useState } from 'react';
import { hrefOf, languageName, languages, localized } from '@/lib/i18n';
import type { ProfileView } from '@/lib/members/types';
import { call, FormFailure, SelectField, TextField, useAction, useI18n } from '../desk';
import {
  ByLanguage,
  FormSection,
  PictureField,
  RowList,
  rowKey,
  SaveBar,
  useDraft,
  TimeZoneField,
  useFocusOnFailure,
  wrongIn,
  useLeaveWarning,
} from '../forms';
import { Avatar } from '../ui';

type Input = Pick<ProfileView, 'names' | 'handle' | 'about' | 'links' | 'avatarId' | 'language' | 'timeZone'>;

const draftOf = (profile: ProfileView) => ({
  names: profile.names,
  handle: profile.handle,
  about: profile.about,
  links: profile.links.map((link) => ({ key: rowKey(), ...link })) as readonly {
    key: string;
    label: string;
    url: string;
  }[],
  avatarId: profile.avatarId,
  avatar: profile.avatar,
  language: profile.language,
  timeZone: profile.timeZone,
});

/** What readers see of a member, and how the desk speaks to one. */
export function ProfileForm({
  profile,
  address,
  timeZones,
  isOwn = true,
}: {
  profile: ProfileView;
  /** Endpoint that saves it. */
  address: string;
  timeZones: string[];
  /** Whether it is of the one who edits it. */
  isOwn?: boolean;
}) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [wasSaved, setSaved] = useState(false);
  const [page, setPage] = useState(profile.handle);
  const { value, change, keep, isDirty } = useDraft(draftOf(profile));
  const { run, isRunning, failure } = useAction(
    useCallback(
      async (body: Input) => {
        const saved = await call<undefined>(i18n, 'PUT', address, body);
        // What the server made of it: cleaned texts, links with a name.
        return saved.ok ? call<ProfileView>(i18n, 'GET', address) : saved;
      },
      [i18n, address],
    ),
    (saved) => {
      keep(draftOf(saved));
      setPage(saved.handle);
      setSaved(true);
      // The whole desk speaks another language now.
      if (isOwn && saved.language !== locale) window.location.reload();
    },
  );
  const form = useFocusOnFailure(failure);
  useLeaveWarning(isDirty && !isRunning);
  const wrong = wrongIn(failure);
  const authorPage = `/authors/${page}/`;

  return (
    <form
      ref={form}
      noValidate
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        const { names, handle, about, avatarId, language, timeZone } = value;
        const links = value.links
          .filter(({ label, url }) => label.trim() !== '' || url.trim() !== '')
          .map(({ label, url }) => ({ label, url }));
        void run({ names, handle, about, links, avatarId, language, timeZone });
      }}
    >
      <FormSection
        title={t('profile.sectionReaders')}
        note={
          <>
            {t('profile.readersNote')} <a href={hrefOf(authorPage)}>{t('profile.authorPage')}</a>
          </>
        }
      >
        <ByLanguage
          label={t('profile.name')}
          name="names"
          values={value.names}
          onChange={(names) => change({ names })}
          failure={failure}
        />
        <p className="field-error" role="alert">
          {wrong('names')}
        </p>
        <TextField
          label={t('profile.handle')}
          hint={t('profile.handleHint', { path: `/authors/${value.handle || '…'}/` })}
          name="handle"
          className="control mono"
          value={value.handle}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          error={wrong('handle')}
          onChange={(event) => change({ handle: event.target.value })}
        />
        <PictureField
          label={t('profile.avatar')}
          hint={t('profile.avatarHint')}
          picture={value.avatar}
          standIn={
            <Avatar
              author={{ name: localized(value.names, locale) || value.handle, avatar: null }}
              size={80}
            />
          }
          isSquare
          error={wrong('avatarId')}
          onChange={(picture) => change({ avatar: picture, avatarId: picture?.id ?? null })}
        />
        <ByLanguage
          label={t('profile.about')}
          name="about"
          values={value.about}
          onChange={(about) => change({ about })}
          failure={failure}
          isLong
        />
        <p className="field-error" role="alert">
          {wrong('about')}
        </p>
      </FormSection>

      <FormSection title={t('profile.sectionLinks')} note={t('profile.linksNote')}>
        <RowList
          label={t('profile.sectionLinks')}
          items={value.links}
          onChange={(links) => change({ links })}
          nameOf={({ label, url }) => label || url || t('profile.newLink')}
          blank={() => ({ key: rowKey(), label: '', url: '' })}
          addLabel={t('profile.addLink')}
          most={10}
          error={wrong('links')}
        >
          {(row, update) => (
            <div className="by-language">
              <TextField
                label={t('profile.linkLabel')}
                value={row.label}
                placeholder="GitHub"
                autoComplete="off"
                onChange={(event) => update({ label: event.target.value })}
              />
              <TextField
                label={t('profile.linkUrl')}
                name="links"
                className="control mono"
                inputMode="url"
                value={row.url}
                placeholder="https://"
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => update({ url: event.target.value })}
              />
            </div>
          )}
        </RowList>
      </FormSection>

      <FormSection title={t('profile.sectionDesk')}>
        <div className="by-language">
          <SelectField
            label={t('profile.language')}
            name="language"
            value={value.language}
            error={wrong('language')}
            onChange={(event) => change({ language: event.target.value })}
          >
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {languageName(language)}
              </option>
            ))}
          </SelectField>
          <TimeZoneField
            label={t('profile.timeZone')}
            value={value.timeZone}
            error={wrong('timeZone')}
            zones={timeZones}
            onZone={(timeZone) => change({ timeZone })}
          />
        </div>
      </FormSection>

      <div className="sheet-end">
        <FormFailure failure={failure} fields={failure?.field === undefined ? [] : [failure.field]} />
        <SaveBar isDirty={isDirty} isSaving={isRunning} wasSaved={wasSaved} />
      </div>
    </form>
  );
}
