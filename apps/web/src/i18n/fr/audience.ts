export const audience = {
  views: {
    howCounted:
      'Chaque personne compte une fois par jour, chaque adresse de visiteurs aussi. Vos propres visites ne comptent pas. Les jours sont comptés en temps universel (UTC).',
  },
  statistics: {
    range: 'Sur combien de jours',
    days: '{{count}} jours',
    views: 'Vues de la page du cours',
    enrolments: 'Inscriptions',
    inRange: 'en {{count}} jours',
    inAll: 'en tout',
    enrolmentsHow:
      'Au jour où chacun s’est inscrit, y compris ceux qui sont partis depuis. Les jours sont comptés en temps universel (UTC).',
  },
  students: {
    enrol: 'Inscrire quelqu’un',
    search: 'Trouver un étudiant',
    order: 'Ordre',
    orders: {
      awayLongest: 'Plus longues absences',
      activeLast: 'Actifs récemment d’abord',
      leastDone: 'Les moins avancés d’abord',
      mostDone: 'Les plus avancés d’abord',
      byName: 'Par nom',
      newest: 'Derniers inscrits d’abord',
    },
    found_one: '{{count}} étudiant',
    found_other: '{{count}} étudiants',
    file: {
      name: 'Nom',
      enrolled: 'Inscription',
      percent: 'Progression (%)',
      completed: 'Leçons terminées',
      total: 'Leçons au total',
      lastActive: 'Dernière activité',
    },
    since: 'Inscription le {{day}}',
    next: 'Reste à faire',
    allDone: 'Tout est fait',
    nothingVisible: 'Rien à faire encore',
    lastSeen: 'Vu en dernier',
    nothingOpened: 'Rien encore',
    none: {
      title: 'Personne n’est encore inscrit',
      text: 'Dès les premières inscriptions, vous verrez ici où en est chacun, ce qui le bloque, et depuis quand.',
    },
  },
};
