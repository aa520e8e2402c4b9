import { Alert, Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { type ClientFailure, failureMessage } from '../format/failure-message.ts';
import classes from './file-panel.module.css';

interface FileDropProps {
  /** What the place says, which is also its name. */
  label: string;
  button: string;
  formats: string;
  /** The endings that are offered. */
  accept: string;
  /** What is said while a file is being read. */
  reading: string | undefined;
  failure: ClientFailure | undefined;
  /** Buttons beside the one that chooses. */
  beside?: ReactNode;
  onChoose(file: File | null): void;
}

/** Where a file is dropped or chosen; what is wrong with it stays here in words. */
export function FileDrop(props: FileDropProps) {
  const { label, button, formats, accept, reading, failure, beside, onChoose } = props;
  const [isOver, setOver] = useState(false);
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    onChoose(event.dataTransfer.files[0] ?? null);
  }
  return (
    <Stack gap="sm">
      <section
        className={classes.place}
        aria-label={label}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={32} stroke={1.4} aria-hidden />
        <Text>{label}</Text>
        <Group gap="xs" justify="center">
          <FileButton onChange={onChoose} accept={accept}>
            {(bound) => (
              <Button {...bound} loading={reading !== undefined}>
                {button}
              </Button>
            )}
          </FileButton>
          {beside}
        </Group>
        <Text size="sm" c="dimmed" ta="center">
          {formats}
        </Text>
      </section>
      {reading !== undefined && (
        <Group gap="xs" role="status">
          <Loader size="sm" aria-hidden />
          <Text size="sm">{reading}</Text>
        </Group>
      )}
      {failure && (
        <Alert color="red" variant="light" role="alert">
          {failureMessage(failure)}
        </Alert>
      )}
    </Stack>
  );
}
