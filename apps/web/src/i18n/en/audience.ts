export const audience = {
  views: {
    howCounted:
      'Each person counts once a day, and so does each address of visitors. Your own visits are not counted. Days are counted in universal time (UTC).',
  },
  statistics: {
    range: 'Over how many days',
    days: '{{count}} days',
    views: 'Views of the course’s page',
    enrolments: 'Enrolments',
    inRange: 'in {{count}} days',
    inAll: 'in all',
    enrolmentsHow:
      'On the day on which each student enrolled, those included who have left since. Days are counted in universal time (UTC).',
  },
  students: {
    enrol: 'Enrol somebody',
    search: 'Find a student',
    order: 'Order',
    orders: {
      awayLongest: 'Away the longest first',
      activeLast: 'Active last first',
      leastDone: 'Least done first',
      mostDone: 'Most done first',
      byName: 'By name',
      newest: 'Newest first',
    },
    found_one: '{{count}} student',
    found_other: '{{count}} students',
    file: {
      name: 'Name',
      enrolled: 'Enrolled on',
      percent: 'Progress (%)',
      completed: 'Lessons done',
      total: 'Lessons in all',
      lastActive: 'Last active',
    },
    since: 'Enrolled on {{day}}',
    next: 'Not done yet',
    allDone: 'Everything is done',
    nothingVisible: 'Nothing to do yet',
    lastSeen: 'Last opened',
    nothingOpened: 'Nothing yet',
    none: {
      title: 'Nobody is enrolled yet',
      text: 'Once students enrol, you see here how far each is, where they are stuck, and since when.',
    },
  },
};
