import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { largestSheetFileBytes } from '../../../shared/imports/limits.ts';
import type { SheetPlan } from '../../../shared/imports/sheets/rows.ts';
import type { MendedCell, SheetFile } from '../../../shared/imports/sheets/schemas.ts';
import type {
  SheetAnswers,
  SheetLayout,
  SheetQuestion,
} from '../../../shared/imports/sheets/target.ts';
import type { TargetId } from '../../../shared/imports/sheets/targets/list-targets.ts';
import { api } from '../../app/api.ts';
import { type ClientFailure, failureOf } from '../../format/failure-message.ts';
import { readContent } from '../../ui/read-content.ts';

/** What somebody put right of how a sheet is read. */
export interface SheetChoices {
  layout: SheetLayout;
  answers: SheetAnswers;
  defaults: Record<string, string | number>;
}

/** Which sheet is asked for, as what, and from which line on. */
interface Wanted {
  sheet?: number;
  target?: TargetId;
  headingLine?: number;
}

const megabyte = 1024 * 1024;

/** A spreadsheet from its choice to its preview; the file stays in this page, so that it can be read again. */
export function useSheet(onPreview: (id: string) => void) {
  const planning = useMutation(api.imports.planSheet.mutationOptions());
  const previewing = useMutation(api.imports.previewSheet.mutationOptions());
  const [file, setFile] = useState<SheetFile>();
  const [plan, setPlan] = useState<SheetPlan>();
  const [choices, setChoices] = useState<SheetChoices>();
  const [questions, setQuestions] = useState<SheetQuestion[]>([]);
  const [mended, setMended] = useState<MendedCell[]>([]);
  const [failure, setFailure] = useState<ClientFailure>();
  const [reading, setReading] = useState<string>();

  async function attempt(name: string, action: () => Promise<void>): Promise<void> {
    setFailure(undefined);
    setReading(name);
    await action().catch((error: unknown) => setFailure(failureOf(error)));
    setReading(undefined);
  }

  async function read(of: SheetFile, wanted: Wanted): Promise<void> {
    const made = await planning.mutateAsync({ file: of, ...wanted });
    setFile(of);
    setPlan(made);
    setChoices({ layout: made.layout, answers: made.answers, defaults: {} });
    setQuestions(made.questions);
    setMended([]);
  }

  async function choose(chosen: File | null): Promise<void> {
    if (!chosen) return;
    if (chosen.size > largestSheetFileBytes) {
      const limit = largestSheetFileBytes / megabyte;
      setFailure({ code: 'file_refused', reason: 'too_large', limit });
      return;
    }
    await attempt(chosen.name, async () => {
      const content = await readContent(chosen);
      await read({ name: chosen.name.slice(-255), content }, {});
    });
  }

  async function preview(cells: MendedCell[] = mended): Promise<void> {
    if (!file || !plan || !choices) return;
    await attempt(file.name, async () => {
      const { sheet, targetId: target } = plan;
      const made = await previewing.mutateAsync({ file, sheet, target, ...choices, mended: cells });
      setMended(cells);
      setQuestions(made.questions);
      if (made.import) onPreview(made.import.id);
    });
  }

  return {
    file,
    plan,
    choices,
    questions,
    mended,
    failure,
    reading,
    choose,
    setChoices,
    preview,
    want: (wanted: Wanted) => (file ? attempt(file.name, () => read(file, wanted)) : undefined),
    forget() {
      setFile(undefined);
      setPlan(undefined);
      setChoices(undefined);
    },
  };
}

export type ReadingOfSheet = ReturnType<typeof useSheet>;
