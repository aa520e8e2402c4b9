import type { FixedTargetId } from '../../../../shared/imports/sheets/targets/list-targets.ts';

/** Sheets of what has no price and gets no value of its own; a monthly total has neither VAT nor grade. */
export const pricelessSheets: readonly FixedTargetId[] = [
  'output_items',
  'output_tallies',
  'press_tallies',
  'outlets',
  'followers',
  'indicators',
  'departments',
  'places',
];

/** The other verbs of the press and of imports: none of them makes, changes or brings back a price or a value. */
export const pricelessVerbs: readonly string[] = [
  // What people answer for, leave or take away.
  'press.approveRate',
  'press.approveRates',
  'press.approveFlatPolicy',
  'press.approveClippings',
  'press.removeRate',
  'press.removeFlatPolicy',
  'press.removeClipping',
  'press.previewRateFile',
  // What is told of appearances beside their value.
  'press.editClippings',
  'press.undoClippingBatch',
  'press.commentClipping',
  'press.sendBackClipping',
  'press.markSyndicated',
  'press.unmarkSyndicated',
  'press.keepApart',
  'press.forgetApart',
  // Outlets, of which values keep what they looked at.
  'press.createOutlet',
  'press.updateOutlet',
  'press.removeOutlet',
  'press.restoreOutlet',
  // Totals of months, which have neither VAT nor grade.
  'press.createPressTally',
  'press.updatePressTally',
  'press.removePressTally',
  'press.restorePressTally',
  'press.closeMonth',
  'press.reopenMonth',
  'press.setReviewThreshold',
  // What is read of others, and what stands beside appearances.
  'press.describePages',
  'press.keepPageImage',
  'press.createFeed',
  'press.updateFeed',
  'press.removeFeed',
  'press.restoreFeed',
  'press.requestFeeds',
  'press.acceptFeedEntry',
  'press.dismissFeedEntry',
  'press.recallFeedEntry',
  'press.createMentionWord',
  'press.removeMentionWord',
  'press.restoreMentionWord',
  'press.createKeyMessage',
  'press.updateKeyMessage',
  'press.removeKeyMessage',
  'press.restoreKeyMessage',
  'press.createSavedView',
  'press.updateSavedView',
  'press.removeSavedView',
  // Files of networks, and what comes before a sheet is written or after.
  'imports.planSheet',
  'imports.previewSheet',
  'imports.discardSheetImport',
  'imports.undoSheetImport',
  'imports.previewFile',
  'imports.writeImport',
  'imports.discardImport',
  'imports.undoImport',
];
