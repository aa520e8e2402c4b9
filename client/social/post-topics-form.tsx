import { TagsInput, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostRow } from '../../shared/social/figure-rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';

/** The topics of a post: those in use are offered, new ones are typed. */
export default function PostTopicsForm({ post, onClose }: { post: PostRow; onClose(): void }) {
  const { t } = useTranslation('pages');
  const { timeZone } = useToday();
  const { data: known } = useQuery(api.social.listTopics.queryOptions());
  const set = useMutation(api.social.setPostTopics.mutationOptions());
  const { pageId, externalId } = post;
  const form = useRecordForm({
    initialValues: { topics: post.topics },
    save: ({ topics }) => set.mutateAsync({ pageId, externalId, topics }),
    onSaved() {
      showDone(t('posts.topicsSaved'));
      onClose();
    },
  });
  const [isListed, setListed] = useState(false);
  const input = form.fields.getInputProps('topics');
  return (
    <DrawerForm title={t('posts.editTopics')} form={form} onClose={onClose} timeZone={timeZone}>
      <Text size="sm" lineClamp={4}>
        {post.text || t('posts.noText')}
      </Text>
      <TagsInput
        label={t('posts.topics')}
        description={t('posts.topicsHelp')}
        data={(known ?? []).map(({ topic }) => topic)}
        data-autofocus
        // The known topics lie over the button that saves: they go once one is chosen.
        dropdownOpened={isListed}
        onDropdownOpen={() => setListed(true)}
        onDropdownClose={() => setListed(false)}
        {...input}
        onChange={(topics) => {
          input.onChange(topics);
          setListed(false);
        }}
      />
    </DrawerForm>
  );
}
