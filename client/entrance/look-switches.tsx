import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, currentLanguage, type Language } from '../words/start-words.ts';

/** Chooses the language of every screen. */
export function LanguageSwitch() {
  const { t } = useTranslation('entrance');
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('language')}
      value={currentLanguage()}
      onChange={(value) => changeLanguage(value as Language)}
      data={[
        { value: 'es', label: 'Español' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}

/** Chooses light, dark or what the device says. */
export function ThemeSwitch() {
  const { t } = useTranslation('entrance');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('theme')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: 'light', label: t('themes.light') },
        { value: 'dark', label: t('themes.dark') },
        { value: 'auto', label: t('themes.auto') },
      ]}
    />
  );
}
