import type { I18n } from '@/lib/i18n';
import { Icon } from './Icon';

/** Light, dark, or as the system is; comes to life by the script of the reading pages. */
export function ThemeSwitch({ i18n: { t } }: { i18n: I18n }) {
  return (
    <nonmun-theme class="theme-switch needs-script">
      <fieldset>
        <legend className="visually-hidden">{t('shell.theme')}</legend>
        {/* Which one is pressed is known to the script before React comes, where it comes at all. */}
        <button
          type="button"
          value="light"
          title={t('shell.themeLight')}
          aria-label={t('shell.themeLight')}
          suppressHydrationWarning
        >
          <Icon name="sun" />
        </button>
        <button
          type="button"
          value="dark"
          title={t('shell.themeDark')}
          aria-label={t('shell.themeDark')}
          suppressHydrationWarning
        >
          <Icon name="moon" />
        </button>
        <button
          type="button"
          value="system"
          title={t('shell.themeSystem')}
          aria-label={t('shell.themeSystem')}
          suppressHydrationWarning
        >
          <Icon name="screen" />
        </button>
      </fieldset>
    </nonmun-theme>
  );
}
