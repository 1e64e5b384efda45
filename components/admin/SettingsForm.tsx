'use client';

import { useCallback, useState, type ReactNode } from 'react';
import { defaultLanguage, languageName, languages } from '@/lib/i18n';
import type { SettingsForm as SettingsView } from '@/lib/settings/views';
import {
  call,
  CheckField,
  FormFailure,
  SelectField,
  TextField,
  useAction,
  useI18n,
  type CallFailure,
} from '../desk';
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
import { Wordmark } from '../ui';
import { MenuEditor } from './MenuEditor';
import { draftOf, settingsOf } from './settingsDraft';

/** Everything that the blog as a whole is set to. */
export function SettingsForm({ form: given, timeZones }: { form: SettingsView; timeZones: string[] }) {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const [version, setVersion] = useState(given.version);
  const [wasSaved, setSaved] = useState(false);
  const { value, change, keep, isDirty } = useDraft(draftOf(given));
  const { run, isRunning, failure } = useAction(
    useCallback(
      (body: { version: number; settings: SettingsView['settings'] }) =>
        call<SettingsView>(i18n, 'PUT', '/api/settings/', body),
      [i18n],
    ),
    (saved) => {
      setVersion(saved.version);
      setSaved(true);
      keep(draftOf(saved));
    },
  );
  const form = useFocusOnFailure(failure);
  useLeaveWarning(isDirty && !isRunning);
  const wrong = wrongIn(failure);

  return (
    <form
      ref={form}
      noValidate
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault();
        void run({ version, settings: settingsOf(value, given.settings) });
      }}
    >
      <FormSection title={t('admin.sectionBlog')}>
        <ByLanguage
          label={t('admin.blogName')}
          name="name"
          values={value.name}
          onChange={(name) => change({ name })}
          failure={failure}
        />
        <ByLanguage
          label={t('admin.blogDescription')}
          name="description"
          values={value.description}
          onChange={(description) => change({ description })}
          failure={failure}
          isLong
        />
        <PictureField
          label={t('admin.logo')}
          hint={t('admin.logoHint')}
          picture={value.logo}
          standIn={<Wordmark size={44} />}
          error={wrong('logo')}
          onChange={(picture) => change({ logo: picture, logoMediaId: picture?.id ?? null })}
        />
        <TextField
          label={t('admin.copyright')}
          hint={t('admin.copyrightHint')}
          name="copyright"
          value={value.copyright}
          error={wrong('copyright')}
          onChange={(event) => change({ copyright: event.target.value })}
        />
      </FormSection>

      <FormSection title={t('admin.sectionLanguages')} note={t('admin.languagesNote')}>
        {languages.map((language) => (
          <CheckField
            key={language}
            label={languageName(language, locale)}
            name="languages"
            checked={language === defaultLanguage || value.languages.includes(language)}
            disabled={language === defaultLanguage}
            hint={language === defaultLanguage ? t('admin.languageDefault') : undefined}
            onChange={(event) =>
              change({
                languages: languages.filter(
                  (other) =>
                    other === defaultLanguage ||
                    (other === language ? event.target.checked : value.languages.includes(other)),
                ),
              })
            }
          />
        ))}
        <TimeZoneField
          label={t('admin.timeZone')}
          hint={t('admin.timeZoneHint')}
          value={value.timeZone}
          error={wrong('timeZone')}
          zones={timeZones}
          onZone={(timeZone) => change({ timeZone })}
        />
      </FormSection>

      <FormSection title={t('admin.sectionMenu')} note={t('admin.menuNote')}>
        <MenuEditor menu={value.menu} onChange={(menu) => change({ menu })} failure={failure} />
      </FormSection>

      <FormSection title={t('admin.sectionWriting')}>
        <CheckField
          label={t('admin.reviewRequired')}
          hint={t('admin.reviewRequiredHint')}
          name="reviewRequired"
          checked={value.reviewRequired}
          onChange={(event) => change({ reviewRequired: event.target.checked })}
        />
        <NumberField
          label={t('admin.postsPerPage')}
          name="postsPerPage"
          value={value.postsPerPage}
          error={wrong('postsPerPage')}
          onNumber={(postsPerPage) => change({ postsPerPage })}
        />
      </FormSection>

      <FormSection title={t('admin.sectionFeeds')} note={t('admin.feedsNote')}>
        <SelectField
          label={t('admin.feedContent')}
          name="feedContent"
          value={value.feedContent}
          onChange={({ target }) => change({ feedContent: target.value === 'summary' ? 'summary' : 'full' })}
        >
          <option value="full">{t('admin.feedContentFull')}</option>
          <option value="summary">{t('admin.feedContentSummary')}</option>
        </SelectField>
        <NumberField
          label={t('admin.feedItems')}
          name="feedItems"
          value={value.feedItems}
          error={wrong('feedItems')}
          onNumber={(feedItems) => change({ feedItems })}
        />
        <ByLanguage
          label={t('admin.feedLine')}
          name="feedLine"
          values={value.feedLine}
          onChange={(feedLine) => change({ feedLine })}
          failure={failure}
          placeholder="[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)"
        />
        <p className="field-hint">{t('admin.feedLineHint', { placeholder: '{url}' })}</p>
        <TextField
          label={t('admin.hub')}
          hint={t('admin.hubHint')}
          name="hub"
          type="url"
          inputMode="url"
          spellCheck={false}
          autoComplete="off"
          value={value.hub}
          placeholder="https://"
          error={wrong('hub')}
          onChange={(event) => change({ hub: event.target.value })}
        />
      </FormSection>

      <FormSection title={t('admin.sectionMacros')} note={t('admin.macrosNote')}>
        <RowList
          label={t('admin.sectionMacros')}
          items={value.macros}
          onChange={(macros) => change({ macros })}
          nameOf={({ name }) => name || t('admin.newMacro')}
          blank={() => ({ key: rowKey(), name: '', body: '' })}
          addLabel={t('admin.addMacro')}
          most={200}
          error={failure?.field === 'macros' ? failure.message : undefined}
        >
          {(row, update) => (
            <div className="by-language">
              <TextField
                label={t('admin.macroName')}
                name={`macros.${row.name}`}
                className="control mono"
                value={row.name}
                placeholder="\RR"
                spellCheck={false}
                autoCapitalize="none"
                error={macroFailure(failure, row.name)}
                onChange={(event) => update({ name: event.target.value })}
              />
              <TextField
                label={t('admin.macroBody')}
                className="control mono"
                value={row.body}
                placeholder="\mathbb{R}"
                spellCheck={false}
                autoCapitalize="none"
                onChange={(event) => update({ body: event.target.value })}
              />
            </div>
          )}
        </RowList>
      </FormSection>

      <div className="sheet-end">
        <FormFailure failure={failure} fields={failure?.field === undefined ? [] : [failure.field]} />
        <SaveBar isDirty={isDirty} isSaving={isRunning} wasSaved={wasSaved} />
      </div>
    </form>
  );
}

/** A whole number from 1 to 100, as it is typed. */
function NumberField({
  onNumber,
  ...field
}: {
  label: string;
  name: string;
  value: string;
  error: ReactNode;
  onNumber: (text: string) => void;
}) {
  return (
    <TextField
      {...field}
      type="number"
      inputMode="numeric"
      min={1}
      max={100}
      onChange={(event) => onNumber(event.target.value)}
    />
  );
}

const macroFailure = (failure: CallFailure | null, name: string) =>
  failure?.field === `macros.${name}` ? failure.message : undefined;
