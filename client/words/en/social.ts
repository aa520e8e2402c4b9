import type { NetworkFailure } from '../../../shared/social/network-failure.ts';
import type { Act } from '../../../shared/social/remedy.ts';
import type { social as spanish } from '../es/social.ts';

/** What happened with something of a network. */
const reasons: Record<NetworkFailure['reason'], string> = {
  throttled: 'The network asked to wait.',
  timed_out: 'The network took too long to answer.',
  connection_lost: 'The network could not be reached.',
  address_not_public: 'The address leads to no public server of the internet.',
  network_unavailable: 'The network is not available.',
  answer_too_heavy: 'The network would not give so much at once.',
  stopped: 'The reading was stopped before its end.',
  token_sealed:
    'The access key was stored under another secret key of the server and cannot be opened.',
  token_missing: 'The access key is missing.',
  token_expired: 'The access key has expired.',
  token_invalid: 'The network does not know the access key.',
  page_unknown: 'The network finds no such page.',
  page_suspended: 'The network suspended this page. Its figures stay without data, not at zero.',
  page_deactivated:
    'Whoever has the account deactivated it. Its figures stay without data, not at zero.',
  page_deleted: 'The network has this page no more: it was deleted. What was read of it is kept.',
  page_replaced: 'The user name now belongs to another account.',
  handle_malformed: 'The user name does not have the form that the network asks for.',
  permission_missing: 'The access key lacks a permission.',
  usage_capped: 'The plan bought from the network is used up.',
  metric_retired: 'The network no longer offers this figure.',
  value_not_given: 'The network did not give this figure. It stays without data, not at zero.',
  value_negative:
    'The network gave a figure below zero. That day stays without data; the others are kept.',
  post_dated_ahead: 'It is dated on a day to come. It will count once that day has come.',
  version_retired: 'The network no longer speaks this version.',
  request_refused: 'The network refused the request.',
  not_json: 'What answered is not the network, or a firewall interferes. Nothing was stored.',
  answer_too_large: "The network's answer was too large.",
  redirected: 'The address sends elsewhere.',
  field_malformed: 'The network changed the form of its answer. Nothing of that was stored.',
  page_missing: 'The network left this page out of its answer.',
  paging_endless: 'The network repeats its answers without end.',
};

/** Who must do what about it. */
const acts: Record<Act, string> = {
  wait: 'It is tried again at the next turn; nothing to do.',
  reconnect:
    'An administrator has to paste another key under Connections, with the steps of the guide.',
  permit:
    'An administrator has to make the key again, under Connections, with the permissions of the guide.',
  pay: 'An administrator has to extend the plan with the network; connecting again does not help.',
  update:
    'Whoever installed Altavoz has to update it; connecting again does not help. If it is the newest version, they have to report it.',
  check_address:
    "An administrator has to check the address. If it is of the entity's own network, whoever installed Altavoz has to name it in INTERNAL_HOSTS.",
  correct_page: 'Correct the user name of the page.',
  ask_network: 'Whoever runs the account has to ask the network itself.',
  none: '',
};

