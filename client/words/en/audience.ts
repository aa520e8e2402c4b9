import type { audience as spanish } from '../es/audience.ts';

export const audience: typeof spanish = {
  title: 'Audience',
  ofDay: 'According to {{source}}, {{day}}',
  people: 'people',
  shares: 'percentage of the audience',
  before: 'On {{day}}',
  share: 'Share',
  value: 'People',
  key: 'Group',
  empty: 'The network has not given its audience. It can be brought from a file in Administration.',
  emptyUntil: 'The audience was not read until {{day}}. The first reading is of {{first}}.',
  early: 'The reading is from before the period.',
  ofFollowers: 'Share of the {{followers}} followers of {{day}}.',
  ofNetwork: 'Percentage as the network gives it.',
  unknownBase: 'No share: the followers of that day are not known.',
  dimensions: {
    age_gender: 'Age and gender',
    age: 'Age',
    gender: 'Gender',
    country: 'Country',
    region: 'Region',
    city: 'City',
  },
  genders: { F: 'Women', M: 'Men', U: 'Not specified' },
};
