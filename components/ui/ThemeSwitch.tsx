import type { I18n } from '@/lib/i18n';
import { Icon } from './Icon';

const THEMES = [
  { value: 'light', icon: 'sun', label: 'shell.themeLight' },
  { value: 'dark', icon: 'moon', label: 'shell.themeDark' },
  { value: 'system', icon: 'screen', label: 'shell.themeSystem' },
] as const;

/** Light, dark, or as the system is; comes to life by the script of the reading pages. */
export function ThemeSwitch({ i18n: { t } }: { i18n: I18n }) {
  return (
    <nonmun-theme class="theme-switch needs-script">
      <fieldset>
        <legend className="visually-hidden">{t('shell.theme')}</legend>
        {THEMES.map(({ value, icon, label }) => (
          // Which one is pressed is known to the script before React comes, where it comes at all.
          <button
            key={value}
            type="button"
            value={value}
            title={t(label)}
            aria-label={t(label)}
            suppressHydrationWarning
          >
            <Icon name={icon} />
          </button>
        ))}
      </fieldset>
    </nonmun-theme>
  );
}
