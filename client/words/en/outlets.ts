/** Words of outlets, among those of what they charge. */
export const outlets = {
  audience: 'Audience (people)',
  audienceHelp: 'As the outlet or a study says. Empty when nobody knows.',
  visitors: 'Visits of the site a month',
  visitorsHelp: 'They estimate views that nobody knows.',
  domains: 'Domains',
  domainsHelp: 'They tell the outlet of a link. Type one and press Enter.',
  contracts: 'Advertising contracts',
  contractsHelp:
    'Appearances of those dates are marked, and totals are shown with and without them.',
  contractFrom: 'From',
  contractTo: 'To',
  contractReference: 'Number or reference',
  addContract: 'Add contract',
  removeContract: 'Remove contract {{number}}',
  contract: 'Contract {{number}}',
  underContract: 'Under contract',
  contractColumn: 'Contract',
  mediumMoved:
    'In filters and analysis by kind of outlet, open months show the new kind; closed ones, the one they had.',
  savedAlone_one:
    'The outlet was saved. {{count}} appearance of open months still counts as before.',
  savedAlone_other:
    'The outlet was saved. {{count}} appearances of open months still count as before.',
  savedWith_one: 'The outlet was saved and {{count}} appearance of open months changed.',
  savedWith_other: 'The outlet was saved and {{count}} appearances of open months changed.',
};

/** Words of what a change of an outlet would move. */
export const reach = {
  title: 'Do the appearances of {{name}} change too?',
  titleOfMany: 'Do the appearances of {{count}} outlets change too?',
  moves_one: '{{count}} appearance of open months would count otherwise: {{months}}.',
  moves_other: '{{count}} appearances of open months would count otherwise: {{months}}.',
  months: '{{count}} months, from {{from}} to {{to}}',
  others: 'and {{count}} more',
  caption: 'How those appearances count',
  before: 'Today',
  after: 'If they change',
  sum_one: '{{count}} appearance, {{value}}',
  sum_other: '{{count}} appearances, {{value}}',
  uncounted: '{{channel}}, not counted',
  closed_one:
    'In closed months ({{months}}) there is {{count}} appearance more, which stays as it was approved.',
  closed_other:
    'In closed months ({{months}}) there are {{count}} appearances more, which stay as they were approved.',
  ifFollow:
    'If they change, those that were approved are to be reviewed again, and all of it can be undone under “Rates”, “Revaluation”.',
  ifStay:
    'If you leave them, they still count as today even when their text is corrected, and the change holds for what is logged from now on. Later you can change them by periods under “Revaluation”.',
  tooMany:
    'There are more than {{most}}, which do not change all at once. Leave them as they are and change them by periods under “Rates”, “Revaluation”.',
  cancel: 'Go back without changing anything',
  stay: 'Leave them as they are',
  follow_one: 'Change {{count}} appearance',
  follow_other: 'Change {{count}} appearances',
  became: '{{name}} {{moves}}',
  becameMedium: 'went from “{{was}}” to “{{is}}”',
  becameOwn: 'became an own channel',
  becameEarned: 'is no longer an own channel',
  undoText: '{{name}} is also again what it was.',
  outlet: {
    back: 'The outlet is also again what it was.',
    stays: 'The outlet stays as it is, since somebody changed it later.',
  },
};
