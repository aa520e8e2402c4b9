import type { NetworkFailure } from '../../../shared/social/network-failure.ts';
import type { social as spanish } from '../es/social.ts';

/** What happened with a page in its last pull, and what to do about it. */
const reasons: Record<NetworkFailure['reason'], string> = {
  throttled: 'The network asked to wait. It is tried again at the next turn; nothing to do.',
  timed_out: 'The network took too long to answer. It is tried again at the next turn.',
  connection_lost: 'The connection to the network was lost. It is tried again at the next turn.',
  address_not_public:
    "It cannot be done: the address leads to no public server of the internet. Check it; if it is of the entity's own network, whoever runs the server must allow it.",
  network_unavailable: 'The network is not available. It is tried again at the next turn.',
  answer_too_heavy:
    'The network would not give so much at once. It is tried again at the next turn.',
  stopped: 'The pull was stopped before its end. It is completed at the next turn.',
  token_sealed:
    'The access key was stored under another secret key of the server. An administrator has to bring that one back, or enter the access key again under Connections.',
  token_missing: 'The access key is missing. An administrator has to enter it under Connections.',
  token_expired: 'The access key has expired. An administrator has to renew it under Connections.',
  token_invalid:
    'The network does not know the access key. An administrator has to check it under Connections.',
  page_unknown: 'The network finds no such page. Check the user name.',
  page_suspended: 'The network suspended this page. Ask the network itself.',
  page_replaced: 'The user name now belongs to another account. Check whose it is.',
  handle_malformed: 'The user name does not have the form that the network asks for. Correct it.',
  permission_missing:
    'The access key may not read this page. An administrator has to extend its permissions.',
  usage_capped: 'The plan bought from the network is used up. An administrator has to extend it.',
  metric_retired: 'The network no longer offers this figure.',
  version_retired:
    'LinkedIn no longer speaks this version: update Altavoz. It is for whoever runs the server to do; there is no need to connect again.',
  value_negative:
    'The network gave a figure below zero, which is no count: that one is left without a figure and the others are kept.',
  value_not_given: 'The network did not give this figure. It stays without data, not at zero.',
  request_refused: 'The network refused the request. Tell an administrator.',
  not_json:
    'The network answered something that cannot be read. Nothing was stored; tell an administrator.',
  answer_too_large: "The network's answer was too large. Tell an administrator.",
  redirected:
    'The network sent us to another address. An administrator has to check the connection.',
  field_malformed:
    'The network changed the form of its answer. Nothing was stored; tell an administrator.',
  page_missing: 'The network left this page out of its answer. Tell an administrator.',
  paging_endless: 'The network repeats its answers without end. Tell an administrator.',
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
    handleHelp: 'As in the address of the page, without @.',
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
    until: 'The network asked to wait until {{at}}.',
    reasons,
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
