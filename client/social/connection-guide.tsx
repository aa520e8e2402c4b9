import { Anchor, Button, Code, CopyButton, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { connectionCommands, type GuideStep } from '../../shared/social/connection-commands.ts';
import type { NetworkId } from '../../shared/social/networks.ts';
import { connectionGuides as english } from '../words/en/connection-guides.ts';
import { connectionGuides as spanish } from '../words/es/connection-guides.ts';

/** Where each network gives its keys. */
const sites: Record<NetworkId, string | null> = {
  facebook: 'developers.facebook.com/tools/explorer',
  instagram: 'developers.facebook.com/tools/explorer',
  threads: 'developers.facebook.com/apps',
  x: 'console.x.com',
  youtube: 'console.cloud.google.com/apis/credentials',
  tiktok: 'developers.tiktok.com/apps',
  linkedin: 'developer.linkedin.com',
  mastodon: null,
  bluesky: null,
};

function Step({ step }: { step: GuideStep }) {
  const { t } = useTranslation('connections');
  if (typeof step === 'string') return step;
  const command = connectionCommands[step.copy];
  return (
    <>
      {step.say}
      <Code block my={4} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {command}
      </Code>
      <CopyButton value={command}>
        {({ copied, copy }) => (
          <Button variant="default" size="compact-xs" onClick={copy}>
            {t(copied ? 'copied' : 'copy')}
          </Button>
        )}
      </CopyButton>
    </>
  );
}

/** What to do to get what connects a network, step by step. */
export function ConnectionGuide({ network }: { network: NetworkId }) {
  const { t, i18n } = useTranslation('connections');
  const { needs, steps, lasts } = (i18n.language === 'en' ? english : spanish)[network];
  const site = sites[network];
  return (
    <Stack gap="xs">
      <Text size="sm">
        <b>{t('needs')}</b> {needs}
      </Text>
      <List type="ordered" size="sm" spacing={6} pr="md">
        {steps.map((step) => (
          <List.Item key={typeof step === 'string' ? step : step.copy}>
            <Step step={step} />
          </List.Item>
        ))}
      </List>
      <Text size="sm">
        <b>{t('lasts')}</b> {lasts}
      </Text>
      {site !== null && (
        <Anchor size="sm" href={`https://${site}`} target="_blank" rel="noreferrer">
          {t('openSite', { site: site.split('/')[0] })}
        </Anchor>
      )}
    </Stack>
  );
}
