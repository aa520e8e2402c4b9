import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type AnnotationKind,
  type AnnotationRow,
  annotationKinds,
} from '../../shared/social/figure-rows.ts';
import { api } from '../app/api.ts';
import { useToday } from '../app/self.tsx';
import { DrawerForm } from '../ui/drawer-form.tsx';
import { showDone, showFailure, showUndo } from '../ui/undo-toast.tsx';
import { useRecordForm } from '../ui/use-record-form.ts';
import { type NamedPage, nameOf } from './page-names.ts';

interface AnnotationFormProps {
  /** The note to change; absent for a new one. */
  annotation?: AnnotationRow;
  /** The pages that a new note may be of. */
  pages: readonly NamedPage[];
  onClose(): void;
}

type AnnotationValues = {
  pageId: string;
  fromDay: string;
  toDay: string;
  kind: AnnotationKind;
  text: string;
};

function useAnnotationForm({ annotation, pages, onClose }: AnnotationFormProps) {
  const { t } = useTranslation('pages');
  const { day } = useToday();
  const create = useMutation(api.social.createAnnotation.mutationOptions());
  const update = useMutation(api.social.updateAnnotation.mutationOptions());
  const remove = useMutation(api.social.removeAnnotation.mutationOptions());
  const initialValues: AnnotationValues = {
    pageId: annotation ? (annotation.pageId ?? '') : (pages.length === 1 && pages[0]?.id) || '',
    fromDay: annotation?.fromDay ?? day,
    toDay: annotation?.toDay ?? day,
    kind: annotation?.kind ?? 'advertising',
    text: annotation?.text ?? '',
  };
  return useRecordForm({
    initialValues,
    async save(values, overVersion) {
      const fields = { ...values, pageId: values.pageId || null };
      if (annotation) {
        const at = { id: annotation.id, version: overVersion ?? annotation.version };
        await update.mutateAsync({ at, fields });
        return showDone(t('notes.saved'));
      }
      const at = await create.mutateAsync(fields);
      showUndo(t('notes.added'), () => remove.mutateAsync(at));
    },
    onSaved: onClose,
  });
}

function useRemoveAnnotation(): (annotation: AnnotationRow) => Promise<boolean> {
  const { t } = useTranslation('pages');
  const remove = useMutation(api.social.removeAnnotation.mutationOptions());
  const restore = useMutation(api.social.restoreAnnotation.mutationOptions());
  return async ({ id, version }) => {
    try {
      const at = await remove.mutateAsync({ id, version });
      showUndo(t('notes.removed'), () => restore.mutateAsync(at));
      return true;
    } catch (error) {
      showFailure(error);
      return false;
    }
  };
}

/** Where a note may be shown: everywhere, or on one page; its own stays among them. */
function useScopes({ annotation, pages }: AnnotationFormProps) {
  const { t } = useTranslation('pages');
  const own = annotation?.pageId;
  const scopes = pages.map((page) => ({
    value: page.id,
    label: t('notes.thisPage', { title: nameOf(page) }),
  }));
  if (own && scopes.every(({ value }) => value !== own)) {
    const title = annotation.pageTitle ?? '';
    scopes.push({ value: own, label: t('notes.thisPage', { title }) });
  }
  return [{ value: '', label: t('notes.everyPage') }, ...scopes];
}

/** A note on charts: what happened, on which days, on one page or all; everybody sees it. */
export default function AnnotationForm(props: AnnotationFormProps) {
  const { annotation, onClose } = props;
  const { t } = useTranslation(['pages', 'ui']);
  const { timeZone } = useToday();
  const form = useAnnotationForm(props);
  const removeAnnotation = useRemoveAnnotation();
  const scopes = useScopes(props);
  const { getInputProps } = form.fields;
  return (
    <DrawerForm
      title={t(annotation ? 'notes.formEdit' : 'notes.formAdd')}
      form={form}
      onClose={onClose}
      timeZone={timeZone}
      actions={
        annotation && (
          <Button
            variant="subtle"
            color="red"
            mr="auto"
            onClick={async () => (await removeAnnotation(annotation)) && onClose()}
          >
            {t('ui:remove')}
          </Button>
        )
      }
    >
      <TextInput
        label={t('notes.text')}
        required
        maxLength={200}
        data-autofocus
        {...getInputProps('text')}
      />
      <NativeSelect
        label={t('notes.kind')}
        data={annotationKinds.map((value) => ({ value, label: t(`notes.kinds.${value}`) }))}
        {...getInputProps('kind')}
      />
      <TextInput type="date" label={t('notes.from')} required {...getInputProps('fromDay')} />
      <TextInput type="date" label={t('notes.to')} required {...getInputProps('toDay')} />
      <NativeSelect label={t('notes.scope')} data={scopes} {...getInputProps('pageId')} />
    </DrawerForm>
  );
}
