import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Answers, api } from '../app/api.ts';
import { useMayDo, useToday } from '../app/self.tsx';
import { useFormat } from '../format/use-format.ts';
import { Show } from '../ui/states.tsx';
import { showDone, showFailure } from '../ui/undo-toast.tsx';
import { useUnsent } from './use-unsent.ts';
import '../words/add-review-words.ts';

type Comment = Answers['press']['listClippingComments'][number];

function CommentItem({ comment }: { comment: Comment }) {
  const { t } = useTranslation('review');
  const format = useFormat();
  const { timeZone } = useToday();
  const { kind, text, by, at } = comment;
  return (
    <li>
      <Text size="xs" c="dimmed">
        {t('comments.by', { by, at: format.instant(at, timeZone) })}
        {kind === 'sent_back' && ` · ${t('comments.sentBack')}`}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {text}
      </Text>
    </li>
  );
}

/** Not a form of its own: it may stand inside the form of the appearance. */
function NewComment({ clippingId }: { clippingId: string }) {
  const { t } = useTranslation('review');
  const [text, setText] = useUnsent(`comment ${clippingId}`);
  const comment = useMutation(api.press.commentClipping.mutationOptions());
  async function send(): Promise<void> {
    try {
      await comment.mutateAsync({ id: clippingId, text });
      setText('');
      showDone(t('comments.sent'));
    } catch (error) {
      showFailure(error);
    }
  }
  return (
    <Stack gap="xs">
      <Textarea
        label={t('comments.add')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button
          variant="default"
          loading={comment.isPending}
          disabled={text.trim() === ''}
          onClick={send}
        >
          {t('comments.send')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What was said of an appearance, and the place to say more while its month is open. */
export function ClippingComments({ id, isClosed }: { id: string; isClosed: boolean }) {
  const { t } = useTranslation('review');
  const mayComment = useMayDo('admin', 'coordinator', 'press', 'secretary') && !isClosed;
  const query = useQuery(api.press.listClippingComments.queryOptions({ id }));
  return (
    <Stack gap="sm" component="section" aria-label={t('comments.title')}>
      <Text fw={600}>{t('comments.title')}</Text>
      <Show query={query} height={48}>
        {(comments) =>
          comments.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('comments.empty')}
            </Text>
          ) : (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
              {comments.map((comment) => (
                <CommentItem key={comment.id} comment={comment} />
              ))}
            </Stack>
          )
        }
      </Show>
      {mayComment && <NewComment clippingId={id} />}
    </Stack>
  );
}
