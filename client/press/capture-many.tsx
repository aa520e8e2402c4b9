import {
  Alert,
  Button,
  Checkbox,
  Drawer,
  Group,
  Progress,
  Select,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { failureMessage, failureOf } from '../format/failure-message.ts';
import { Panel } from '../ui/panel.tsx';
import { LoadingState } from '../ui/states.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { LikenessNotice } from './likeness/likeness-notice.tsx';
import { undecided } from './likeness/signs.ts';
import { mostAddresses } from './pasted-addresses.ts';
import { isReady, type LookedAt, type PieceToLog, useManyPages } from './use-many-pages.ts';
import { useOutletOptions } from './use-outlet-options.ts';
import '../words/add-capture-words.ts';

interface PieceFieldsProps {
  /** Its place among them, from 1. */
  number: number;
  piece: LookedAt;
  outlets: { value: string; label: string }[];
  onChange(part: Partial<PieceToLog>): void;
}

/** What stands between a piece and being stored, in words. */
function useStateWords(piece: LookedAt): string {
  const { t } = useTranslation('capture');
  const { stored, outletId, title, day, problem, isKnown, signs, choice } = piece;
  if (stored) return t('many.saved');
  if (problem) return problem;
  if (title.trim() === '') return t('many.needsTitle');
  if (day === '') return t('many.needsDay');
  if (outletId === null) return t('many.needsOutlet');
  if (!isKnown) return t('many.looking');
  return undecided(signs, choice).length > 0 ? t('many.needsChoice') : t('many.ready');
}

function PieceFields({ number, piece, outlets, onChange }: PieceFieldsProps) {
  const { t } = useTranslation(['capture', 'press']);
  const state = useStateWords(piece);
  const { address, title, day, outletId, isIncluded, stored, problem, signs, choice } = piece;
  const isSaved = stored !== undefined;
  return (
    <Panel title={t('many.nth', { number })}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {address}
        </Text>
        <TextInput
          label={t('press:clipping.headline')}
          value={title}
          disabled={isSaved}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <Group grow align="flex-start">
          <Select
            label={t('press:clipping.outlet')}
            data={outlets}
            searchable
            selectFirstOptionOnChange
            value={outletId}
            disabled={isSaved}
            onChange={(next) => onChange({ outletId: next })}
          />
          <TextInput
            type="date"
            label={t('press:clipping.day')}
            value={day}
            disabled={isSaved}
            onChange={(event) => onChange({ day: event.currentTarget.value })}
          />
        </Group>
        {isIncluded && !isSaved && (
          <LikenessNotice
            signs={signs}
            choice={choice}
            onChoice={(next) => onChange({ choice: next, problem: undefined })}
            isNew
          />
        )}
        <Group justify="space-between">
          <Checkbox
            label={t('many.include', { title: title || address })}
            checked={isIncluded}
            disabled={isSaved}
            onChange={(event) => onChange({ isIncluded: event.currentTarget.checked })}
          />
          <Text size="sm" c={problem && !isSaved ? 'var(--mantine-color-error)' : 'dimmed'}>
            {state}
          </Text>
        </Group>
      </Stack>
    </Panel>
  );
}

/** Logs several pieces at once from their addresses; each is mended here and stored by itself. */
export function CaptureMany({ addresses, onClose }: { addresses: string[]; onClose(): void }) {
  const { t } = useTranslation(['capture', 'ui']);
  const { options } = useOutletOptions();
  const { pieces, error, change, save, saving } = useManyPages(addresses);
  const ready = pieces?.filter(isReady).length ?? 0;

  async function saveAll(): Promise<void> {
    const stored = await save();
    if (stored > 0) showDone(t('many.done', { count: stored }));
    if (stored === ready && ready === pieces?.length) onClose();
  }

  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={t('many.title')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Stack gap="md">
        <Text size="sm">{t('many.note')}</Text>
        {addresses.length > mostAddresses && <Alert color="gray">{t('many.limit')}</Alert>}
        {error && (
          <Alert color="red" variant="light" role="alert">
            {failureMessage(failureOf(error))}
          </Alert>
        )}
        {!pieces && !error && <LoadingState height={320} />}
        {pieces?.map((piece, index) => (
          <PieceFields
            key={piece.id}
            number={index + 1}
            piece={piece}
            outlets={options}
            onChange={(part) => change(piece.id, part)}
          />
        ))}
        {saving && (
          <Stack gap={4}>
            <Text size="sm" role="status">
              {t('many.progress', saving)}
            </Text>
            <Progress
              value={(saving.done / saving.total) * 100}
              aria-label={t('many.progress', saving)}
            />
          </Stack>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('ui:close')}
          </Button>
          <Button disabled={ready === 0} loading={saving !== undefined} onClick={saveAll}>
            {t('many.save', { count: ready })}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  );
}
