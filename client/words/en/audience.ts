/** Words of who follows a page; part of those of pages. */
export const audience = {
  title: 'Audience',
  ofDay: 'According to {{source}}, {{day}}',
  people: 'people',
  shares: 'percentage of the audience',
  before: 'On {{day}}',
  share: 'Share',
  value: 'People',
  key: 'Group',
  empty: 'The network has not given its audience. It can be brought from a file in Administration.',
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
