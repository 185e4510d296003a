import type { MailWords } from './words-en.ts';

export const fr: MailWords = {
  layout: {
    greeting: 'Bonjour {{name}},',
    greetingNobody: 'Bonjour,',
    orCopy: 'Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :',
    moment: 'Quand : {{moment}}',
    sentBy: 'Ce message vous est envoyé par Cursus, {{url}}.',
  },
  passwordReset: {
    subject: 'Choisissez un nouveau mot de passe',
    text: 'Quelqu’un, sans doute vous, a demandé un nouveau mot de passe pour le compte « {{username}} ».',
    action: 'Choisir un nouveau mot de passe',
    limit: 'Le lien fonctionne une seule fois, pendant une heure.',
    notYou: 'Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.',
  },
  confirmEmail: {
    subject: 'Confirmez votre adresse e-mail',
    text: 'Merci de confirmer que cette adresse appartient au compte « {{username}} ». Elle vous servira ensuite à vous connecter.',
    action: 'Confirmer cette adresse',
    limit: 'Le lien fonctionne une seule fois, pendant sept jours.',
    notYou: 'Si vous n’avez pas ce compte, ne faites rien : cette adresse ne sera pas utilisée.',
  },
  emailChanging: {
    subject: 'Votre adresse e-mail va changer',
    text: 'Le compte « {{username}} » a demandé à utiliser désormais une autre adresse e-mail : {{email}}. Le changement aura lieu dès que la nouvelle adresse sera confirmée.',
    notYou: 'Si ce n’était pas vous, changez de mot de passe maintenant et mettez fin aux autres sessions.',
    action: 'Voir la sécurité de mon compte',
  },
  passwordChanged: {
    subject: 'Votre mot de passe a changé',
    text: 'Le mot de passe du compte « {{username}} » vient d’être changé, et ses autres sessions ont pris fin.',
    notYou: 'Si ce n’était pas vous, choisissez aussitôt un nouveau mot de passe.',
    action: 'Choisir un nouveau mot de passe',
  },
  passwordSet: {
    subject: 'Vous avez un nouveau mot de passe',
    text: 'L’école a défini un nouveau mot de passe pour le compte « {{username}} ». Toutes les sessions du compte ont pris fin.',
    ask: 'Si vous ne connaissez pas ce nouveau mot de passe, choisissez-en un vous-même.',
    action: 'Choisir un nouveau mot de passe',
  },
  secondFactorEnabled: {
    subject: 'La connexion demande désormais un code',
    text: 'La validation en deux étapes est activée pour le compte « {{username}} » : se connecter demande aussi le code d’une application.',
    notYou: 'Si ce n’était pas vous, choisissez aussitôt un nouveau mot de passe et prévenez l’école.',
    action: 'Voir la sécurité de mon compte',
  },
  secondFactorDisabled: {
    subject: 'La connexion ne demande plus de code',
    text: 'La validation en deux étapes est désactivée pour le compte « {{username}} » : le mot de passe suffit pour se connecter.',
    notYou: 'Si ce n’était pas vous, choisissez aussitôt un nouveau mot de passe et prévenez l’école.',
    action: 'Voir la sécurité de mon compte',
  },
  welcome: {
    subject: 'Votre compte Cursus',
    text: 'L’école vous a créé un compte sur {{url}}. Votre identifiant est « {{username}} ». Choisissez un mot de passe pour pouvoir vous connecter.',
    action: 'Choisir mon mot de passe',
    limit:
      'Le lien fonctionne une seule fois, pendant sept jours. Ensuite, « Mot de passe oublié », sur la page de connexion, vous en envoie un autre.',
  },
  dataExportReady: {
    subject: 'Votre archive est prête',
    text: 'Vous avez demandé tout ce que Cursus détient du compte « {{username}} ». L’archive est prête.',
    limit: 'Elle se télécharge pendant un jour, par vous seul : connectez-vous d’abord.',
    action: 'Vers mon archive',
  },
  courseHandedOver: {
    subject: 'Le cours « {{title}} » est désormais le vôtre',
    text: '{{giver}} vous a remis le cours « {{title}} » : vous en êtes désormais propriétaire.',
    textNobody: 'Le cours « {{title}} » vous a été remis : vous en êtes désormais propriétaire.',
    means:
      'Ses contenus, ses étudiants et leur progression sont tels qu’ils étaient. Vous pouvez le modifier, voir qui le suit et le remettre à quelqu’un d’autre.',
    action: 'Voir le cours',
  },
  invitation: {
    subject: 'Vous êtes invité à rejoindre Cursus',
    text: '{{inviter}} vous invite à créer un compte sur {{url}}.',
    textNobody: 'Vous êtes invité à créer un compte sur {{url}}.',
    action: 'Créer mon compte',
    limit: 'Le lien fonctionne une seule fois, pendant 14 jours.',
  },
};