export const social: typeof spanish = {
  title: 'Social networks',
  description: 'Followers and posts of every page, day by day.',
  views: {
    label: 'Parts of Social networks',
    overview: 'Overview',
    compare: 'Compare',
    posts: 'Posts',
    pages: 'Pages',
    pulls: 'Pulls',
    connections: 'Connections',
    alerts: 'Alerts',
  },
  metrics: {
    followers: 'Followers',
    posts: 'Posts',
    reach: 'Reach',
    views: 'Views',
    engagements: 'Engagements',
    follows: 'New followers',
    unfollows: 'Followers lost',
  },
  page: {
    network: 'Network',
    title: 'Name',
    handle: 'User name',
    handleHelp:
      'As it stands in the address of the page. The whole address, of any network, may be pasted too.',
    renamed:
      'On the network it is now called @{{handle}}. If it is the same account, change it here.',
    moved:
      'The account says that it moved to {{address}}. Its figures of now are those of the old one.',
    department: 'Department',
    noDepartment: 'None',
    main: 'Main page',
    isMain: "It is the entity's main page on this network",
    isPulled: 'Read it from the network every day',
    isPulledHelp: 'When off, its figures are entered by hand.',
    changed: '{{change}} in 30 days',
    changeSince: 'Since {{day}}, when it had {{value}}',
    posts: 'Posts',
    followers: 'Followers',
    health: 'Last pull',
    byHand: 'By hand',
    add: 'Add page',
    edit: 'Edit page',
    saved: 'The page was saved.',
    added: '{{title}} was added.',
    removed: '{{title}} was removed.',
    empty: 'Add the first page to start following its growth.',
    server: "The page's server",
    serverHelp: {
      mastodon:
        'The address of the instance, such as https://mastodon.social. Empty: mastodon.social.',
      bluesky: "Only if the page lives on a server of its own. Empty: Bluesky's.",
    },
    connection: 'Connection it is read through',
    firstConnection: "The network's first",
    connectionNumber: 'Connection {{number}}',
    listTitle: 'Pages',
    allNetworks: 'All networks',
    allDepartments: 'All departments',
    search: 'Search pages',
    searchFilter: 'contains “{{search}}”',
  },
  reading: {
    seen: '{{source}}, {{at}}',
    ofDay: 'Figure of {{day}}',
  },
  health: {
    ok: 'Up to date',
    partial: 'Incomplete',
    retry_later: 'Will be retried',
    reauthorise: 'No access',
    refused: 'Refused',
    changed_shape: 'Not understood',
    never: 'Never read',
    byHand: 'By hand',
    neverWhy: 'Not read from the network yet. It is read at the next turn, or with “Pull now”.',
    byHandWhy: 'A person enters its figures.',
    okWhy: 'Everything was read.',
    at: 'Pull of {{at}}.',
    only: '{{metric}}: {{reason}}',
    onePost: 'One post',
    postGone: 'It is not there any more, or is not shown; it gets no new figures.',
    until: 'It is tried again after {{at}}; nothing to do.',
    permissions: 'It lacks: {{permissions}}.',
    reasons,
    acts,
  },
  capture: {
    now: 'Pull now',
    waiting: 'Waiting for the pull to begin…',
    slow: 'The pull has not begun. Check that the program that makes pulls is running.',
    cancelled: 'The pull was cancelled. What it had read is kept.',
    done_one: '{{count}} page was read.',
    done_other: '{{count}} pages were read.',
    doneFailed_one: 'Pull finished: {{count}} page with problems. See “Pulls”.',
    doneFailed_other: 'Pull finished: {{count}} pages with problems. See “Pulls”.',
  },
  figure: {
    add: 'Enter a figure of {{title}}',
    title: 'Enter a figure',
    metric: 'What is measured',
    day: 'Day',
    value: 'Figure',
    precision: 'Precision',
    precisionHelp: 'If the network shows “24.5K”, the figure is rounded.',
    precisions: { exact: 'Exact', rounded: 'Rounded', estimated: 'Estimated' },
    saved: 'The figure was entered.',
    help: "It is kept as entered by hand. If the network gives another figure for that day, the network's is shown.",
  },
  redefinitions: {
    facebook_views_2025: {
      before: 'impressions, the times that content entered a screen',
      since: 'views, the times that it was played or shown, repeated ones too',
    },
    facebook_reach_2026: {
      before: 'reach, the people on whose screen anything of the page entered',
      since: 'viewers, the people who played or saw its content at least once',
    },
    instagram_views_2025: {
      before: 'impressions, and plays of reels',
      since: 'views, one count for every format, repeated ones too',
    },
    youtube_shorts_views_2025: {
      before: 'a view of a Short counted after it was watched for a while',
      since: 'a view of a Short counts each time it starts or repeats',
    },
    youtube_views_2026: {
      before: 'a view of a long or live video counted after it was watched for a while',
      since: 'in every format, a view counts as soon as the video starts',
    },
  },
};
