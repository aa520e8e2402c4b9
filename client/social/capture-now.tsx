import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PullRow } from '../../shared/social/pull-rows.ts';
import { CancelPull } from './cancel-pull.tsx';
import { PullProgress } from './pull-progress.tsx';
import { type Capture, useOwnCapture } from './use-capture.ts';
import { useSocialSearch } from './use-social-search.ts';

/** A request that waits longer than this has probably nobody to answer it. */
const slowAfterMs = 15_000;

export function CaptureButton({ capture }: { capture: Capture }) {
  const { t } = useTranslation('social');
  return (
    <Button onClick={() => capture.start()} loading={capture.isUnderWay}>
      {t('capture.now')}
    </Button>
  );
}

function Waiting() {
  const { t } = useTranslation('social');
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return <Text size="sm">{t(isSlow ? 'capture.slow' : 'capture.waiting')}</Text>;
}

function Running({ pull }: { pull: PullRow }) {
  const { t } = useTranslation('pulls');
  const [, change] = useSocialSearch();
  return (
    <Stack gap="xs">
      <PullProgress pull={pull} />
      <Text size="sm">{t('progress.leaves')}</Text>
      <Group gap="xs">
        <Button
          variant="default"
          size="xs"
          onClick={() => change({ of: undefined, view: 'pulls', pull: pull.id })}
        >
          {t('progress.see')}
        </Button>
        <CancelPull pull={pull} />
      </Group>
    </Stack>
  );
}

/** How far the pull is, while there is one under way whose record is not on screen. */
export function CaptureProgress() {
  const { isUnderWay, progress } = useOwnCapture();
  const [{ pull: open }] = useSocialSearch();
  const pull = progress?.pull;
  if (!isUnderWay || (pull && pull.id === open)) return null;
  return (
    <Alert variant="light" role="status">
      {pull ? <Running pull={pull} /> : <Waiting />}
    </Alert>
  );
}
