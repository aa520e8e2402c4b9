import { Anchor, Box, Group, Image, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { viewOfEvidence } from '../../shared/evidence/evidence-files.ts';
import { useFormat } from '../format/use-format.ts';
import '../words/add-review-words.ts';

const bytesPerMegabyte = 1_000_000;

function View({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation('review');
  const address = `/evidence/${file.id}`;
  switch (viewOfEvidence(file.mediaType)) {
    case 'image':
      return <Image src={address} alt={file.name} radius="sm" mah={480} w="auto" maw="100%" />;
    case 'pdf':
      return (
        <Box
          component="iframe"
          src={address}
          title={file.name}
          w="100%"
          h={480}
          style={{ border: '1px solid var(--altavoz-line)' }}
        />
      );
    case 'audio':
      // biome-ignore lint/a11y/useMediaCaption: what a station broadcast has no captions
      return <audio controls preload="none" src={address} aria-label={file.name} />;
    case 'video':
      return (
        // biome-ignore lint/a11y/useMediaCaption: what a channel broadcast has no captions
        <video controls preload="none" src={address} aria-label={file.name} width="100%" />
      );
    case 'download':
      return (
        <Text size="sm" c="dimmed">
          {t('evidence.noView')}
        </Text>
      );
  }
}

function FileItem({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const size = format.number(Math.max(0.1, file.sizeBytes / bytesPerMegabyte), { decimals: 1 });
  return (
    <Stack component="li" gap="xs">
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <IconPaperclip size={18} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
        <Text size="sm" style={{ flex: 1, overflowWrap: 'anywhere' }}>
          {file.name} ({t('evidence.megabytes', { size })}){' '}
          <Anchor
            component="button"
            type="button"
            inherit
            aria-expanded={isOpen}
            aria-label={`${t(isOpen ? 'evidence.hide' : 'evidence.show')}: ${file.name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {t(isOpen ? 'evidence.hide' : 'evidence.show')}
          </Anchor>{' '}
          <Anchor
            inherit
            href={`/evidence/${file.id}`}
            download={file.name}
            aria-label={`${t('evidence.download')}: ${file.name}`}
          >
            {t('evidence.download')}
          </Anchor>
        </Text>
      </Group>
      {isOpen && <View file={file} />}
    </Stack>
  );
}

interface EvidencePreviewProps {
  files: readonly EvidenceFile[];
  /** What they are called, and what is said where there are none; those of an appearance otherwise. */
  title?: string;
  none?: string;
}

/** The files that support something: pictures, PDF, sound and video are shown in the page. */
export function EvidencePreview({ files, title, none }: EvidencePreviewProps) {
  const { t } = useTranslation('review');
  const name = title ?? t('evidence.title');
  return (
    <Stack gap="xs" component="section" aria-label={name}>
      <Text fw={600}>{name}</Text>
      {files.length === 0 && (
        <Text size="sm" c="dimmed">
          {none ?? t('evidence.none')}
        </Text>
      )}
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        {files.map((file) => (
          <FileItem key={file.id} file={file} />
        ))}
      </Stack>
    </Stack>
  );
}
