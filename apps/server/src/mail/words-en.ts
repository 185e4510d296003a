/** What mails say. `name` is the person's, `url` the address of this Cursus. */
export const en = {
  layout: {
    greeting: 'Hello {{name}},',
    greetingNobody: 'Hello,',
    orCopy: 'If the button does not work, copy this address into your browser:',
    moment: 'When: {{moment}}',
    sentBy: 'This mail was sent by Cursus at {{url}}.',
  },
  passwordReset: {
    subject: 'Choose a new password',
    text: 'Somebody, most likely you, asked for a new password for the account “{{username}}”.',
    action: 'Choose a new password',
    limit: 'The link works once, and for one hour.',
    notYou: 'If it was not you, do nothing: your password stays as it is.',
  },
  confirmEmail: {
    subject: 'Confirm your e-mail address',
    text: 'Please confirm that this address belongs to the account “{{username}}”. You can sign in with it then.',
    action: 'Confirm this address',
    limit: 'The link works once, and for seven days.',
    notYou: 'If you have no such account, do nothing: this address will not be used.',
  },
  emailChanging: {
    subject: 'Your e-mail address is about to change',
    text: 'The account “{{username}}” asked to use another e-mail address from now on: {{email}}. It changes once the new address is confirmed.',
    notYou: 'If it was not you, change your password now and end the other sessions.',
    action: 'To the security of my account',
  },
  passwordChanged: {
    subject: 'Your password was changed',
    text: 'The password of the account “{{username}}” has just been changed, and its other sessions were ended.',
    notYou: 'If it was not you, choose a new password at once.',
    action: 'Choose a new password',
  },
  passwordSet: {
    subject: 'You have a new password',
    text: 'The school has set a new password for the account “{{username}}”. Every session of the account was ended.',
    ask: 'If you do not know the new password, choose one yourself.',
    action: 'Choose a new password',
  },
  secondFactorEnabled: {
    subject: 'Signing in now takes a code',
    text: 'The second step was switched on for the account “{{username}}”: signing in now takes a code of an app, too.',
    notYou: 'If it was not you, choose a new password at once and tell the school.',
    action: 'To the security of my account',
  },
  secondFactorDisabled: {
    subject: 'Signing in no longer takes a code',
    text: 'The second step was switched off for the account “{{username}}”: the password alone is enough to sign in.',
    notYou: 'If it was not you, choose a new password at once and tell the school.',
    action: 'To the security of my account',
  },
  welcome: {
    subject: 'Your account at Cursus',
    text: 'The school has made an account for you at {{url}}. Your username is “{{username}}”. Choose a password, and you can sign in.',
    action: 'Choose my password',
    limit: 'The link works once, and for seven days. After that, “Forgotten password” on the page for signing in sends you another one.',
  },
  dataExportReady: {
    subject: 'Your archive is ready',
    text: 'You asked for all that Cursus holds of the account “{{username}}”. The archive is ready.',
    limit: 'It can be downloaded for a day, by you alone: sign in first.',
    action: 'To my archive',
  },
  courseHandedOver: {
    subject: 'The course “{{title}}” is yours now',
    text: '{{giver}} has handed you the course “{{title}}”: you are its owner from now on.',
    textNobody: 'The course “{{title}}” was handed to you: you are its owner from now on.',
    means: 'Its contents, its students and their progress are as they were. You can edit it, see who follows it, and hand it on.',
    action: 'To the course',
  },
  invitation: {
    subject: 'You are invited to Cursus',
    text: '{{inviter}} invites you to make an account at {{url}}.',
    textNobody: 'You are invited to make an account at {{url}}.',
    action: 'Make my account',
    limit: 'The link works once, and for 14 days.',
  },
};

/** The same things in every language. */
export type MailWords = typeof en;
