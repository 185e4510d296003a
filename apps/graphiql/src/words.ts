/** What this page says beside GraphiQL's own words, which are English alone. */
const catalogues = {
  en: {
    back: 'Cursus, to the catalogue',
    title: 'The API',
    token: 'Token',
    tokenHint: 'Optional. It stays on this page and is forgotten when you leave it.',
    schema: 'Schema',
    welcome: ['Write a query and run it. Ctrl+Space completes it.', 'What each field means stands in the documentation, at the left.'],
  },
  fr: {
    back: 'Cursus, vers le catalogue',
    title: 'L’API',
    token: 'Jeton',
    tokenHint: 'Facultatif. Il reste sur cette page et il est oublié quand vous la quittez.',
    schema: 'Schéma',
    welcome: [
      'Écrivez une requête et lancez-la. Ctrl+Espace la complète.',
      'La documentation, à gauche, dit ce que veut dire chaque champ.',
    ],
  },
};

export const language = navigator.language.startsWith('fr') ? 'fr' : 'en';
export const words = catalogues[language];
