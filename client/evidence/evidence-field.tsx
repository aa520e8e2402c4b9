import {
  Alert,
  Button,
  CloseButton,
  FileButton,
  Group,
  Input,
  Progress,
  Stack,
  Text,
} from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { ClipboardEvent, DragEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../shared/evidence/evidence-files.ts';
import { evidenceTypes } from '../../shared/evidence/evidence-files.ts';
import { useFormat } from '../format/use-format.ts';
import { type Upload, useUploads } from './use-uploads.ts';
import '../words/add-capture-words.ts';

interface EvidenceFieldProps {
  value: readonly EvidenceFile[];
  error?: ReactNode;
  /** Gives what the files become from what they are when it happens: sending them takes a while. */
  onChange(change: (before: EvidenceFile[]) => EvidenceFile[]): void;
}

const accepted = Object.entries(evidenceTypes)
  .flatMap(([type, endings]) => [type, ...endings.map((ending) => `.${ending}`)])
  .join(',');

function KeptFile({ file, onRemove }: { file: EvidenceFile; onRemove(): void }) {
  const { t } = useTranslation('capture');
  const format = useFormat();
  const size = format.number(Math.max(0.1, file.sizeBytes / 1_000_000), { decimals: 1 });
  return (
    <Group component="li" gap="xs" wrap="nowrap">
      <IconPaperclip size={16} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
      <Text size="sm" style={{ flex: 1, overflowWrap: 'anywhere' }}>
        {t('evidence.file', { name: file.name, size })}
      </Text>
      <CloseButton
        size="sm"
        aria-label={t('evidence.remove', { name: file.name })}
        onClick={onRemove}
      />
    </Group>
  );
}

function MovingFile({ upload, onDismiss }: { upload: Upload; onDismiss(): void }) {
  const { t } = useTranslation(['capture', 'ui']);
  if (upload.problem) {
    return (
      <Alert
        component="li"
        color="red"
        variant="light"
        title={upload.name}
        withCloseButton
        closeButtonLabel={t('ui:close')}
        onClose={onDismiss}
      >
        {upload.problem}
      </Alert>
    );
  }
  const percent = Math.floor(upload.share * 100);
  return (
    <Stack component="li" gap={4}>
      <Text size="sm">{t('evidence.sending', { name: upload.name, percent })}</Text>
      <Progress
        value={percent}
        aria-label={t('evidence.sending', { name: upload.name, percent })}
      />
    </Stack>
  );
}

const withFile = (files: EvidenceFile[], file: EvidenceFile) =>
  files.some(({ id }) => id === file.id) ? files : [...files, file];

/** The files that support an appearance: chosen, dropped or pasted; each is sent at once, and kept by saving. */
export function EvidenceField({ value, error, onChange }: EvidenceFieldProps) {
  const { t } = useTranslation('capture');
  const { uploads, upload, dismiss } = useUploads((file) =>
    onChange((before) => withFile(before, file)),
  );

  function take(event: DragEvent | ClipboardEvent, list: FileList | undefined): void {
    if (!list || list.length === 0) return;
    event.preventDefault();
    upload([...list]);
  }

  return (
    <Input.Wrapper
      label={t('evidence.label')}
      description={t('evidence.help')}
      error={error}
      labelElement="div"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => take(event, event.dataTransfer?.files)}
      onPaste={(event) => take(event, event.clipboardData?.files)}
    >
      <Stack gap="xs" mt={6}>
        {(value.length > 0 || uploads.length > 0) && (
          <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
            {value.map((file) => (
              <KeptFile
                key={file.id}
                file={file}
                onRemove={() => onChange((before) => before.filter(({ id }) => id !== file.id))}
              />
            ))}
            {uploads.map((one) => (
              <MovingFile key={one.key} upload={one} onDismiss={() => dismiss(one.key)} />
            ))}
          </Stack>
        )}
        <FileButton multiple accept={accepted} onChange={upload}>
          {(props) => (
            <Button {...props} variant="default" size="compact-md" w="fit-content">
              {t('evidence.add')}
            </Button>
          )}
        </FileButton>
      </Stack>
    </Input.Wrapper>
  );
}
