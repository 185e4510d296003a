export const mailbox = {
  title: 'Boîte aux lettres',
  lead: 'Les messages que cette installation enverrait. Seul un navigateur de cette machine peut les lire.',
  list: 'Messages',
  to: 'À {{to}}',
  empty: 'Aucun message',
  emptyText: 'Inscrivez-vous ou demandez un nouveau mot de passe : le message arrivera ici.',
  content: 'Contenu du message',
  clear: 'Vider la boîte',
  refresh: 'Actualiser',
};
